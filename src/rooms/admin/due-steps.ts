/** What an officer has to do in an edition, in the order in which it must happen, and until when. */
import type { StudyCounts } from '../review/index.ts';
import { type Edition, findPhase } from '../spaces/index.ts';
import type { SurveyState } from '../surveys/index.ts';

export type DueStepKind =
  | 'open-edition'
  | 'declare-services'
  | 'collect-ideas'
  | 'assign-ideas'
  | 'gather-opinions'
  | 'decide-ideas'
  | 'publish-decisions'
  | 'make-projects'
  | 'freeze-list'
  | 'open-poll'
  | 'hold-vote'
  | 'seal-poll'
  | 'count-poll'
  | 'publish-result'
  | 'open-survey'
  | 'read-survey'
  | 'follow-up';

export interface DueStep {
  kind: DueStepKind;
  /** now: it can and should be done; waiting: nothing to do but let time pass. */
  state: 'done' | 'now' | 'late' | 'waiting' | 'later';
  /** When it should be done by; for what waits, when that ends. */
  due: Date | null;
}

export interface EditionProgress {
  edition: Edition;
  now: Date;
  /** Services that can be asked. */
  departments: number;
  /** Somebody said which service the ideas of each category go to. */
  isRouted: boolean;
  study: Pick<StudyCounts, 'unassigned' | 'returned' | 'asked' | 'late'>;
  /** Ideas whose decision is not published yet. */
  undecided: number;
  /** Among them, those that are decided. */
  unpublished: number;
  projects: number;
  listFrozen: boolean;
  poll: {
    state: 'waiting' | 'open' | 'closed' | 'sealed' | 'counted' | 'published' | 'locked';
    closesAt: Date;
  } | null;
  /** null: no questionnaire is prepared. */
  survey: { state: SurveyState; closesAt: Date | null } | null;
}

interface Planned {
  kind: DueStepKind;
  done: boolean;
  /** Nothing to do but let time pass. */
  waits?: boolean;
  /** No other step waits for it. */
  aside?: boolean;
  /** It can be begun now, before what comes first is done. */
  early?: boolean;
  /** Something in it is late already, before the day of the whole. */
  isLate?: boolean;
  due: Date | null;
}

/** Two weeks for the office to read what departments said, before the study ends. */
const OFFICE_DAYS = 14;
/** Two weeks, once the study begins, to find a department for each idea. */
const ASSIGNING_DAYS = 14;
/** No department is given less. */
const LEAST_DAYS = 7;

const before = (date: Date | null, days: number): Date | null =>
  date && new Date(date.getTime() - days * 24 * 3600 * 1000);

const earliest = (a: Date | null, b: Date | null): Date | null => (a && b && b < a ? b : (a ?? b));

/** Every step of an edition; none of an archived one. */
export function listDueSteps({
  edition,
  now,
  departments,
  isRouted,
  study,
  undecided,
  unpublished,
  projects,
  listFrozen,
  poll,
  survey,
}: EditionProgress): DueStep[] {
  if (edition.archivedAt !== null) return [];
  const starts = (step: 'collection' | 'study' | 'campaign' | 'vote') =>
    findPhase(edition, step)?.startsAt ?? null;
  const ends = (step: 'collection' | 'study' | 'vote') => findPhase(edition, step)?.endsAt ?? null;
  const reached = (...states: string[]) => poll !== null && states.includes(poll.state);
  const isOpened = edition.openedAt !== null;
  const collectionEnd = ends('collection');
  const isCollected = isOpened && collectionEnd !== null && collectionEnd <= now;
  const closesAt = poll?.closesAt ?? ends('vote');
  const isClosed = reached('closed', 'sealed', 'counted', 'published');

  const isStudied = listFrozen || (isCollected && undecided === 0);
  const unassigned = study.unassigned + study.returned;
  const studyEnd = ends('study') ?? starts('campaign');
  const opinionsBy = before(studyEnd, OFFICE_DAYS);
  const assignBy = earliest(
    before(starts('study'), -ASSIGNING_DAYS),
    before(opinionsBy, LEAST_DAYS),
  );

  const steps: Planned[] = [
    { kind: 'open-edition', done: isOpened, due: starts('collection') },
    {
      kind: 'declare-services',
      // once the ideas are there they are given by hand
      done: isStudied || (departments > 0 && (isRouted || isCollected)),
      aside: true,
      early: true,
      due: starts('collection'),
    },
    { kind: 'collect-ideas', done: isCollected || listFrozen, waits: true, due: collectionEnd },
    {
      kind: 'assign-ideas',
      done: isStudied || (isCollected && unassigned === 0),
      aside: true,
      early: isCollected,
      due: assignBy,
    },
    {
      kind: 'gather-opinions',
      done: isStudied || (isCollected && unassigned + study.asked === 0),
      aside: true,
      early: isCollected && study.asked > 0,
      waits: study.late === 0 && (opinionsBy === null || opinionsBy > now),
      isLate: study.late > 0,
      due: opinionsBy,
    },
    {
      kind: 'decide-ideas',
      done: isStudied || (isCollected && undecided === unpublished),
      due: studyEnd,
    },
    {
      kind: 'publish-decisions',
      done: isStudied,
      // they are published some by some, while others are still being decided
      early: isCollected && unpublished > 0,
      due: studyEnd,
    },
    { kind: 'make-projects', done: listFrozen, due: studyEnd },
    {
      kind: 'freeze-list',
      done: listFrozen,
      // as soon as it holds a project and everything is decided
      early: isStudied && projects > 0,
      due: starts('campaign'),
    },
    { kind: 'open-poll', done: poll !== null, due: starts('vote') },
    { kind: 'hold-vote', done: isClosed, waits: true, due: closesAt },
    { kind: 'seal-poll', done: reached('sealed', 'counted', 'published'), due: null },
    { kind: 'count-poll', done: reached('counted', 'published'), due: null },
    { kind: 'publish-result', done: reached('published'), due: null },
    {
      kind: 'open-survey',
      done: survey !== null && survey.state !== 'draft',
      aside: true,
      // the result tells everybody that the edition comes to its end
      early: reached('published'),
      due: null,
    },
    {
      kind: 'read-survey',
      done: survey?.state === 'published',
      aside: true,
      early: survey !== null && survey.state !== 'draft',
      waits: survey !== null && survey.state !== 'closed',
      due: survey?.closesAt && survey.state !== 'closed' ? survey.closesAt : null,
    },
    { kind: 'follow-up', done: false, due: null },
  ];
  const first = steps.findIndex((step) => !step.done && !step.aside);
  return steps.map(({ kind, done, waits, early, isLate, due }, index): DueStep => {
    if (done) return { kind, state: 'done', due };
    if (index !== first && !early) return { kind, state: 'later', due };
    if (waits) return { kind, state: 'waiting', due };
    return { kind, state: isLate || (due !== null && due <= now) ? 'late' : 'now', due };
  });
}

/** What calls for somebody now, the most urgent first. */
export function listUrgentSteps<T extends { steps: readonly DueStep[] }>(
  editions: readonly T[],
): { of: T; step: DueStep }[] {
  const rank = (step: DueStep) => (step.state === 'late' ? 0 : 1);
  const time = (step: DueStep) => step.due?.getTime() ?? Number.NEGATIVE_INFINITY;
  return editions
    .flatMap((of) =>
      of.steps
        .filter((step) => step.state === 'now' || step.state === 'late')
        .map((step) => ({ of, step })),
    )
    .sort((a, b) => rank(a.step) - rank(b.step) || time(a.step) - time(b.step));
}
