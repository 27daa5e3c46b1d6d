import { type HaltKind, type RealisationStep, STAGES, type Stage } from './realisation.ts';

/**
 * How a realisation advances (R59, R81). Steps are done in their order, on days that follow each other; each one is
 * said by somebody: a later step done says nothing of an earlier one. What is suspended or abandoned does not advance
 * until it is taken up again.
 */

/** What is written of one step. Days `YYYY-MM-DD`, the first of the month where only the month is known. */
export interface StepChange {
  title: string;
  description: string;
  plannedOn: string | null;
  plannedIsMonth: boolean;
  doneOn: string | null;
  doneIsMonth: boolean;
}

export type StepRefusal =
  | 'in-future'
  | 'halted'
  | 'earlier-undone'
  | 'later-done'
  | 'before-earlier'
  | 'after-later'
  | 'too-long';

export type StepField = 'title' | 'description' | 'done';

/** Characters at most. */
export const LONGEST_STEP = { title: 120, description: 3000 } as const;

type Steps = readonly Pick<RealisationStep, 'stage' | 'doneOn' | 'doneIsMonth'>[];

/** What does not hold of a change of one step, by field; empty: it may be kept. `today`: `YYYY-MM-DD`. */
export function checkStep(
  steps: Steps,
  halted: HaltKind | null,
  stage: Stage,
  change: StepChange,
  today: string,
): Partial<Record<StepField, StepRefusal>> {
  const problems: Partial<Record<StepField, StepRefusal>> = {};
  for (const field of ['title', 'description'] as const)
    if ([...change[field]].length > LONGEST_STEP[field]) problems[field] = 'too-long';
  const done = refuseDone(steps, halted, stage, change, today);
  if (done) problems.done = done;
  return problems;
}

function refuseDone(
  steps: Steps,
  halted: HaltKind | null,
  stage: Stage,
  { doneOn, doneIsMonth }: StepChange,
  today: string,
): StepRefusal | null {
  const at = STAGES.indexOf(stage);
  const before = steps.find((step) => step.stage === stage);
  const earlier = steps.filter((step) => STAGES.indexOf(step.stage) < at);
  const later = steps.filter((step) => STAGES.indexOf(step.stage) > at && step.doneOn !== null);
  const isNew = (before?.doneOn ?? null) === null;
  if (doneOn === null) return !isNew && later.length > 0 ? 'later-done' : null;
  if (isAfter({ on: doneOn, isMonth: doneIsMonth }, { on: today, isMonth: false }))
    return 'in-future';
  if (isNew && halted !== null) return 'halted';
  if (isNew && earlier.some((step) => step.doneOn === null)) return 'earlier-undone';
  const day = { on: doneOn, isMonth: doneIsMonth };
  if (earlier.some((step) => step.doneOn !== null && isAfter(dayOf(step, step.doneOn), day)))
    return 'before-earlier';
  if (later.some((step) => step.doneOn !== null && isAfter(day, dayOf(step, step.doneOn))))
    return 'after-later';
  return null;
}

const dayOf = (step: Steps[number], on: string) => ({ on, isMonth: step.doneIsMonth });

/** Whether one day is surely after another: of a month, nothing is known but the month. */
export function isAfter(
  one: { on: string; isMonth: boolean },
  other: { on: string; isMonth: boolean },
): boolean {
  const length = one.isMonth || other.isMonth ? 7 : 10;
  return one.on.slice(0, length) > other.on.slice(0, length);
}

export type HaltAct = 'suspend' | 'abandon' | 'resume';
export type HaltRefusal =
  | 'reason-missing'
  | 'too-long'
  | 'already-suspended'
  | 'already-abandoned'
  | 'not-halted'
  | 'finished';

/** Characters at most of the reason that everybody reads. */
export const LONGEST_REASON = 1000;

/**
 * Whether a realisation may be suspended, abandoned or taken up again; null: yes. What is delivered is not abandoned
 * any more, and what is inaugurated is not suspended either.
 */
export function refuseHalt(
  { halted, stage }: { halted: HaltKind | null; stage: Stage },
  act: HaltAct,
  reason: string,
): HaltRefusal | null {
  if (act === 'resume') return halted === null ? 'not-halted' : null;
  if (halted === 'abandoned') return 'already-abandoned';
  if (act === 'suspend' && halted === 'suspended') return 'already-suspended';
  if (stage === 'inaugurated' || (act === 'abandon' && stage === 'delivered')) return 'finished';
  if (reason === '') return 'reason-missing';
  return [...reason].length > LONGEST_REASON ? 'too-long' : null;
}

/** Characters at most of what a realisation changed: one sentence. */
export const LONGEST_OUTCOME = 200;

export type AmountRefusal = 'amount-too-large' | 'spent-over-committed';

/** Cents: a billion euros, as no project may cost more. */
const HIGHEST = 1_000_000_000_00;

/** Money is committed before it is spent: nobody pays more than was ordered. Cents; null: not known. */
export function checkAmounts({
  committedCost,
  spentCost,
}: {
  committedCost: number | null;
  spentCost: number | null;
}): { committed?: AmountRefusal; spent?: AmountRefusal } {
  const problems: { committed?: AmountRefusal; spent?: AmountRefusal } = {};
  if (committedCost !== null && committedCost > HIGHEST) problems.committed = 'amount-too-large';
  if (spentCost !== null && spentCost > HIGHEST) problems.spent = 'amount-too-large';
  else if (spentCost !== null && committedCost !== null && spentCost > committedCost)
    problems.spent = 'spent-over-committed';
  return problems;
}
