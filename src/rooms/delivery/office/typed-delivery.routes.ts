import { readDay } from '../../../platform/clock/paris.ts';
import type { Form } from '../../../platform/http/form.ts';
import { readEuros, writeEuros } from '../../../platform/money/euros.ts';
import { checkAmounts, LONGEST_OUTCOME, type StepChange } from '../advance.ts';
import { MODES, type RealisationStep } from '../realisation.ts';
import type { Frame } from '../realisation-writing.store.ts';
import type { TypedFrame } from './office-delivery.page.tsx';
import type { TypedDay, TypedStep } from './step.page.tsx';
import type { FrameProblems, StepProblems } from './words.page.ts';

const writeCost = (cents: number | null): string => (cents === null ? '' : writeEuros(cents));

export const typeFrame = (frame: Frame): TypedFrame => ({
  department: frame.departmentId ?? '',
  mode: frame.mode,
  committed: writeCost(frame.committedCost),
  spent: writeCost(frame.spentCost),
  outcome: frame.outcome,
});

/** `before`: what those keep who may say the amounts alone. */
export function readFrame(
  form: Form,
  before: Frame,
  { isOfficer, departments }: { isOfficer: boolean; departments: ReadonlySet<string> },
): { typed: TypedFrame; frame: Frame; problems: FrameProblems } {
  const kept = typeFrame(before);
  const typed: TypedFrame = {
    department: isOfficer ? form.text('department') : kept.department,
    mode: isOfficer ? form.text('mode') || kept.mode : kept.mode,
    committed: form.text('committed'),
    spent: form.text('spent'),
    outcome: form.text('outcome').replaceAll(/\s+/g, ' '),
  };
  const problems: FrameProblems = {};
  if (typed.department !== kept.department && typed.department !== '')
    if (!departments.has(typed.department)) problems.department = 'department-unknown';
  if ([...typed.outcome].length > LONGEST_OUTCOME) problems.outcome = 'too-long';
  const readCost = (field: 'committed' | 'spent') => {
    if (typed[field] === '') return null;
    const read = readEuros(typed[field]);
    if (read.ok) return read.cents;
    problems[field] = read.refusal === 'no-amount' ? 'not-an-amount' : read.refusal;
    return null;
  };
  const frame: Frame = {
    departmentId: typed.department || null,
    mode: MODES.find((mode) => mode === typed.mode) ?? before.mode,
    committedCost: readCost('committed'),
    spentCost: readCost('spent'),
    outcome: typed.outcome,
  };
  return { typed, frame, problems: { ...checkAmounts(frame), ...problems } };
}

/** A day in its three fields; that of a month alone has none. */
function typeDay(on: string | null, isMonth: boolean): TypedDay {
  const [year = '', month = '', date = ''] = on?.split('-') ?? [];
  return {
    day: on === null || isMonth ? '' : String(Number(date)),
    month: on === null ? '' : String(Number(month)),
    year,
  };
}

export const typeStep = (
  step: Pick<
    RealisationStep,
    'title' | 'description' | 'plannedOn' | 'plannedIsMonth' | 'doneOn' | 'doneIsMonth'
  >,
): TypedStep => ({
  title: step.title,
  description: step.description,
  planned: typeDay(step.plannedOn, step.plannedIsMonth),
  done: typeDay(step.doneOn, step.doneIsMonth),
});

const readTypedDay = (form: Form, name: string): TypedDay => ({
  day: form.text(`${name}-day`),
  month: form.text(`${name}-month`),
  year: form.text(`${name}-year`),
});

/** Nothing typed is no day; a month and a year without a day are that month. */
function readStepDay({ day, month, year }: TypedDay) {
  if (day === '' && month === '' && year === '') return { on: null, isMonth: false, ok: true };
  const isMonth = day === '';
  const on = readDay({ day: isMonth ? '1' : day, month, year });
  return { on, isMonth, ok: on !== null };
}

export function readStep(form: Form): {
  typed: TypedStep;
  change: StepChange;
  problems: StepProblems;
} {
  const typed: TypedStep = {
    title: form.text('title').replaceAll(/\s+/g, ' '),
    description: form.text('description'),
    planned: readTypedDay(form, 'planned'),
    done: readTypedDay(form, 'done'),
  };
  const [planned, done] = [readStepDay(typed.planned), readStepDay(typed.done)];
  return {
    typed,
    change: {
      title: typed.title,
      description: typed.description,
      plannedOn: planned.on,
      plannedIsMonth: planned.isMonth,
      doneOn: done.on,
      doneIsMonth: done.isMonth,
    },
    problems: {
      ...(!planned.ok && { planned: 'not-a-day' as const }),
      ...(!done.ok && { done: 'not-a-day' as const }),
    },
  };
}
