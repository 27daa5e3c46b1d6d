/**
 * An edition of a participatory budget: a cycle of five dated steps with one envelope (R31, R35, R67).
 * Dates decide what is open, in database time; nothing switches a phase.
 */

export const STEPS = ['collection', 'study', 'campaign', 'vote', 'delivery'] as const;
export type Step = (typeof STEPS)[number];

export interface Phase {
  step: Step;
  startsAt: Date;
  /** null: has no planned end (delivery). */
  endsAt: Date | null;
}

export interface Category {
  id: string;
  slug: string;
  name: string;
  icon: string;
}

/** The organisation's own help beside the fields of the deposit form (R71); '' leaves the usual words. */
export interface IdeaHelp {
  title: string;
  body: string;
  category: string;
  files: string;
}

export const NO_HELP: IdeaHelp = { title: '', body: '', category: '', files: '' };

/** What an idea must be to be admissible (R68). Its id stays the same under every wording. */
export interface Criterion {
  id: string;
  name: string;
  /** Said under it where it is ticked or checked; '' : nothing more. */
  help: string;
  /** Whether the holder of an idea ticks it too, before publishing. */
  askedOfHolder: boolean;
}

export const ENVELOPE_KINDS = ['town', 'district', 'category', 'priority'] as const;
/** What an envelope pays for: everything, one district, one category, one district that comes first. */
export type EnvelopeKind = (typeof ENVELOPE_KINDS)[number];

/** A share of an edition's money; all of them make the whole. */
export interface Envelope {
  id: string;
  /** '' : that of what it pays for. */
  name: string;
  kind: EnvelopeKind;
  /** Name of the district or category; '' for the whole town. */
  target: string;
  /** Cents. */
  amount: number;
  /** What a project may cost at most, and at least, in cents; null: no such limit. */
  projectCap: number | null;
  projectFloor: number | null;
}

export const BALLOTS = ['approval', 'knapsack', 'points', 'ranking', 'judgment'] as const;
/** How the organisation means to let people vote: its poll's form begins with it. */
export type IntendedBallot = (typeof BALLOTS)[number];

/** Whether depositing an idea asks where it is. */
export const IDEA_PLACES = ['not-asked', 'optional', 'required'] as const;
export type IdeaPlaceAsked = (typeof IDEA_PLACES)[number];

export interface Edition {
  id: string;
  /** Of the final vote of a space of participation (R104): that space. null: of a budget, as all that lists of editions hold. */
  spaceId: string | null;
  slug: string;
  title: string;
  summary: string;
  /** Cents. */
  envelope: number;
  currency: string;
  rulesText: string;
  minimumAgePropose: number;
  minimumAgeVote: number;
  residenceRequired: boolean;
  maximumIdeas: number;
  /** Characters as a person counts them (graphemes). */
  ideaLength: number;
  /** How long an author may edit a published idea that nobody supports, in minutes. */
  editMinutes: number;
  /** Whether its ideas are commented (R99). */
  commentsOpen: boolean;
  ideaPlace: IdeaPlaceAsked;
  maximumChoices: number;
  minimumChoices: number;
  /** Number or name of the council's decision, and its day `YYYY-MM-DD` (R35). */
  councilDecision: string;
  councilDecisionOn: string | null;
  /** Id of the kept file of that decision. */
  councilDecisionFile: string | null;
  responsibleOfficial: string;
  ideaHelp: IdeaHelp;
  /** Quartiers, secteurs: names, in order; empty: the whole town. */
  districts: readonly string[];
  /** In order; one for the whole town where the money is not shared out. */
  envelopes: readonly Envelope[];
  /** In order. */
  criteria: readonly Criterion[];
  intendedBallot: IntendedBallot;
  openedAt: Date | null;
  archivedAt: Date | null;
  /** In order of the five steps. */
  phases: readonly Phase[];
  /** In order of position. */
  categories: readonly Category[];
}

export type PhaseState = 'past' | 'current' | 'next';

export function phaseState(phase: Phase, now: Date): PhaseState {
  if (phase.startsAt > now) return 'next';
  return phase.endsAt !== null && phase.endsAt <= now ? 'past' : 'current';
}

export function findPhase(edition: Edition, step: Step): Phase | null {
  return edition.phases.find((phase) => phase.step === step) ?? null;
}

/** Whether the acts of a step are open now: the edition is opened, not archived, and the dates say so. */
export function isOpen(edition: Edition, step: Step, now: Date): boolean {
  if (edition.openedAt === null || edition.archivedAt !== null) return false;
  const phase = findPhase(edition, step);
  return phase !== null && phaseState(phase, now) === 'current';
}

/** Whether a step has begun (it may be over). */
export function hasBegun(edition: Edition, step: Step, now: Date): boolean {
  if (edition.archivedAt !== null) return true;
  const phase = findPhase(edition, step);
  return edition.openedAt !== null && phase !== null && phase.startsAt <= now;
}

/** The step of the moment: the latest one begun and not over; otherwise the next to come; null when all is over. */
export function currentStep(edition: Edition, now: Date): Step | null {
  const current = edition.phases.filter((phase) => phaseState(phase, now) === 'current').at(-1);
  return (
    (current ?? edition.phases.find((phase) => phaseState(phase, now) === 'next'))?.step ?? null
  );
}

export function findCategory(edition: Edition, id: string | null): Category | null {
  return edition.categories.find((category) => category.id === id) ?? null;
}

/** Full years between two days (`YYYY-MM-DD`): born on 29 February, one turns a year older on 1 March (W17). */
export function ageOn(birthDate: string, day: string): number {
  const [birthYear, birthMonth, birthDay] = birthDate.split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const before = month < birthMonth || (month === birthMonth && date < birthDay);
  return year - birthYear - (before ? 1 : 0);
}
