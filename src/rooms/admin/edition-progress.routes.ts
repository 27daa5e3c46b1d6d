import { type Database, readNow } from '../../platform/database/database.ts';
import type { Method } from '../electorate/index.ts';
import { countIdeas } from '../ideas/index.ts';
import { findPollState } from '../polls/index.ts';
import { countProjects, findListFreeze } from '../projects/index.ts';
import { countDecisions, countStudy, type StudyCounts } from '../review/index.ts';
import type { Edition } from '../spaces/index.ts';
import { type DueStep, listDueSteps } from './due-steps.ts';

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
  /** How its ideas stand between departments. */
  study: StudyCounts;
  /** Null: no poll was opened. */
  voters: number | null;
  takesPaper: boolean;
  /** How voters may prove who they are; null while no poll says so. */
  methods: readonly Method[] | null;
  steps: DueStep[];
}

export async function findOfficeEdition(
  db: Database,
  organisationId: string,
  edition: Edition,
): Promise<OfficeEdition> {
  const [now, ideas, made, freeze, poll, decisions, study] = await Promise.all([
    readNow(db),
    countIdeas(db, organisationId, edition.id),
    countProjects(db, organisationId, edition.id),
    findListFreeze(db, organisationId, edition.id),
    findPollState(db, organisationId, edition.id),
    countDecisions(db, organisationId, edition.id),
    countStudy(db, organisationId, edition.id),
  ]);
  return {
    edition,
    now,
    ideas,
    ideasLeft: ideas - made.ideas,
    projects: made.projects,
    cost: made.cost,
    listFrozen: freeze !== null,
    study,
    voters: poll?.voters ?? null,
    takesPaper: poll?.takesPaper ?? false,
    methods: poll?.methods ?? null,
    steps: listDueSteps({
      edition,
      now,
      undecided: ideas - decisions.published,
      projects: made.projects,
      listFrozen: freeze !== null,
      poll,
    }),
  };
}
