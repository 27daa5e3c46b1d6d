import type { Election } from './election.ts';
import { countGreedy } from './greedy.ts';
import type { RuleName, TallyOptions, TallyResult } from './result.ts';

type Rule = (election: Election, options: TallyOptions) => TallyResult;

const rules: Record<RuleName, Rule> = {
  greedy: (election, options) => countGreedy(election, options, 'skip'),
  'greedy-noskip': (election, options) => countGreedy(election, options, 'stop'),
};

export const ruleNames = Object.keys(rules) as readonly RuleName[];

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}

/**
 * Counts an election by a named rule. The same election and options always give the same result,
 * whatever the order of the ballots and of the projects.
 */
export function countElection(election: Election, options: TallyOptions): TallyResult {
  return rules[options.rule](election, options);
}
