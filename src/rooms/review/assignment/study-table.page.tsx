import * as m from '../../../paraglide/messages.js';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import { findCategory, numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { AssignedIdea, Assignment } from './assignment.ts';
import type { AssignmentRun } from './run.ts';
import type { StudiedIdea, StudyCounts, StudyFilter } from './study-list.ts';
import { DueBadge, nameOf, opinionLooks, StageBadge } from './words.page.tsx';

/** What the page of the office's list shows. */
export interface StudyListProps {
  edition: Edition;
  /** `YYYY-MM-DD` */
  today: string;
  /** The list of projects is frozen: nothing changes any more. */
  isOver: boolean;
  /** Whether the reader may give ideas to departments. */
  mayAct: boolean;
  counts: StudyCounts;
  filter: StudyFilter;
  /** How many ideas the filter holds. */
  matching: number;
  ideas: readonly StudiedIdea[];
  assignments: readonly Assignment[];
  /** Closed ones too. */
  departments: readonly Department[];
  /** Ideas that each department has in hand. */
  asked: ReadonlyMap<string, number>;
  returns: readonly (Assignment & AssignedIdea)[];
  usualDay: string;
  underWay: AssignmentRun | null;
  nextHref?: string | undefined;
}

/** Each idea with who has it, and a box to tick it. */
export function IdeasTable({
  edition,
  ideas,
  assignments,
  departments,
  today,
  mayAct,
}: StudyListProps) {
  const at = { edition: edition.slug };
  return (
    <Table
      caption={m.assign_list_caption()}
      captionHidden
      columns={[
        { key: 'title', label: m.assign_idea() },
        { key: 'category', label: m.assign_category() },
        { key: 'stage', label: m.assign_state() },
        { key: 'departments', label: m.assign_departments() },
        ...(mayAct ? [{ key: 'chosen', label: m.assign_choose_head(), ownWords: true }] : []),
      ]}
      rows={ideas.map((idea) => ({
        title: (
          <a href={urls.adminStudyIdea({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
            {m.assign_number({ number: idea.number })} <bdi lang={idea.lang}>{idea.title}</bdi>
          </a>
        ),
        category: findCategory(edition, idea.categoryId)?.name,
        stage: (
          <>
            <StageBadge stage={idea.stage} />{' '}
            {idea.admissible !== null && (
              <StateBadge tone={idea.admissible ? 'success' : 'danger'}>
                {idea.admissible ? m.assign_admissible_yes() : m.assign_admissible_no()}
              </StateBadge>
            )}
          </>
        ),
        departments: (
          <Departments
            at={at}
            assignments={assignments.filter(({ ideaId }) => ideaId === idea.id)}
            departments={departments}
            today={today}
            mayAct={mayAct}
          />
        ),
        chosen: (
          <div class="option">
            <input type="checkbox" id={`idee-${idea.number}`} name="idee" value={idea.number} />
            <label for={`idee-${idea.number}`}>
              {m.assign_choose()}
              <span class="visually-hidden"> {m.assign_about_idea({ number: idea.number })}</span>
            </label>
          </div>
        ),
      }))}
    />
  );
}

/** Who was asked, and how each stands. */
function Departments(props: {
  at: { edition: string };
  assignments: readonly Assignment[];
  departments: readonly Department[];
  today: string;
  mayAct: boolean;
}) {
  const { at, assignments, departments, today, mayAct } = props;
  if (assignments.length === 0) return <>{m.assign_nobody()}</>;
  return (
    <ul class="office-links">
      {assignments.map(({ id, departmentId, state, dueOn }) => {
        const name = <bdi>{nameOf(departments, departmentId)}</bdi>;
        return (
          <li key={id}>
            {mayAct ? <a href={urls.adminOpinion({ ...at, opinion: id })}>{name}</a> : name}{' '}
            {state === 'asked' ? (
              <DueBadge dueOn={dueOn} today={today} />
            ) : (
              <StateBadge tone={opinionLooks[state].tone}>{opinionLooks[state].words()}</StateBadge>
            )}
          </li>
        );
      })}
    </ul>
  );
}
