/** Every rule by its name, and what its count must say: the part of a published tally that is recounted. */
import type { BallotKind, Rule } from '../manifest.ts';
import { countByScore } from './by-score.ts';
import { type Contest, countBallots } from './contest.ts';
import { type Fraction, writeFraction } from './fraction.ts';
import { countJudgment } from './judgment.ts';
import { countPhragmen } from './phragmen.ts';
import { countSchulze } from './schulze.ts';
import { countShares, type SharesCount } from './shares.ts';
import { countStv } from './stv.ts';
import type { Walk } from './walk.ts';
import { countYesNo } from './yes-no.ts';

/** What was recounted, to be laid beside what was published; a Map stands for a list in any order. */
export type Recounted =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly Recounted[]
  | ReadonlyMap<string, Recounted>
  | { readonly [field: string]: Recounted };

interface RuleTerms extends Omit<Rule, 'name'> {
  /** Cents that each voter is published to have had in the run that decided; Equal Shares only. */
  readonly published: Fraction | null;
  /** Piles × projects × runs of Equal Shares up to which every run is counted. */
  readonly mostWork: number;
  readonly progress?: () => void;
}

export interface RuleCount {
  winners: string[];
  left: bigint;
  trace: { readonly [field: string]: Recounted };
  /** Runs before the one that decided were not counted. */
  skipped: boolean;
  /** The rule does not stop where it is published to. */
  impossible: boolean;
}

type CountRule = (contest: Contest, terms: RuleTerms) => RuleCount;

const SCORED: readonly BallotKind[] = [
  'approval',
  'choose-one',
  'ordinal',
  'cumulative',
  'scoring',
];
const POINTS: readonly BallotKind[] = ['cumulative', 'scoring'];

const RULES = new Map<string, { kinds: readonly BallotKind[]; count: CountRule }>([
  ['greedy', { kinds: SCORED, count: byScore({ perCost: false, stops: false }) }],
  ['greedy-noskip', { kinds: SCORED, count: byScore({ perCost: false, stops: true }) }],
  ['greedy-per-cost', { kinds: SCORED, count: byScore({ perCost: true, stops: false }) }],
  ['points', { kinds: POINTS, count: byScore({ perCost: false, stops: false }) }],
  ['borda', { kinds: ['ordinal'], count: byScore({ perCost: false, stops: false }) }],
  ...listShares(),
  ['phragmen', { kinds: ['approval', 'choose-one'], count: phragmen }],
  ['majority-judgment', { kinds: ['judgment'], count: judgment }],
  ['yes-no', { kinds: ['yes-no'], count: yesNo }],
  ['schulze', { kinds: ['ordinal'], count: schulze }],
  ['stv', { kinds: ['ordinal'], count: stv }],
]);

/** Schulze compares everyone with everyone, by way of everyone. */
const MOST_CANDIDATES = 500;

/** null: no such rule, or not for such ballots. */
export function findRule({ name, seats }: Rule, { kind, projects }: Contest): CountRule | null {
  const rule = RULES.get(name);
  if (!rule?.kinds.includes(kind) || (name === 'stv' && !seats)) return null;
  return name === 'schulze' && projects.length > MOST_CANDIDATES ? null : rule.count;
}

/** `mes-cost`, `mes-card`; then what is done with the rest: `-u`, `-add1`, `-add1u`, `-add1e`, `-add1eu`. */
function listShares() {
  return (['cost', 'card'] as const).flatMap((utility) =>
    (['none', 'add1', 'add1e'] as const).flatMap((raise) =>
      ['', 'u'].map((rest): [string, { kinds: readonly BallotKind[]; count: CountRule }] => {
        const completion = (raise === 'none' ? '' : raise) + rest;
        const count: CountRule = (contest, terms) =>
          traceShares(
            contest,
            countShares(contest, { ...terms, utility, raise, completed: rest === 'u' }),
          );
        return [`mes-${utility}${completion && `-${completion}`}`, { kinds: SCORED, count }];
      }),
    ),
  );
}

function byScore(way: { perCost: boolean; stops: boolean }): CountRule {
  return (contest, terms) => {
    const walked = countByScore(contest, { ...way, ...terms });
    return tell(contest, walked, { ...traceWalk(walked), stoppedAt: walked.stoppedAt });
  };
}

function judgment(contest: Contest, terms: RuleTerms): RuleCount {
  const { judged, ...walked } = countJudgment(contest, terms);
  return tell(contest, walked, {
    ...traceWalk(walked),
    judged: judged.map((one) => ({ ...one, profile: [...one.profile] })),
  });
}

function yesNo(contest: Contest, terms: RuleTerms): RuleCount {
  const { answers, ...walked } = countYesNo(contest, terms);
  return tell(contest, walked, { ...traceWalk(walked), answers });
}

function phragmen(contest: Contest, { tieBreak }: RuleTerms): RuleCount {
  const { purchases, losers, ties, stoppedAt, ...count } = countPhragmen(contest, tieBreak);
  return tell(contest, count, {
    purchases: purchases.map((one) => ({ ...one, time: writeFraction(one.time) })),
    losers: new Map(
      losers.map(({ project, loss, time }) => [
        project,
        { loss, time: time && writeFraction(time) },
      ]),
    ),
    ties: ties.map((tie) => ({ ...tie, time: writeFraction(tie.time) })),
    stoppedAt,
  });
}

function traceShares(contest: Contest, count: SharesCount): RuleCount {
  const { rounds, lost } = count.run;
  const skipped = count.runs === null && !count.impossible;
  const losses: [string, Recounted][] = [
    ...lost.map(({ project, afterRounds, money }): [string, Recounted] => [
      project,
      { loss: 'not-affordable', afterRounds, money: writeFraction(money) },
    ]),
    ...count.apart.map(({ project, loss }): [string, Recounted] => [project, { loss }]),
  ];
  const trace = {
    firstEndowment: writeFraction(count.firstEndowment),
    endowment: writeFraction(count.endowment),
    stop: count.stop,
    ...(count.runs !== null && { runs: count.runs }),
    free: count.free,
    rounds: rounds.map((round) => ({ ...round, price: writeFraction(round.price) })),
    losses: new Map(losses),
    completion: count.completion && traceWalk(count.completion),
  };
  return { ...tell(contest, count, trace), skipped, impossible: count.impossible };
}

function schulze(contest: Contest, terms: RuleTerms): RuleCount {
  const count = countSchulze(contest, terms);
  const winners = count.winner === null ? [] : [count.winner];
  return tell(contest, { winners, left: leftAfter(contest, winners) }, { ...count });
}

function stv(contest: Contest, terms: RuleTerms): RuleCount {
  const { elected, rounds, unsupported } = countStv(contest, { ...terms, seats: terms.seats! });
  const trace = {
    elected,
    unsupported,
    rounds: rounds.map(({ votes, ...round }) => ({
      ...round,
      tallies: votes.map(([candidate, held]) => ({ candidate, votes: held })),
    })),
  };
  return tell(contest, { winners: elected, left: leftAfter(contest, elected) }, trace);
}

/** The envelope plays no part in the choice of people; what is left of it is never below zero. */
function leftAfter(contest: Contest, winners: readonly string[]): bigint {
  const cost = costOf(contest, winners);
  return cost < contest.budget ? contest.budget - cost : 0n;
}

export function costOf({ projects }: Contest, winners: readonly string[]): bigint {
  return projects.reduce((sum, { key, cost }) => (winners.includes(key) ? sum + cost : sum), 0n);
}

function traceWalk({ turns, ties }: Walk) {
  return { turns: turns.map((turn) => ({ ...turn })), ties: ties.map((tie) => ({ ...tie })) };
}

function tell(
  contest: Contest,
  { winners, left }: { winners: readonly string[]; left: bigint },
  trace: { readonly [field: string]: Recounted },
): RuleCount {
  const cost = costOf(contest, winners);
  const about = { ...countBallots(contest), budget: contest.budget, cost, left, winners };
  return {
    winners: [...winners],
    left,
    trace: { ...about, ...trace },
    skipped: false,
    impossible: false,
  };
}
