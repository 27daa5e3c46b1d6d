import * as m from '../../../paraglide/messages.js';
import { formatDate } from '../../../ui/format.ts';
import {
  type ConfirmationRefusal,
  type FormRefusal,
  INVALIDATION_REASON_LENGTH,
  type InvalidationRule,
  MOST_NUMBERS,
  type RestoringRefusal,
} from './invalidation.ts';

export const INVALIDATION_FIELDS = {
  rule: 'regle',
  point: 'point',
  from: 'du',
  to: 'au',
  batch: 'lot',
  numbers: 'numeros',
  reason: 'motif',
  agree: 'accord',
  number: 'numero',
  email: 'courriel',
} as const;

export const sayDay = (day: string): string => formatDate(new Date(`${day}T12:00:00Z`), 'day');

/** « Votes au point « Médiathèque » du 12 mars 2026 au 13 mars 2026 » */
export function sayRule(rule: InvalidationRule): string {
  switch (rule.kind) {
    case 'point-days':
      return m.watch_say_point({
        point: rule.point,
        from: sayDay(rule.from),
        to: sayDay(rule.to),
      });
    case 'entries':
      return m.watch_say_entries();
    case 'codes':
      return m.watch_say_codes({ batch: rule.batch });
  }
}

/** Beside which field each refusal stands. `numbers`: those that are on no list. */
export const formProblems: Record<
  FormRefusal,
  [field: string, words: (numbers: readonly string[]) => string]
> = {
  'rule-missing': [INVALIDATION_FIELDS.rule, m.watch_inv_rule_missing],
  'point-missing': [INVALIDATION_FIELDS.point, m.watch_inv_point_missing],
  'batch-missing': [INVALIDATION_FIELDS.batch, m.watch_inv_batch_missing],
  'days-wrong': [INVALIDATION_FIELDS.to, m.watch_inv_days_wrong],
  'numbers-missing': [INVALIDATION_FIELDS.numbers, m.watch_inv_numbers_missing],
  'too-many-numbers': [
    INVALIDATION_FIELDS.numbers,
    () => m.watch_inv_numbers_many({ max: MOST_NUMBERS }),
  ],
  'numbers-unknown': [
    INVALIDATION_FIELDS.numbers,
    (numbers) => m.watch_inv_number_unknown({ numbers: numbers.slice(0, 10).join(', ') }),
  ],
  'reason-missing': [INVALIDATION_FIELDS.reason, m.watch_inv_reason_missing],
  'reason-too-long': [
    INVALIDATION_FIELDS.reason,
    () => m.watch_inv_reason_long({ max: INVALIDATION_REASON_LENGTH }),
  ],
};

export const invalidationRefusalWords: Record<
  ConfirmationRefusal | RestoringRefusal | 'agree-missing' | 'restore-missing',
  () => string
> = {
  'nobody-concerned': m.watch_inv_refused_nobody,
  'same-officer': m.watch_inv_refused_same,
  'settled-already': m.watch_inv_refused_settled,
  'box-sealed': m.watch_inv_refused_sealed,
  'vote-not-begun': m.watch_inv_refused_waiting,
  'poll-locked': m.watch_inv_refused_locked,
  'box-out-of-reach': m.watch_inv_refused_box,
  'vote-over': m.watch_inv_restore_vote_over,
  'nobody-found': m.watch_inv_restore_nobody,
  'all-restored': m.watch_inv_restore_over,
  'agree-missing': m.watch_inv_agree_missing,
  'restore-missing': m.watch_inv_restore_missing,
};
