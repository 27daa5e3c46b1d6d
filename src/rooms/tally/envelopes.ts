import type { Election, Terms } from './election.ts';
import { countWithHouseRules, type HouseCount } from './house-count.ts';
import type { HouseRules } from './house-rules.ts';
import type { TallyOptions } from './result.ts';

/** One envelope of a ballot, before the first ballot is opened. */
export interface EnvelopeTerms {
  readonly key: string;
  readonly terms: Terms;
  readonly houseRules: HouseRules;
  /** The envelope that receives what is left of this one; null: it stays. */
  readonly leftTo: string | null;
}

/** One envelope with its own projects and those ballots that name one of them. */
export interface EnvelopeElection extends Omit<EnvelopeTerms, 'terms'> {
  readonly election: Election;
}

/** The count of one envelope. Money in cents. */
export interface EnvelopeCount extends HouseCount {
  readonly key: string;
  /** With what other envelopes left to it. */
  readonly budget: bigint;
  readonly carriedIn: bigint;
  readonly ballots: number;
  readonly blank: number;
  /** Where `left` went; it is still said here. */
  readonly leftTo: string | null;
}

/** How far a count is: which envelope, and how many times the rule has counted it, 0 at its start. */
export interface CountStep {
  readonly envelope: string;
  readonly runs: number;
}

/**
 * Counts the envelopes of a ballot, each by the same rule and for itself, those that leave something to
 * another before that one. Answers in the order given. `watch` is told of each envelope and of each run,
 * which may be thousands of times a second. Throws a RangeError where envelopes leave to each other in a
 * circle or to none that is known, and where `canCount` or `findUnfitHouseRule` refuse.
 */
export function countEnvelopes(
  envelopes: readonly EnvelopeElection[],
  options: TallyOptions,
  watch?: (step: CountStep) => void,
): EnvelopeCount[] {
  const counts = new Map<string, EnvelopeCount>();
  const received = new Map<string, bigint>();
  for (const { key, election, houseRules, leftTo } of givingFirst(envelopes)) {
    let runs = 0;
    watch?.({ envelope: key, runs });
    const carriedIn = received.get(key) ?? 0n;
    const budget = election.budget + carriedIn;
    const count = countWithHouseRules({ ...election, budget }, options, houseRules, () => {
      runs += 1;
      watch?.({ envelope: key, runs });
    });
    const { ballots } = election;
    counts.set(key, {
      key,
      budget,
      carriedIn,
      ballots: ballots.count,
      blank: ballots.blank,
      leftTo,
      ...count,
    });
    if (leftTo !== null) received.set(leftTo, (received.get(leftTo) ?? 0n) + count.left);
  }
  return envelopes.map(({ key }) => counts.get(key)!);
}

/** In the order of the list, except that whoever gives comes before whoever receives. */
function givingFirst(envelopes: readonly EnvelopeElection[]): EnvelopeElection[] {
  const keys = new Set(envelopes.map(({ key }) => key));
  if (keys.size < envelopes.length) throw new RangeError('Two envelopes have the same key');
  const unknown = envelopes.find(({ leftTo }) => leftTo !== null && !keys.has(leftTo));
  if (unknown) throw new RangeError(`No envelope ${unknown.leftTo} for what is left`);
  const ordered: EnvelopeElection[] = [];
  let waiting = [...envelopes];
  while (waiting.length > 0) {
    const next = waiting.find(({ key }) => waiting.every(({ leftTo }) => leftTo !== key));
    if (!next) throw new RangeError('Envelopes leave what is left to each other in a circle');
    ordered.push(next);
    waiting = waiting.filter((envelope) => envelope !== next);
  }
  return ordered;
}
