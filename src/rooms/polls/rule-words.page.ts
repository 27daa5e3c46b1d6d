/** Every rule by its name and in a few sentences: for officers who choose, for readers of a result. */
import * as m from '../../paraglide/messages.js';
import {
  type BallotKind,
  type RuleName,
  ruleNames,
  type SharesRule,
  type TieBreaker,
} from '../tally/index.ts';

interface RuleWords {
  name: () => string;
  /** How it counts, given what projects are ranked by. */
  method: (ranking: { by: string }) => string;
}

const tieWords: Record<TieBreaker, () => string> = {
  'earlier-deposit': m.rule_tie_earlier,
  'lower-cost': m.rule_tie_cost,
  'public-draw': m.rule_tie_draw,
  'smaller-id': m.rule_tie_id,
};

export function sayTieBreak(criteria: readonly TieBreaker[]): string {
  return criteria.map((criterion) => tieWords[criterion]()).join(m.rule_tie_then());
}

/** What an Equal Shares rule does with the rest: its name, and the sentences that follow. */
const restWords: Record<string, { name: () => string; sentences: () => readonly string[] }> = {
  '': { name: () => '', sentences: () => [] },
  '-u': { name: m.rule_rest_u, sentences: () => [m.rule_method_rest()] },
  '-add1': { name: m.rule_rest_add1, sentences: () => [m.rule_method_add1()] },
  '-add1e': { name: m.rule_rest_add1e, sentences: () => [m.rule_method_add1e()] },
  '-add1u': {
    name: m.rule_rest_add1u,
    sentences: () => [m.rule_method_add1(), m.rule_method_rest()],
  },
  '-add1eu': {
    name: m.rule_rest_add1eu,
    sentences: () => [m.rule_method_add1e(), m.rule_method_rest()],
  },
};

function describeShares(rule: SharesRule): RuleWords {
  const [, utility = '', rest = ''] = /^mes-(cost|card)(.*)$/.exec(rule) ?? [];
  const words = restWords[rest]!;
  return {
    name: () =>
      m.rule_shares({
        gain: utility === 'cost' ? m.rule_shares_cost() : m.rule_shares_card(),
        rest: words.name(),
      }),
    method: () => [m.rule_method_shares(), ...words.sentences()].join(' '),
  };
}

const ownWords: Record<Exclude<RuleName, SharesRule>, RuleWords> = {
  greedy: { name: m.rule_greedy, method: m.rule_method_greedy },
  'greedy-noskip': { name: m.rule_noskip, method: m.rule_method_noskip },
  'greedy-per-cost': { name: m.rule_per_cost, method: m.rule_method_per_cost },
  points: { name: m.rule_points, method: m.rule_method_greedy },
  borda: { name: m.rule_borda, method: m.rule_method_greedy },
  phragmen: { name: m.rule_phragmen, method: () => m.rule_method_phragmen() },
  'majority-judgment': { name: m.rule_judgment, method: () => m.rule_method_judgment() },
  'yes-no': { name: m.rule_yes_no, method: () => m.rule_method_yes_no() },
  schulze: { name: m.rule_schulze, method: () => m.rule_method_schulze() },
  stv: { name: m.rule_stv, method: () => m.rule_method_stv() },
};

export const ruleWords = Object.fromEntries(
  ruleNames.map((rule) => [
    rule,
    rule in ownWords ? ownWords[rule as keyof typeof ownWords] : describeShares(rule as SharesRule),
  ]),
) as Record<RuleName, RuleWords>;

/** Whether a ranking goes by votes or by points. */
export function goesByPoints(kind: BallotKind): boolean {
  return kind === 'ordinal' || kind === 'cumulative' || kind === 'scoring';
}

/** What projects are ranked by, in words. */
export function sayRanking(kind: BallotKind): { by: string } {
  return { by: goesByPoints(kind) ? m.polls_method_by_points() : m.polls_method_by_votes() };
}
