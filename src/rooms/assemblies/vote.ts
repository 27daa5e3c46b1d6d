/** Votes of an assembly: what is counted, and what it takes to be adopted (R157). Whole votes; exact fractions of shares. */
import type { College } from './assembly.ts';

export const CHOICES = ['yes', 'no', 'abstained'] as const;
export type Choice = (typeof CHOICES)[number];

export const MODES = ['open', 'secret'] as const;
export type Mode = (typeof MODES)[number];

export const MAJORITIES = ['simple', 'absolute', 'two-thirds'] as const;
/**
 * - simple: more votes for than against;
 * - absolute: more than half of all votes cast, abstentions too;
 * - two-thirds: two thirds of the votes for or against.
 */
export type Majority = (typeof MAJORITIES)[number];

/** What one college said, in votes; '' where there are no colleges. */
export interface Count {
  college: string;
  yes: number;
  no: number;
  abstained: number;
}

export interface AssemblyVote {
  id: string;
  itemId: string;
  mode: Mode;
  majority: Majority;
  openedAt: Date;
  /** Of a secret vote. */
  closesAt: Date | null;
  closedAt: Date | null;
  /** Once closed. */
  counts: readonly Count[] | null;
  isAdopted: boolean | null;
}

/** Whether votes are taken now. */
export const isTaking = (vote: Pick<AssemblyVote, 'closesAt' | 'closedAt'>, now: Date): boolean =>
  vote.closedAt === null && (vote.closesAt === null || vote.closesAt > now);

/** What was said aloud, college by college, each with the votes it carries. */
export function countRollCall(
  colleges: readonly Pick<College, 'key'>[],
  cast: readonly { college: string; votes: number; choice: Choice }[],
): Count[] {
  const keys = colleges.length === 0 ? [''] : colleges.map(({ key }) => key);
  return keys.map((college) => {
    const count: Count = { college, yes: 0, no: 0, abstained: 0 };
    for (const one of cast) if (one.college === college) count[one.choice] += one.votes;
    return count;
  });
}

/** Exact: `n / d`. */
interface Fraction {
  n: bigint;
  d: bigint;
}
const ZERO: Fraction = { n: 0n, d: 1n };
const add = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, by: bigint): Fraction => ({ n: a.n * by, d: a.d });
const isMore = (a: Fraction, b: Fraction): boolean => a.n * b.d > b.n * a.d;
const isAtLeast = (a: Fraction, b: Fraction): boolean => !isMore(b, a);

/**
 * Whether a resolution is adopted. Where there are colleges, each weighs its share, cut as its own votes were: a college in
 * which nobody voted weighs nothing, on neither side.
 */
export function isAdopted(
  majority: Majority,
  counts: readonly Count[],
  colleges: readonly Pick<College, 'key' | 'share'>[],
): boolean {
  const [yes, no, abstained] = CHOICES.map((choice) => weigh(choice, counts, colleges)) as [
    Fraction,
    Fraction,
    Fraction,
  ];
  switch (majority) {
    case 'simple':
      return isMore(yes, no);
    case 'absolute':
      return isMore(times(yes, 2n), add(yes, add(no, abstained)));
    case 'two-thirds':
      return yes.n > 0n && isAtLeast(times(yes, 3n), times(add(yes, no), 2n));
  }
}

function weigh(
  choice: Choice,
  counts: readonly Count[],
  colleges: readonly Pick<College, 'key' | 'share'>[],
): Fraction {
  if (colleges.length === 0)
    return { n: BigInt(counts.reduce((sum, count) => sum + count[choice], 0)), d: 1n };
  return colleges.reduce((sum, { key, share }) => {
    const count = counts.find(({ college }) => college === key);
    const cast = count ? count.yes + count.no + count.abstained : 0;
    if (!count || cast === 0) return sum;
    return add(sum, { n: BigInt(share) * BigInt(count[choice]), d: BigInt(cast) });
  }, ZERO);
}

export type OpeningRefusal =
  | 'not-open'
  | 'not-a-resolution'
  | 'voted-already'
  | 'no-quorum'
  | 'minutes-wrong';

/** Minutes that a secret box stays open. */
export const SECRET_MINUTES = { least: 2, most: 7 * 24 * 60, usual: 15 } as const;

/** Why a vote cannot be opened; null: it can. */
export function refuseOpening(facts: {
  isOpen: boolean;
  kind: 'discussion' | 'resolution';
  isVoted: boolean;
  hasQuorum: boolean;
  mode: Mode;
  minutes: number | null;
}): OpeningRefusal | null {
  if (!facts.isOpen) return 'not-open';
  if (facts.kind !== 'resolution') return 'not-a-resolution';
  if (facts.isVoted) return 'voted-already';
  if (!facts.hasQuorum) return 'no-quorum';
  const { minutes } = facts;
  const fits =
    minutes !== null &&
    Number.isInteger(minutes) &&
    minutes >= SECRET_MINUTES.least &&
    minutes <= SECRET_MINUTES.most;
  return facts.mode === 'secret' && !fits ? 'minutes-wrong' : null;
}
