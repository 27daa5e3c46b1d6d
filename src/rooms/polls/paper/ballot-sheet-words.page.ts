/** The sentences of a printed ballot: how to fill it in, what it must respect, what makes it void. */
import * as m from '../../../paraglide/messages.js';
import { formatMoney } from '../../../ui/format.ts';
import { choiceWords, costWords, pointsWords } from '../ballot/ballot-limits.page.tsx';
import { defaultMention, groupName } from '../ballot/ballot-words.page.ts';
import type { Poll } from '../poll.ts';
import type { BallotScreen, Envelope } from '../settings.ts';
import type { BallotSheet, Voiding } from './ballot-sheet.ts';

/** What one does, in one sentence. */
export function sayGesture({ groups }: Poll['settings'], sheet: BallotSheet): string {
  const { screen, parts, most } = sheet;
  const bounded = groups.length > 0 || parts.length > 1 || screen === 'knapsack';
  const gestures: Record<BallotScreen, () => string> = {
    approval: () => sayTicks(sheet, bounded),
    knapsack: () => sayTicks(sheet, bounded),
    points: m.printed_points,
    ranking: () => m.printed_rank({ count: most }),
    judgment: m.printed_judge,
    'yes-no': m.printed_answer,
  };
  return gestures[screen]();
}

/** `bounded`: there are limits besides that number, said below it. */
function sayTicks({ least, most, size }: BallotSheet, bounded: boolean): string {
  if (least === most) return m.printed_tick_exactly({ count: most });
  if (most < size) return m.printed_tick_between({ least, most });
  return bounded ? m.printed_tick_within() : m.printed_tick_least({ count: least });
}

/** What the ballot must respect beyond that, a line each; nothing where there is nothing. */
export function listRules(poll: Poll, sheet: BallotSheet, currency: string): string[] {
  const { subject, groups, envelopes } = poll.settings;
  const { screen, parts, least, most, size } = sheet;
  const ticked = screen === 'approval' || screen === 'knapsack';
  const scoped = (scope: string, words: string) => m.ballot_scope({ scope, words });
  const lines = [
    // the gesture of a ballot that is ticked says it already
    ticked || (least === 1 && most >= size) ? null : choiceWords(subject, least, most, size),
    ...parts.flatMap(({ envelope, options }) =>
      listPartRules(envelope, options.length, subject, currency, envelopes.length > 1),
    ),
    ...groups.map((group) => {
      const words = choiceWords(subject, group.minimum ?? 0, group.maximum ?? size, size);
      return words && scoped(groupName(group), words);
    }),
    screen === 'judgment' ? m.printed_judge_rest({ mention: defaultMention(poll.settings) }) : null,
    screen === 'yes-no' ? m.printed_answer_rest() : null,
  ];
  return lines.filter((line) => line !== null);
}

function listPartRules(
  envelope: Envelope,
  size: number,
  subject: Poll['settings']['subject'],
  currency: string,
  several: boolean,
): string[] {
  const { minimumChoices, maximumChoices, limits, label } = envelope;
  const lines = [
    several ? choiceWords(subject, minimumChoices, maximumChoices, size) : null,
    costWords(envelope, currency),
    pointsWords(envelope),
    limits.maxPoints === undefined ? null : m.printed_points_each({ count: limits.maxPoints }),
  ].filter((line) => line !== null);
  return several ? lines.map((words) => m.ballot_scope({ scope: label, words })) : lines;
}

export function sayVoiding(voiding: Voiding, { least, most }: BallotSheet): string {
  const words: Record<Voiding, () => string> = {
    recognisable: m.printed_void_recognisable,
    empty: m.printed_void_empty,
    'too-few': () => m.printed_void_too_few({ least }),
    'too-many': () => m.printed_void_too_many({ count: most }),
    'part-not-kept': m.printed_void_part,
    'over-cost': m.printed_void_over_cost,
    'under-cost': m.printed_void_under_cost,
    'too-many-points': m.printed_void_too_many_points,
    'too-few-points': m.printed_void_too_few_points,
    'too-many-points-each': m.printed_void_too_many_points_each,
    'ranks-unclear': m.printed_void_ranks,
    'two-answers': m.printed_void_two_answers,
  };
  return words[voiding]();
}

/** What a line is answered with, in the order of the screen; empty where a box needs no words. */
export function listAnswers(poll: Poll, { screen }: BallotSheet): readonly string[] {
  if (screen === 'judgment') return poll.settings.mentions;
  return screen === 'yes-no' ? [m.ballot_yes(), m.ballot_no(), m.ballot_abstain()] : [];
}

/** A line to add up one's choices by hand; null where there is nothing to add up. */
export function sayTotal({ limits }: Envelope, currency: string): string | null {
  const { maxSumCost, maxSumPoints } = limits;
  if (maxSumCost !== undefined)
    return m.printed_total_cost({ total: formatMoney(maxSumCost, currency) });
  return maxSumPoints === undefined ? null : m.printed_total_points({ total: maxSumPoints });
}
