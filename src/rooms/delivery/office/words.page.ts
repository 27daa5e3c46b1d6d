import * as m from '../../../paraglide/messages.js';
import type { Problems } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import {
  type AmountRefusal,
  type HaltRefusal,
  LONGEST_OUTCOME,
  LONGEST_REASON,
  LONGEST_STEP,
  type StepField,
  type StepRefusal,
} from '../advance.ts';
import type { Mode } from '../realisation.ts';

export const modeWords: Record<Mode, { name: () => string; hint: () => string }> = {
  team: { name: m.deliver_mode_team, hint: m.deliver_mode_team_hint },
  services: { name: m.deliver_mode_services, hint: m.deliver_mode_services_hint },
};

/** A day typed that is none. */
type DayRefusal = 'not-a-day';

const stepWords: Record<StepRefusal | DayRefusal, (field: StepField | 'planned') => string> = {
  'not-a-day': m.deliver_refused_not_a_day,
  'in-future': m.deliver_refused_in_future,
  halted: m.deliver_refused_halted,
  'earlier-undone': m.deliver_refused_earlier_undone,
  'later-done': m.deliver_refused_later_done,
  'before-earlier': m.deliver_refused_before_earlier,
  'after-later': m.deliver_refused_after_later,
  'too-long': (field) =>
    m.deliver_refused_too_long({
      max: formatNumber(LONGEST_STEP[field === 'title' ? 'title' : 'description']),
    }),
};

export type StepProblems = Partial<Record<StepField | 'planned', StepRefusal | DayRefusal>>;

export const sayStepProblems = (problems: StepProblems): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [
      field,
      stepWords[refusal](field as StepField),
    ]),
  );

const amountWords: Record<AmountRefusal | 'not-an-amount' | 'negative-amount', () => string> = {
  'amount-too-large': m.deliver_refused_amount_too_large,
  'spent-over-committed': m.deliver_refused_spent_over_committed,
  'not-an-amount': m.deliver_refused_not_an_amount,
  'negative-amount': m.deliver_refused_negative_amount,
};

export type FrameProblems = Partial<
  Record<'committed' | 'spent', AmountRefusal | 'not-an-amount' | 'negative-amount'>
> & { department?: 'department-unknown'; outcome?: 'too-long' };

export const sayFrameProblems = ({ department, outcome, ...amounts }: FrameProblems): Problems => ({
  ...(department && { department: m.deliver_refused_department() }),
  ...(outcome && { outcome: m.deliver_refused_too_long({ max: formatNumber(LONGEST_OUTCOME) }) }),
  ...Object.fromEntries(
    Object.entries(amounts).map(([field, refusal]) => [field, amountWords[refusal]()]),
  ),
});

const haltRefusals: Record<HaltRefusal, () => string> = {
  'reason-missing': m.deliver_refused_reason_missing,
  'too-long': () => m.deliver_refused_too_long({ max: formatNumber(LONGEST_REASON) }),
  'already-suspended': m.deliver_refused_already_suspended,
  'already-abandoned': m.deliver_refused_already_abandoned,
  'not-halted': m.deliver_refused_not_halted,
  finished: m.deliver_refused_finished,
};

/** Beside the reason, or of the whole act. */
export const sayHaltRefusal = (refusal: HaltRefusal): Problems => ({
  [refusal === 'reason-missing' || refusal === 'too-long' ? 'reason' : 'form']:
    haltRefusals[refusal](),
});

/** What somebody else saved meanwhile, beside a field. */
export const sayTheirs = (shown: string): string =>
  shown === '' ? m.deliver_conflict_empty() : m.deliver_conflict_field({ saved: shown });
