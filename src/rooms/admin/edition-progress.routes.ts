import { readNow } from '../../platform/database/database.ts';
import { mayIn } from '../../platform/http/route.ts';
import type { SignedInVisit } from '../../platform/http/visit.ts';
import type { Method } from '../electorate/index.ts';
import { countIdeasOfEditions } from '../ideas/index.ts';
import { listRoleHoldersOfEditions } from '../identity/index.ts';
import { listDepartments } from '../organisations/index.ts';
import { findPollState, findPollStates } from '../polls/index.ts';
import { countProjectsOfEditions, listFrozenEditions } from '../projects/index.ts';
import {
  countDecisionsOfEditions,
  countMergesOfEditions,
  countStudyOfEditions,
  countUnanswered,
  DECIDING_ROLES,
  findRoutings,
  findServices,
  isRoutingSettled,
  mayDecide,
  type ServiceGap,
} from '../review/index.ts';
import { type Edition, hasBegun } from '../spaces/index.ts';
import { findSurveyStates } from '../surveys/index.ts';
import { type DueStep, type DueStepKind, listDueSteps } from './due-steps.ts';
import type { ReadEdition } from './waiting.ts';

/** An edition as its readers look at it. */
export interface SeenEdition {
  edition: Edition;
  now: Date;
  ideas: number;
  /** Ideas that are in no project. */
  ideasLeft: number;
  projects: number;
  /** Cents. */
  cost: number;
  listFrozen: boolean;
  /** None of an archived edition. */
  steps: DueStep[];
  /** What waits in it, for whom; null: archived, nothing waits there any more. */
  waiting: ReadEdition | null;
}

/** The same with its vote, on its own page. */
export interface OfficeEdition extends SeenEdition {
  /** Null: no poll was opened. */
  voters: number | null;
  takesPaper: boolean;
  /** How voters may prove who they are; null while no poll says so. */
  methods: readonly Method[] | null;
  /** What the study would miss as departments and their categories stand. */
  gaps: readonly ServiceGap[];
}

/**
 * Editions with their counters, each the length of the list behind it (R197): the same few queries however many there
 * are. What waits is counted in those only that are not archived.
 */
export async function findSeenEditions(
  { db, organisation, visitor }: SignedInVisit,
  editions: readonly Edition[],
): Promise<SeenEdition[]> {
  const all = editions.map(({ id }) => id);
  const live = editions.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id);
  const of = [db, organisation.id] as const;
  const [now, departments, ideas, projects, frozen] = await Promise.all([
    readNow(db),
    listDepartments(...of),
    countIdeasOfEditions(...of, all),
    countProjectsOfEditions(...of, all),
    listFrozenEditions(...of, all),
  ]);
  const [polls, decisions, merges, unanswered, study, routings, deciders, surveys] =
    await Promise.all([
      findPollStates(...of, live),
      countDecisionsOfEditions(...of, live),
      countMergesOfEditions(...of, live),
      countUnanswered(...of, live),
      countStudyOfEditions(...of, live),
      findRoutings(...of, live),
      listRoleHoldersOfEditions(...of, DECIDING_ROLES, live),
      findSurveyStates(...of, live),
    ]);
  return editions.map((edition): SeenEdition => {
    const { id } = edition;
    const made = projects.get(id) ?? { projects: 0, cost: 0, ideas: 0 };
    const deposited = ideas.get(id) ?? 0;
    const seen = {
      edition,
      now,
      ideas: deposited,
      ideasLeft: deposited - made.ideas,
      projects: made.projects,
      cost: made.cost,
      listFrozen: frozen.has(id),
    };
    if (edition.archivedAt !== null) return { ...seen, steps: [], waiting: null };
    const decided = decisions.get(id)!;
    const studied = study.get(id)!;
    const routing = routings.get(id)!;
    const isOfficer = mayIn('officer', visitor, id);
    return {
      ...seen,
      steps: listDueSteps({
        edition,
        now,
        departments: departments.length,
        isRouted: isRoutingSettled({ categories: edition.categories, departments, routing }),
        study: studied,
        unpublished: decided['to-publish'],
        undecided: deposited - decided.published,
        projects: made.projects,
        listFrozen: seen.listFrozen,
        poll: polls.get(id) ?? null,
        survey: surveys.get(id) ?? null,
      }),
      waiting: {
        counts: {
          study: studied,
          decisions: decided,
          unanswered: unanswered.get(id) ?? 0,
          mergesProposed: merges.get(id)!.proposed,
        },
        listFrozen: seen.listFrozen,
        studyBegun: hasBegun(edition, 'study', now),
        mayPrepare: isOfficer,
        // where an edition has deciders they alone decide, elsewhere the office does
        mayDecide:
          mayIn('decider', visitor, id) &&
          mayDecide(deciders.get(id) ?? [], { personId: visitor.id, isOfficer }),
      },
    };
  });
}

export async function readOfficeEdition(
  visit: SignedInVisit,
  edition: Edition,
): Promise<OfficeEdition> {
  const { db, organisation } = visit;
  const [[seen], poll, services] = await Promise.all([
    findSeenEditions(visit, [edition]),
    findPollState(db, organisation.id, edition.id),
    findServices(db, organisation.id, edition),
  ]);
  const isDone = (kind: DueStepKind) =>
    seen!.steps.every((step) => step.kind !== kind || step.state === 'done');
  return {
    ...seen!,
    voters: poll?.voters ?? null,
    takesPaper: poll?.takesPaper ?? false,
    methods: poll?.methods ?? null,
    // once the ideas are there they are given by hand
    gaps: isDone('collect-ideas') && isDone('declare-services') ? [] : services.gaps,
  };
}
