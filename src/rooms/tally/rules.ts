import type { Election } from './election.ts';
import { countGreedy, type GreedyWay } from './greedy.ts';
import { countPhragmen } from './phragmen.ts';
import type { GreedyRule, ResultOf, RuleName, SharesRule, TallyOptions } from './result.ts';
import { countShares, type SharesWay } from './shares-count.ts';

const greedyWays: Record<GreedyRule, GreedyWay> = {
  greedy: { atMisfit: 'skip', rankBy: 'score' },
  'greedy-noskip': { atMisfit: 'stop', rankBy: 'score' },
  'greedy-per-cost': { atMisfit: 'skip', rankBy: 'score-per-cost' },
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

export const greedyRules = Object.keys(greedyWays) as readonly GreedyRule[];

export const sharesRules = Object.keys(sharesWays) as readonly SharesRule[];

export const ruleNames: readonly RuleName[] = [...greedyRules, ...sharesRules, 'phragmen'];

export function isRuleName(name: string): name is RuleName {
  return (ruleNames as readonly string[]).includes(name);
}

export function isGreedyRule(name: string): name is GreedyRule {
  return Object.hasOwn(greedyWays, name);
}

/** Whether a rule can count ballots of this kind: Phragmén knows approvals only. */
export function canCount(rule: RuleName, { kind }: Pick<Election, 'kind'>): boolean {
  return rule !== 'phragmen' || kind === 'approval' || kind === 'choose-one';
}

/**
 * Counts an election by a named rule. The same election and options always give the same result,
 * whatever the order of the ballots and of the projects. Throws a RangeError where `canCount` is false.
 */
export function countElection<Rule extends RuleName>(
  election: Election,
  options: TallyOptions<Rule>,
): ResultOf<Rule> {
  return countBy(election, options) as ResultOf<Rule>;
}

function countBy(election: Election, options: TallyOptions): ResultOf<RuleName> {
  const { rule } = options;
  if (isGreedyRule(rule)) return countGreedy(election, { ...options, rule }, greedyWays[rule]);
  if (rule !== 'phragmen') return countShares(election, { ...options, rule }, sharesWays[rule]);
  // Nobody pays for what nobody supports: the policy of the greedy rules has no place here.
  const { atMisfit: _, ...count } = countPhragmen(election, { ...options, atMisfit: 'stop' });
  return { method: 'phragmen', rule, fundUnsupported: false, kind: election.kind, ...count };
}
