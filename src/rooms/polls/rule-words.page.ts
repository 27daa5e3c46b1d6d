/** The counting rules, the ballots and the tie-breaks, as a resident reads them. */
import * as m from '../../paraglide/messages.js';
import type { BallotKind, RuleName, SharesRule, TieBreaker } from '../tally/index.ts';

/** What a method is told of: its ballots, and whether amounts are at stake or only places. */
interface MethodAbout {
  kind: BallotKind;
  money: boolean;
}

export interface RuleWords {
  name: () => string;
  /** A few sentences. */
  method: (about: MethodAbout) => string;
}

type Words = () => string;

const ranking = (kind: BallotKind) => ({
  by: goesByPoints(kind) ? m.rules_by_points() : m.rules_by_votes(),
});

/** A walk down a ranking says how it goes on where something costs too much; without money, that places are taken. */
const walk =
  (words: (ranking: { by: string }) => string): RuleWords['method'] =>
  ({ kind, money }) =>
    money ? words(ranking(kind)) : m.rules_method_places(ranking(kind));

const thenWalk =
  (words: Words): RuleWords['method'] =>
  ({ money }) =>
    money ? `${words()} ${m.rules_method_walk_money()}` : words();

type Gain = 'cost' | 'card';
type Rest = SharesRule extends infer One
  ? One extends `mes-${Gain}${infer Rest}`
    ? Rest
    : never
  : never;

const gainWords: Record<Gain, { name: Words; method: Words }> = {
  cost: { name: m.rules_shares_cost, method: m.rules_method_shares_cost },
  card: { name: m.rules_shares_card, method: m.rules_method_shares_card },
};

/** What is done with the rest, and the sentences that say how. */
const restWords: Record<Rest, { name: Words; methods: readonly Words[] }> = {
  '': { name: () => '', methods: [m.rules_method_rest_none] },
  '-u': { name: m.rules_rest_u, methods: [m.rules_method_rest] },
  '-add1': { name: m.rules_rest_add1, methods: [m.rules_method_add1] },
  '-add1e': { name: m.rules_rest_add1e, methods: [m.rules_method_add1e] },
  '-add1u': { name: m.rules_rest_add1u, methods: [m.rules_method_add1, m.rules_method_rest] },
  '-add1eu': { name: m.rules_rest_add1eu, methods: [m.rules_method_add1e, m.rules_method_rest] },
};

const shares = (gain: Gain, rest: Rest): RuleWords => ({
  name: () => m.rules_shares({ gain: gainWords[gain].name(), rest: restWords[rest].name() }),
  method: ({ kind }) =>
    [
      goesByPoints(kind) ? m.rules_method_shares_points : m.rules_method_shares,
      gainWords[gain].method,
      ...restWords[rest].methods,
    ]
      .map((words) => words())
      .join(' '),
});

const sharesWords: Record<SharesRule, RuleWords> = {
  'mes-cost': shares('cost', ''),
  'mes-cost-u': shares('cost', '-u'),
  'mes-cost-add1': shares('cost', '-add1'),
  'mes-cost-add1e': shares('cost', '-add1e'),
  'mes-cost-add1u': shares('cost', '-add1u'),
  'mes-cost-add1eu': shares('cost', '-add1eu'),
  'mes-card': shares('card', ''),
  'mes-card-u': shares('card', '-u'),
  'mes-card-add1': shares('card', '-add1'),
  'mes-card-add1e': shares('card', '-add1e'),
  'mes-card-add1u': shares('card', '-add1u'),
  'mes-card-add1eu': shares('card', '-add1eu'),
};

export const ruleWords: Record<RuleName, RuleWords> = {
  greedy: { name: m.rules_greedy, method: walk(m.rules_method_greedy) },
  'greedy-noskip': { name: m.rules_noskip, method: walk(m.rules_method_noskip) },
  'greedy-per-cost': { name: m.rules_per_cost, method: walk(m.rules_method_per_cost) },
  points: { name: m.rules_points, method: walk(m.rules_method_greedy) },
  borda: { name: m.rules_borda, method: walk(m.rules_method_greedy) },
  ...sharesWords,
  phragmen: { name: m.rules_phragmen, method: m.rules_method_phragmen },
  'majority-judgment': {
    name: m.rules_judgment,
    method: thenWalk(m.rules_method_judgment),
  },
  'yes-no': { name: m.rules_yes_no, method: thenWalk(m.rules_method_yes_no) },
  schulze: { name: m.rules_schulze, method: m.rules_method_schulze },
  stv: { name: m.rules_stv, method: m.rules_method_stv },
};

/** What a ballot is; `most`: choices on it at most. */
export const ballotWords: Record<BallotKind, (about: { most: number }) => string> = {
  approval: m.rules_ballot_approval,
  'choose-one': m.rules_ballot_one,
  ordinal: m.rules_ballot_ordinal,
  cumulative: m.rules_ballot_cumulative,
  scoring: m.rules_ballot_scoring,
  judgment: m.rules_ballot_judgment,
  'yes-no': m.rules_ballot_yes_no,
};

const tieWords: Record<TieBreaker, Words> = {
  'earlier-deposit': m.rules_tie_earlier,
  'lower-cost': m.rules_tie_cost,
  'public-draw': m.rules_tie_draw,
  'smaller-id': m.rules_tie_id,
};

export function sayTieBreak(criteria: readonly TieBreaker[]): string {
  return criteria.map((criterion) => tieWords[criterion]()).join(m.rules_tie_then());
}

const scored: Record<BallotKind, 'votes' | 'points'> = {
  approval: 'votes',
  'choose-one': 'votes',
  ordinal: 'points',
  cumulative: 'points',
  scoring: 'points',
  judgment: 'votes',
  'yes-no': 'votes',
};

/** Whether a ranking goes by votes or by points. */
export function goesByPoints(kind: BallotKind): boolean {
  return scored[kind] === 'points';
}
