/** The result of a poll: each envelope's count with its trace, written so that anyone may count again. */
import type { BallotKind, EnvelopeCount, Fraction, TallyResult } from '../../tally/index.ts';
import type { Poll } from '../poll.ts';

/** What a tally says, in JSON: amounts as whole cents, fractions as `n/d`. */
export type Plain<T> = T extends bigint
  ? number
  : T extends Fraction
    ? string
    : T extends readonly (infer One)[]
      ? readonly Plain<One>[]
      : T extends object
        ? { readonly [K in keyof T]: Plain<T[K]> }
        : T;

/** The count of one envelope as it is published. */
export type PlainTally = Plain<TallyResult>;

/** That of one method. */
export type TallyBy<Method extends TallyResult['method']> = Extract<
  PlainTally,
  { readonly method: Method }
>;

/** One envelope of the ballot, as it was counted. */
export type EnvelopeResult = Plain<EnvelopeCount> & {
  /** '' for the only one. */
  readonly label: string;
};

export interface PollResult {
  readonly format: 'pb-result-v2';
  readonly poll: string;
  /** SHA-256 of the manifest. */
  readonly manifest: string;
  /** Of the tree over the sealed ballots; the seed of a public draw. */
  readonly root: string;
  readonly kind: BallotKind;
  readonly voters: number;
  readonly ballots: number;
  readonly blank: number;
  /** Of the ballots, those that are known by totals only; left out where there are none. */
  readonly totals?: number;
  /** Of all envelopes together, in cents. */
  readonly envelope: number;
  readonly cost: number;
  readonly left: number;
  /** Of all envelopes, each in its order of selection. */
  readonly winners: readonly string[];
  readonly envelopes: readonly EnvelopeResult[];
}

/** Plain JSON of what a tally says. Throws a RangeError for an amount beyond exact integers. */
function writePlain<T>(value: T): Plain<T> {
  return plain(value) as Plain<T>;
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return exact(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if (isFraction(value)) return `${value.n}/${value.d}`;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([name, one]) => [name, plain(one)]),
  );
}

function isFraction(value: object): value is Fraction {
  return 'n' in value && 'd' in value && typeof value.n === 'bigint' && typeof value.d === 'bigint';
}

function exact(cents: bigint): number {
  const amount = Number(cents);
  if (!Number.isSafeInteger(amount)) throw new RangeError('An amount beyond exact integers.');
  return amount;
}

/** The counts of a poll as they are published. */
export function describeResult(
  counts: readonly EnvelopeCount[],
  poll: Pick<Poll, 'id' | 'manifestHash' | 'kind' | 'envelope' | 'settings'>,
  box: { root: string; voters: number; ballots: number; blank: number; totals?: number },
): PollResult {
  const labels = new Map(poll.settings.envelopes.map(({ key, label }) => [key, label]));
  const envelopes = counts.map((count) => ({
    ...writePlain(count),
    label: labels.get(count.key) ?? '',
  }));
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return {
    format: 'pb-result-v2',
    poll: poll.id,
    manifest: poll.manifestHash,
    root: box.root,
    kind: poll.kind,
    voters: box.voters,
    ballots: box.ballots,
    blank: box.blank,
    ...(box.totals !== undefined && { totals: box.totals }),
    envelope: poll.envelope,
    cost: sum(envelopes.map(({ cost }) => cost)),
    left: sum(envelopes.map(({ left, leftTo }) => (leftTo === null ? left : 0))),
    winners: envelopes.flatMap(({ winners }) => winners),
    envelopes,
  };
}

/** Options whose place a public draw may have settled: all of them where the règlement holds one. */
export function listDrawn({ envelopes }: PollResult): string[] {
  return envelopes.flatMap(({ tally, support }) =>
    tally.tieBreak.includes('public-draw') ? support.map(({ project }) => project) : [],
  );
}
