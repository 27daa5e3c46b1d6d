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

/** Whether depositing an idea asks where it is. */
export const IDEA_PLACES = ['not-asked', 'optional', 'required'] as const;
export type IdeaPlaceAsked = (typeof IDEA_PLACES)[number];

export interface Edition {
  id: string;
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
  ideaPlace: IdeaPlaceAsked;
  maximumChoices: number;
  minimumChoices: number;
  /** Number or name of the council's decision, and its day `YYYY-MM-DD` (R35). */
  councilDecision: string;
  councilDecisionOn: string | null;
  responsibleOfficial: string;
  ideaHelp: IdeaHelp;
  /** Quartiers, secteurs: names, in order; empty: the whole town. */
  districts: readonly string[];
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
