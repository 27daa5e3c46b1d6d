import { type Database, readNow } from '../../platform/database/database.ts';
import type { Method } from '../electorate/index.ts';
import { countIdeas } from '../ideas/index.ts';
import { findPollState } from '../polls/index.ts';
import { countProjects, findListFreeze } from '../projects/index.ts';
import {
  countDecisions,
  countMerges,
  countStudy,
  countUnanswered,
  findServices,
  type ServiceGap,
} from '../review/index.ts';
import type { Edition } from '../spaces/index.ts';
import { type DueStep, type DueStepKind, listDueSteps } from './due-steps.ts';
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
  /** What the study would miss as departments and their categories stand. */
  gaps: readonly ServiceGap[];
}

export async function findOfficeEdition(
  db: Database,
  organisationId: string,
  edition: Edition,
): Promise<OfficeEdition> {
  const [now, ideas, made, freeze, poll, decisions, merges, unanswered, study, services] =
    await Promise.all([
      readNow(db),
      countIdeas(db, organisationId, edition.id),
      countProjects(db, organisationId, edition.id),
      findListFreeze(db, organisationId, edition.id),
      findPollState(db, organisationId, edition.id),
      countDecisions(db, organisationId, edition.id),
      countMerges(db, organisationId, edition.id),
      countUnanswered(db, organisationId, edition.id),
      countStudy(db, organisationId, edition.id),
      findServices(db, organisationId, edition),
    ]);
  const steps = listDueSteps({
    edition,
    now,
    departments: services.departments.length,
    isRouted: services.isSettled,
    study,
    unpublished: decisions['to-publish'],
    undecided: ideas - decisions.published,
    projects: made.projects,
    listFrozen: freeze !== null,
    poll,
  });
  const isDone = (kind: DueStepKind) =>
    steps.every((step) => step.kind !== kind || step.state === 'done');
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
    // once the ideas are there they are given by hand
    gaps: isDone('collect-ideas') && isDone('declare-services') ? [] : services.gaps,
    steps,
  };
}
