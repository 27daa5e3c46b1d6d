import * as m from '../../paraglide/messages.js';
import { formatList, formatMoney, formatNumber } from '../../ui/format.ts';
import type { BallotKind } from '../tally/index.ts';
import type { Option } from './poll.ts';
import type { PollResult, ResultTurn } from './result.ts';
import { goesByPoints, sayTieBreak } from './rule-words.page.ts';

export const ballotWords: Record<BallotKind, (most: number) => string> = {
  approval: (most) => m.polls_ballot_approval({ most }),
  'choose-one': m.polls_ballot_one,
  ordinal: (most) => m.polls_ballot_ordinal({ most }),
  cumulative: m.polls_ballot_points,
  scoring: m.polls_ballot_points,
};

/** « 312 voix », « 1 090 points ». */
export function sayNumber(kind: BallotKind, score: number): string {
  const said = { count: score, number: formatNumber(score) };
  return goesByPoints(kind) ? m.polls_points(said) : m.polls_votes(said);
}

/** « 312 voix », or « 1 090 points sur 471 bulletins ». */
export function sayScore(kind: BallotKind, turn: Pick<ResultTurn, 'score' | 'votes'>): string {
  const score = sayNumber(kind, turn.score);
  if (!goesByPoints(kind)) return score;
  const ballots = { count: turn.votes, number: formatNumber(turn.votes) };
  return `${score} ${m.polls_ballots_naming(ballots)}`;
}

/** Why a project won or not, from the trace of the count (R57, R58). */
export function explainTurn(
  result: PollResult,
  turn: ResultTurn,
  options: ReadonlyMap<string, Option>,
  currency: string,
): string {
  const say = (cents: number) => formatMoney(cents, currency);
  const money = {
    left: say(turn.left),
    cost: say(turn.cost),
    missing: say(Math.max(0, turn.cost - turn.left)),
  };
  switch (turn.decision) {
    case 'funded':
      return m.polls_why_funded(money);
    case 'over-budget':
      return m.polls_why_over({ cost: money.cost, envelope: say(result.envelope) });
    case 'no-support':
      return m.polls_why_none();
    case 'does-not-fit':
      return result.stoppedAt === turn.option ? m.polls_why_stop(money) : m.polls_why_misfit(money);
    case 'after-stop':
      return m.polls_why_after({ title: options.get(result.stoppedAt ?? '')?.label ?? '' });
  }
}

/** With whom a project was tied and what set them apart; null when it was not. */
export function explainTie(
  result: PollResult,
  key: string,
  options: ReadonlyMap<string, Option>,
): string | null {
  const tie = result.ties.find((one) => one.options.includes(key));
  if (!tie) return null;
  const others = tie.options
    .filter((other) => other !== key)
    .map((other) => m.polls_vote_about({ title: options.get(other)?.label ?? other }));
  return m.polls_why_tied({ others: formatList(others), by: sayTieBreak(tie.by) });
}
