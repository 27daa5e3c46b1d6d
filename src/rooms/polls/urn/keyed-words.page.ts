/** What was keyed, in words; and what is said when it cannot be kept. */
import * as m from '../../../paraglide/messages.js';
import { voteRefusalWords } from '../ballot/refusal-words.page.ts';
import { numberOptions } from '../paper/ballot-sheet.ts';
import type { Poll } from '../poll.ts';
import { sayValue } from '../receipt/ballot-in-words.page.tsx';
import { readBallot } from '../receipt/ballot-reading.ts';
import { type BallotScreen, screenOf } from '../settings.ts';
import type { BatchRefusal, BatchState } from './batch.ts';
import {
  type KeyedBallot,
  readKeyed,
  type TypingRefusal,
  type VoidReason,
} from './keyed-ballot.ts';
import type { ClosingRefusal } from './point-paper.ts';

export const voidWords: Record<VoidReason, () => string> = {
  recognisable: m.urn_void_recognisable,
  unreadable: m.urn_void_unreadable,
  contradictory: m.urn_void_contradictory,
  'another-paper': m.urn_void_another_paper,
};

/** « n° 3 Le jardin · n° 7 Le préau », « Blanc », « Nul : illisible ». */
function sayKeyed(poll: Poll, ballot: KeyedBallot, currency: string): string {
  if (ballot.kind === 'blank') return m.urn_says_blank();
  if (ballot.kind === 'void') {
    const reason =
      ballot.reason === 'not-allowed'
        ? voteRefusalWords(ballot.refused.refusal, poll, ballot.refused.about, currency)
        : voidWords[ballot.reason]();
    return m.urn_says_void({ reason });
  }
  const numbers = new Map(numberOptions(poll).map(({ key, number }) => [key, number]));
  const readings = [...readBallot(poll, ballot.choices)];
  // in the order of the paper, to be compared with it
  if (poll.kind !== 'ordinal') readings.sort((a, b) => a.number - b.number);
  return readings
    .map((reading) => {
      const value = sayValue(poll, reading);
      const { key, label } = reading.option;
      const named = m.urn_says_option({ number: numbers.get(key)!, label });
      return value === null ? named : m.urn_says_value({ option: named, value });
    })
    .join(' · ');
}

/** The same, of what was typed and kept. */
export function sayTyped(poll: Poll, typed: string, currency: string): string {
  const read = readKeyed(poll, typed);
  return read.ok ? sayKeyed(poll, read.ballot, currency) : typed;
}

const screenHints: Record<BallotScreen, (poll: Poll) => string> = {
  approval: m.urn_type_numbers,
  knapsack: m.urn_type_numbers,
  points: m.urn_type_points,
  ranking: m.urn_type_ranking,
  judgment: (poll) =>
    m.urn_type_judgment({
      mentions: poll.settings.mentions.map((mention, at) => `${at + 1} ${mention}`).join(' · '),
    }),
  'yes-no': m.urn_type_yes_no,
};

export const hintOf = (poll: Poll) => screenHints[screenOf(poll.kind, poll.settings)](poll);

export function typingWords(
  { refusal, found }: { refusal: TypingRefusal; found: string },
  poll: Poll,
): string {
  const words: Record<TypingRefusal, () => string> = {
    'nothing-typed': m.urn_typing_nothing,
    'too-long': m.urn_typing_too_long,
    'void-without-reason': m.urn_typing_void,
    unreadable: () => m.urn_typing_unreadable({ found }),
    'number-unknown': () => m.urn_typing_unknown({ found }),
    'number-twice': () => m.urn_typing_twice({ found }),
    'answers-missing': () => m.urn_typing_missing({ found, lines: poll.options.length }),
    'answer-unknown': () => m.urn_typing_answer({ found }),
  };
  return words[refusal]();
}

export const batchRefusalWords: Record<BatchRefusal | ClosingRefusal, () => string> = {
  'keying-not-open': m.urn_refused_not_open,
  'batch-number-taken': m.urn_refused_number_taken,
  'point-closed': m.urn_refused_point_closed,
  'batch-signed': m.urn_refused_signed,
  'batch-gone': m.urn_refused_gone,
  'batch-taken': m.urn_refused_taken,
  'not-your-batch': m.urn_refused_not_yours,
  'pile-finished': m.urn_refused_finished,
  'pile-full': m.urn_refused_full,
  'count-differs': m.urn_refused_count,
  'place-moved': m.urn_refused_place,
  'nothing-keyed': m.urn_refused_nothing,
  'not-finished': m.urn_refused_not_finished,
  'no-difference-there': m.urn_refused_no_difference,
  'keyer-cannot-decide': m.urn_refused_keyer,
  'still-different': m.urn_refused_different,
  'signed-by-you': m.urn_refused_signed_by_you,
  'totals-changed': m.urn_refused_totals_changed,
  'totals-same-person': m.urn_refused_totals_same,
  'reason-missing': m.urn_closing_reason_missing,
  'reason-too-long': m.urn_closing_reason_long,
  'batches-open': m.urn_closing_batches_open,
  'nothing-differs': m.urn_closing_nothing,
};

export const stateWords: Record<BatchState, () => string> = {
  waiting: m.urn_state_waiting,
  keyed: m.urn_state_keyed,
  compared: m.urn_state_compared,
  agreed: m.urn_state_agreed,
  signed: m.urn_state_signed,
};
