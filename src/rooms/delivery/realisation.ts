/**
 * « Vous décidez, nous réalisons » (R59, R81): a winner becomes a realisation that advances step by step.
 * State machine: to-launch → study → procurement → works → delivered → inaugurated.
 */

export const STAGES = [
  'to-launch',
  'study',
  'procurement',
  'works',
  'delivered',
  'inaugurated',
] as const;
export type Stage = (typeof STAGES)[number];

export interface RealisationStep {
  id: string;
  stage: Stage;
  title: string;
  description: string;
  /** Days, `YYYY-MM-DD`. */
  plannedOn: string | null;
  doneOn: string | null;
  /** Known by its month only: the day is then the first of it. */
  plannedIsMonth: boolean;
  doneIsMonth: boolean;
}

/** What follows, letters and links call a realisation: `{ kind, id }`. */
export const REALISATION = 'realisation';

/** Who follows a realisation: its holders with an officer and a technician, or the services alone (R60, R61). */
export const MODES = ['team', 'services'] as const;
export type Mode = (typeof MODES)[number];

/** What stops a realisation, with the reason that everybody reads. */
interface Halt {
  kind: HaltKind;
  reason: string;
  at: Date;
}
export type HaltKind = 'suspended' | 'abandoned';

export interface Realisation {
  id: string;
  editionId: string;
  projectId: string;
  /** Cents, as voted. */
  votedCost: number;
  /** Cents, VAT included; null: not known yet. */
  committedCost: number | null;
  spentCost: number | null;
  /** Which department leads it; null: nobody was said. */
  departmentId: string | null;
  mode: Mode;
  /** What it changed, in one sentence (R85); '': not said yet. */
  outcome: string;
  /** What stops it now; null: nothing. */
  halt: Halt | null;
  /** In order. */
  steps: readonly RealisationStep[];
}

/** Where a realisation stands: the stage of its last step done; to-launch before that. */
export function currentStage(realisation: Realisation): Stage {
  return realisation.steps.filter((step) => step.doneOn !== null).at(-1)?.stage ?? 'to-launch';
}

/** The next step to be done, or null when all is done. */
export function nextStep(realisation: Realisation): RealisationStep | null {
  return realisation.steps.find((step) => step.doneOn === null) ?? null;
}

/**
 * A step is late when its planned day has passed and it is not done; one planned for a month, when that month is over.
 * `today` is `YYYY-MM-DD`.
 */
export function isLate(
  step: Pick<RealisationStep, 'plannedOn' | 'plannedIsMonth' | 'doneOn'>,
  today: string,
): boolean {
  if (step.doneOn !== null || step.plannedOn === null) return false;
  return step.plannedIsMonth
    ? step.plannedOn.slice(0, 7) < today.slice(0, 7)
    : step.plannedOn < today;
}

/** Behind its plan, and nothing was said that stops it: what is suspended or abandoned says so instead. */
export function isBehind(realisation: Realisation, today: string): boolean {
  const next = nextStep(realisation);
  return realisation.halt === null && next !== null && isLate(next, today);
}

/** Share of the steps done, in whole percents. */
export function progress(realisation: Realisation): number {
  if (realisation.steps.length === 0) return 0;
  const done = realisation.steps.filter((step) => step.doneOn !== null).length;
  return Math.floor((100 * done) / realisation.steps.length);
}

/** How many months after the announcement each stage of a new realisation is planned for. */
const USUAL_MONTHS: Record<Stage, number> = {
  'to-launch': 0,
  study: 4,
  procurement: 8,
  works: 14,
  delivered: 18,
  inaugurated: 20,
};

/** The dated steps every realisation begins with: within the two years that rules usually promise. */
export function planSteps(
  announcedOn: string,
): { stage: Stage; plannedOn: string; doneOn: string | null }[] {
  return STAGES.map((stage) => ({
    stage,
    plannedOn: addMonths(announcedOn, USUAL_MONTHS[stage]),
    doneOn: stage === 'to-launch' ? announcedOn : null,
  }));
}

/** The same day some months later, or the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  const pad = (value: number, size: number) => String(value).padStart(size, '0');
  return `${pad(newYear, 4)}-${pad(newMonth, 2)}-${pad(Math.min(date, last), 2)}`;
}
