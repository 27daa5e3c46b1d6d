import { type Database, readNow } from '../../platform/database/database.ts';
import type { Method } from '../electorate/index.ts';
import { countIdeas } from '../ideas/index.ts';
import { listDepartments } from '../organisations/index.ts';
import { findPollState } from '../polls/index.ts';
import { countProjects, findListFreeze } from '../projects/index.ts';
import {
  countDecisions,
  countMerges,
  countStudy,
  countUnanswered,
  findRouting,
} from '../review/index.ts';
import type { Edition } from '../spaces/index.ts';
import { type DueStep, listDueSteps } from './due-steps.ts';
import type { EditionCounts } from './waiting.ts';

/** An edition as its officers look at it. Every counter is the length of the list behind it. */
export interface OfficeEdition {
  edition: Edition;
  now: Date;
  ideas: number;
  /** Ideas that are in no project. */
  ideasLeft: number;
  projects: number;
  /** Cents. */
  cost: number;
  listFrozen: boolean;
  /** Null: no poll was opened. */
  voters: number | null;
  takesPaper: boolean;
  /** How voters may prove who they are; null while no poll says so. */
  methods: readonly Method[] | null;
  counts: EditionCounts;
  steps: DueStep[];
}

export async function findOfficeEdition(
  db: Database,
  organisationId: string,
  edition: Edition,
): Promise<OfficeEdition> {
  const [now, ideas, made, freeze, poll, decisions, merges, unanswered, services, study, routing] =
    await Promise.all([
      readNow(db),
      countIdeas(db, organisationId, edition.id),
      countProjects(db, organisationId, edition.id),
      findListFreeze(db, organisationId, edition.id),
      findPollState(db, organisationId, edition.id),
      countDecisions(db, organisationId, edition.id),
      countMerges(db, organisationId, edition.id),
      countUnanswered(db, organisationId, edition.id),
      listDepartments(db, organisationId),
      countStudy(db, organisationId, edition.id),
      findRouting(db, organisationId, edition.id),
    ]);
  return {
    edition,
    now,
    ideas,
    ideasLeft: ideas - made.ideas,
    projects: made.projects,
    cost: made.cost,
    listFrozen: freeze !== null,
    voters: poll?.voters ?? null,
    takesPaper: poll?.takesPaper ?? false,
    methods: poll?.methods ?? null,
    counts: { study, decisions, unanswered, mergesProposed: merges.proposed },
    steps: listDueSteps({
      edition,
      now,
      departments: services.length,
      isRouted:
        routing.version > 0 || edition.categories.every(({ id }) => routing.departments.has(id)),
      study,
      unpublished: decisions['to-publish'],
      undecided: ideas - decisions.published,
      projects: made.projects,
      listFrozen: freeze !== null,
      poll,
    }),
  };
}
