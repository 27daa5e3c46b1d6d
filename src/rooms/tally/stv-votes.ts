import type { Ballots } from './election.ts';

/**
 * Votes, keep values and quotas are whole billionths (9 decimals), as the Reference Meek Rule and the
 * law of New Zealand fix them: one vote is `oneVote`. Whole numbers round the same way everywhere,
 * so two counts on two machines never differ in the last digit.
 */
export const oneVote = 1_000_000_000n;

/** Product and quotient of numbers with 9 decimals, rounded up at the last one. */
export function multiplyUp(a: bigint, b: bigint): bigint {
  return (a * b + oneVote - 1n) / oneVote;
}

export function divideUp(a: bigint, b: bigint): bigint {
  return (a * oneVote + b - 1n) / b;
}

/**
 * The keep value with which an elected candidate would have held just the quota. Where hardly a vote
 * is left, rounding up may ask for more than all of what arrives, or nothing arrived: all of it, and
 * no change, are then the only answers that make sense.
 */
export function lowerKeep(keep: bigint, quota: bigint, votes: bigint): bigint {
  if (votes === 0n) return keep;
  const lowered = divideUp(multiplyUp(keep, quota), votes);
  return lowered < oneVote ? lowered : oneVote;
}

export interface Distribution {
  /** For each candidate, by position, in billionths of a vote. */
  readonly votes: readonly bigint[];
  /** What no candidate kept: ballots, or parts of them, that name nobody further. */
  readonly exhausted: bigint;
}

/**
 * Hands each ballot down its ranking: every candidate keeps a part of what arrives, the keep value,
 * and passes on the rest. Hopeful ones keep all (`oneVote`), excluded ones nothing. What one keeps is
 * rounded up and exactly that is taken from the ballot, so no billionth is lost or made.
 */
export function distributeVotes(
  { starts, choices, times }: Ballots,
  keep: readonly bigint[],
): Distribution {
  const votes = keep.map(() => 0n);
  let exhausted = 0n;
  for (let group = 0; group < times.length; group += 1) {
    const number = BigInt(times[group]!);
    const to = starts[group + 1]!;
    let weight = oneVote;
    for (let at = starts[group]!; at < to && weight > 0n; at += 1) {
      const candidate = choices[at]!;
      const part = keep[candidate]!;
      if (part === 0n) continue;
      const kept = part === oneVote ? weight : multiplyUp(weight, part);
      votes[candidate]! += kept * number;
      weight -= kept;
    }
    exhausted += weight * number;
  }
  return { votes, exhausted };
}
