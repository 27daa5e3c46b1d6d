import type { BallotKind, Election } from './election.ts';
import { countGreedy, type GreedyWay } from './greedy.ts';
import { countJudgment } from './judgment-count.ts';
import { tallySchulze, tallyStv } from './people.ts';
import { countPhragmen } from './phragmen.ts';
import type {
  GreedyRule,
  OtherRule,
  PhragmenResult,
  ResultOf,
  RuleName,
  SharesRule,
  TallyOptions,
} from './result.ts';
import { countShares, type SharesWay } from './shares-count.ts';
import { countYesNo } from './yes-no.ts';

const byScore: GreedyWay = { atMisfit: 'skip', rankBy: 'score' };

const greedyWays: Record<GreedyRule, GreedyWay> = {
  greedy: byScore,
  'greedy-noskip': { atMisfit: 'stop', rankBy: 'score' },
  'greedy-per-cost': { atMisfit: 'skip', rankBy: 'score-per-cost' },
  points: byScore,
  borda: byScore,
};

const sharesWays = Object.fromEntries(
  (['cost', 'card'] as const).flatMap((utility) =>
    (['none', 'add1', 'add1e'] as const).flatMap((increase) =>
      [false, true].map((completed): [string, SharesWay] => {
        const rest = `${increase === 'none' ? '' : increase}${completed ? 'u' : ''}`;
        return [
          rest === '' ? `mes-${utility}` : `mes-${utility}-${rest}`,
          { utility: utility === 'cost' ? 'cost' : 'cardinality', increase, completed },
        ];
      }),
    ),
  ),
) as Record<SharesRule, SharesWay>;

const otherCounts: {
  [Rule in OtherRule]: (election: Election, options: TallyOptions<Rule>) => ResultOf<Rule>;
} = {
  phragmen: tallyPhragmen,
  'majority-judgment': countJudgment,
  'yes-no': countYesNo,
  schulze: tallySchulze,
  stv: tallyStv,
};

const greedyRules = Object.keys(greedyWays) as readonly GreedyRule[];

export const sharesRules = Object.keys(sharesWays) as readonly SharesRule[];

export const ruleNames: readonly RuleName[] = [
  ...greedyRules,
  ...sharesRules,
  ...(Object.keys(otherCounts) as OtherRule[]),
];

export function isRuleName(name: string): name is RuleName {
  return (ruleNames as readonly string[]).includes(name);
}

export function isGreedyRule(name: string): name is GreedyRule {
  return Object.hasOwn(greedyWays, name);
}

export function isSharesRule(name: string): name is SharesRule {
  return Object.hasOwn(sharesWays, name);
}

const approvals: readonly BallotKind[] = ['approval', 'choose-one'];
const points: readonly BallotKind[] = ['cumulative', 'scoring'];
const scored: readonly BallotKind[] = [...approvals, 'ordinal', ...points];

/** Rules that count some kinds of ballots only; all others count whatever gives a score. */
const ownKinds: Partial<Record<RuleName, readonly BallotKind[]>> = {
  points,
  borda: ['ordinal'],
  phragmen: approvals,
  'majority-judgment': ['judgment'],
  'yes-no': ['yes-no'],
  schulze: ['ordinal'],
  stv: ['ordinal'],
};

/** The rules that count ballots of a kind, in the order of `ruleNames`. */
export function rulesFor(kind: BallotKind): readonly RuleName[] {
  return ruleNames.filter((rule) => (ownKinds[rule] ?? scored).includes(kind));
}

/**
 * Whether a rule takes a number of seats: it must be told (`stv`), it may be (whatever walks down a
 * ranking), or it has no place for it: voters who buy stop by themselves, and Schulze has one winner.
 */
export function takesSeats(rule: RuleName): 'always' | 'maybe' | 'never' {
  if (rule === 'stv') return 'always';
  const walks = isGreedyRule(rule) || rule === 'majority-judgment' || rule === 'yes-no';
  return walks ? 'maybe' : 'never';
}

/**
 * Whether a rule can count ballots of this kind with so many seats; null: no number of them is set. Where
 * nothing is said of seats the answer is about the ballots alone.
 */
export function canCount(
  rule: RuleName,
  { kind, seats }: { readonly kind: BallotKind; readonly seats?: number | null },
): boolean {
  if (!rulesFor(kind).includes(rule)) return false;
  if (seats === undefined) return true;
  if (seats === null) return takesSeats(rule) !== 'always';
  const fits = takesSeats(rule) !== 'never' || (rule === 'schulze' && seats === 1);
  return fits && Number.isSafeInteger(seats) && seats >= 1;
}

/**
 * Counts an election by a named rule. The same election and options always give the same result,
 * whatever the order of the ballots and of the projects. Throws a RangeError where `canCount` is false.
 * `watch` is told of each run of a rule that counts again and again (`add1`).
 */
export function countElection<Rule extends RuleName>(
  election: Election,
  options: TallyOptions<Rule>,
  watch?: () => void,
): ResultOf<Rule> {
  const { rule, seats } = options;
  const { kind } = election;
  // house rules may have taken all the seats before
  if (!canCount(rule, { kind, seats: seats === 0 ? 1 : (seats ?? null) }))
    throw new RangeError(`The rule ${rule} does not count ${kind} ballots for ${seats} seats`);
  return countBy(election, options, watch) as ResultOf<Rule>;
}

function countBy(election: Election, options: TallyOptions, watch?: () => void) {
  const { rule } = options;
  if (isGreedyRule(rule)) return countGreedy(election, { ...options, rule }, greedyWays[rule]);
  if (isSharesRule(rule))
    return countShares(election, { ...options, rule }, sharesWays[rule], watch);
  const count: (election: Election, options: TallyOptions<never>) => ResultOf<OtherRule> =
    otherCounts[rule];
  return count(election, options as TallyOptions<never>);
}

/** Nobody pays for what nobody supports: the policy of the greedy rules has no place here. */
function tallyPhragmen(election: Election, options: TallyOptions<'phragmen'>): PhragmenResult {
  const { atMisfit: _, ...count } = countPhragmen(election, { ...options, atMisfit: 'stop' });
  const { rule } = options;
  return { method: 'phragmen', rule, fundUnsupported: false, kind: election.kind, ...count };
}
