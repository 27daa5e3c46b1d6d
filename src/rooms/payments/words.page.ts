import * as m from '../../paraglide/messages.js';
import { formatDate } from '../../ui/format.ts';
import type { StateBadgeProps } from '../../ui/tag.tsx';
import type { ReturnCode } from './matching.ts';
import {
  type Batch,
  type BatchRefusal,
  FARTHEST_DAYS,
  LABEL_LENGTH,
  MOST_IN_BATCH,
  type Payer,
  type PaymentState,
  type SettleRefusal,
} from './payment.ts';

export const payerWords: Record<Payer, () => string> = {
  usual: m.payments_payer_usual,
  campaign: m.payments_payer_campaign,
};

export const stateWords: Record<PaymentState, () => string> = {
  sent: m.payments_state_sent,
  paid: m.payments_state_paid,
  rejected: m.payments_state_rejected,
  cancelled: m.payments_state_cancelled,
};

export const stateTones: Record<PaymentState, NonNullable<StateBadgeProps['tone']>> = {
  sent: 'info',
  paid: 'success',
  rejected: 'warning',
  cancelled: 'neutral',
};

export const batchProblems: Record<BatchRefusal, () => string> = {
  'no-account': m.payments_problem_no_account,
  'nothing-chosen': m.payments_problem_nothing_chosen,
  'too-many': () => m.payments_problem_too_many({ most: MOST_IN_BATCH }),
  'no-day': m.payments_problem_no_day,
  'day-past': m.payments_problem_day_past,
  'day-far': () => m.payments_problem_day_far({ days: FARTHEST_DAYS }),
  'label-missing': () => m.payments_problem_label({ most: LABEL_LENGTH }),
  'own-payment': m.payments_problem_own,
  'no-bank-details': m.payments_problem_no_details,
  'not-to-pay': m.payments_problem_not_to_pay,
};

export const settleProblems: Record<SettleRefusal, () => string> = {
  gone: m.payments_problem_gone,
  'already-settled': m.payments_problem_settled,
  'own-payment': m.payments_problem_own_settled,
  'not-now': m.payments_problem_not_now,
};

const returnWords: Record<ReturnCode, () => string> = {
  AC01: m.payments_return_ac01,
  AC03: m.payments_return_ac01,
  AC04: m.payments_return_ac04,
  AC06: m.payments_return_ac06,
  AG01: m.payments_return_ag01,
  BE04: m.payments_return_be04,
  MD07: m.payments_return_md07,
  MS02: m.payments_return_ms02,
  MS03: m.payments_return_ms03,
};

/** What the group reads of a transfer that its bank sent back. */
export const sayReturn = (code: ReturnCode | null): string =>
  code ? returnWords[code]() : m.payments_return_unsaid();

/** `YYYY-MM-DD` in words. */
export const sayDay = (day: string): string => formatDate(new Date(`${day}T12:00:00Z`), 'day');

/** What is shown of an account. */
export const sayAccount = (last4: string): string => `•••• ${last4}`;

export function sayBatch({ cancelledAt, waiting, paid, rejected }: Batch): string {
  if (cancelledAt !== null) return m.payments_state_cancelled();
  const parts = [
    ...(waiting > 0 ? [m.payments_count_waiting({ count: waiting })] : []),
    ...(paid > 0 ? [m.payments_count_paid({ count: paid })] : []),
    ...(rejected > 0 ? [m.payments_count_rejected({ count: rejected })] : []),
  ];
  return parts.join(', ');
}
