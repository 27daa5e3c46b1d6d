import * as m from '../../paraglide/messages.js';
import { type Database, readNow } from '../../platform/database/database.ts';
import type { RelatedLink, Target } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findEditionById, hasBegun, numberedSegment } from '../spaces/index.ts';
import { findListFreeze, findProjectsOfIdeas } from './project.store.ts';
import { isListPublic } from './project.ts';

/** From an idea to the project that came out of it, once residents may see the list (R188). */
export async function findRelatedProjects(
  db: Database,
  organisationId: string,
  target: Target,
): Promise<RelatedLink[]> {
  if (target.kind !== 'idea') return [];
  const [project] = await findProjectsOfIdeas(db, organisationId, [target.id]);
  if (!project || project.number === null) return [];
  const [edition, freeze, now] = await Promise.all([
    findEditionById(db, organisationId, project.editionId),
    findListFreeze(db, organisationId, project.editionId),
    readNow(db),
  ]);
  if (!edition || !isListPublic(freeze, hasBegun(edition, 'campaign', now))) return [];
  return [
    {
      label: m.projects_of_idea(),
      title: project.title,
      href: urls.project({
        edition: edition.slug,
        project: numberedSegment(project.number, project.title),
      }),
    },
  ];
}
