import type { Election } from './election.ts';
import type { RuleName, TallyOptions } from './result.ts';
import { completeTieBreak } from './tie-break.ts';

/** What every result says of its terms and of its money; `left` in cents. */
export function describeCounted<Rule extends RuleName>(
  { kind, budget, ballots }: Election,
  { rule, tieBreak, fundUnsupported, seats }: TallyOptions<Rule>,
  left: bigint,
) {
  return {
    rule,
    tieBreak: completeTieBreak(tieBreak),
    fundUnsupported,
    ...(seats !== undefined && { seats }),
    kind,
    ballots: ballots.count,
    blank: ballots.blank,
    budget,
    cost: budget - left,
    left,
  };
}
