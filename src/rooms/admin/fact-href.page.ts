import type { RecordedFact } from '../../platform/journal/journal.ts';
import { urls } from '../../urls.ts';
import { editionOf, type FactContext } from './fact-words.page.ts';

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Where what the fact is about can be seen; null when there is no page of it. */
export function factHref(fact: RecordedFact, context: FactContext): string | null {
  if (fact.subject.kind === 'department' && fact.subject.id)
    return urls.adminDepartment({ department: fact.subject.id });
  const about = editionOf(fact, context);
  if (!about) return null;
  const at = { edition: about.slug };
  switch (fact.kind.split('.')[0]) {
    case 'idea':
      return urls.idea({ ...at, idea: count(fact.detail.number) });
    case 'study':
    case 'opinion':
      return urls.adminStudyIdea({ ...at, idea: count(fact.detail.number) });
    case 'project':
      return fact.kind === 'project.removed' || fact.subject.id === null
        ? urls.adminProjects(at)
        : urls.adminProject({ ...at, project: fact.subject.id });
    case 'kit':
      return urls.adminKits(at);
    case 'decision':
      return fact.subject.kind === 'idea'
        ? urls.adminDecision({ ...at, idea: count(fact.detail.number) })
        : urls.adminDecisions(at);
    case 'project-list':
      return urls.adminProjects(at);
    case 'poll':
      return urls.adminPoll(at);
    case 'routing':
      return urls.adminServices(at);
    case 'opinions':
      return urls.adminStudy(at);
    case 'assignment-run':
      return fact.subject.id === null
        ? urls.adminStudy(at)
        : urls.adminAssignmentRun({ ...at, run: fact.subject.id });
    case 'edition-report':
      return urls.adminReport(at);
    case 'realisations':
      return urls.adminDeliveries(at);
    case 'realisation':
    case 'realisation-post':
      return count(fact.detail.number) === 0
        ? urls.adminDeliveries(at)
        : urls.adminDelivery({ ...at, project: count(fact.detail.number) });
    default:
      return urls.adminEdition(at);
  }
}
