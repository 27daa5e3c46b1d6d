/** A batch (lot): a numbered pile of paper ballots of one urn, keyed by two people (R54). */
import type { Poll } from '../poll.ts';
import { type KeyedBallot, readAlike, readKeyed } from './keyed-ballot.ts';

export type Side = 1 | 2;

export interface Keying {
  side: Side;
  personId: string;
  /** What was typed, by place in the pile, from the first. */
  typed: readonly string[];
  finished: boolean;
  signed: boolean;
}

export interface Decision {
  place: number;
  typed: string;
  by: string;
}

interface SignedBatch {
  valid: number;
  blank: number;
  void: number;
  /** SHA-256, hexadecimal. */
  hash: string;
  at: Date;
}

export interface Batch {
  id: string;
  pointId: string;
  urn: string;
  number: string;
  declared: number;
  /** In order of their sides; two at most. */
  keyings: readonly Keying[];
  decisions: readonly Decision[];
  signed: SignedBatch | null;
}

/** Characters, and ballots of one pile. */
export const BATCH_LENGTHS = { urn: 40, number: 20, declared: 1000 } as const;

export interface WrittenBatch {
  pointId: string;
  urn: string;
  number: string;
  declared: number;
}

export type BatchField = 'point' | 'urn' | 'number' | 'declared';

/** Which fields of a new batch do not hold; the point is looked up by whoever asks. */
export function checkBatch({ urn, number, declared }: WrittenBatch): BatchField[] {
  const fits = (text: string, most: number) => text !== '' && [...text].length <= most;
  const wrong: BatchField[] = [];
  if (!fits(urn, BATCH_LENGTHS.urn)) wrong.push('urn');
  if (!fits(number, BATCH_LENGTHS.number)) wrong.push('number');
  if (!Number.isSafeInteger(declared) || declared < 1 || declared > BATCH_LENGTHS.declared)
    wrong.push('declared');
  return wrong;
}

export type BatchRefusal =
  | 'keying-not-open'
  | 'batch-number-taken'
  | 'point-closed'
  | 'batch-signed'
  | 'batch-gone'
  | 'batch-taken'
  | 'not-your-batch'
  | 'pile-finished'
  | 'pile-full'
  | 'count-differs'
  | 'place-moved'
  | 'nothing-keyed'
  | 'not-finished'
  | 'no-difference-there'
  | 'keyer-cannot-decide'
  | 'still-different'
  | 'signed-by-you'
  | 'totals-changed'
  | 'totals-same-person';

/** Where a batch stands. */
export type BatchState = 'waiting' | 'keyed' | 'compared' | 'agreed' | 'signed';

export function batchState(batch: Batch, poll: Poll): BatchState {
  if (batch.signed) return 'signed';
  if (batch.keyings.length === 0) return 'waiting';
  if (!areBothFinished(batch)) return 'keyed';
  return findDifferences(batch, poll).length > 0 ? 'compared' : 'agreed';
}

export function areBothFinished({ keyings }: Pick<Batch, 'keyings'>): boolean {
  return keyings.length === 2 && keyings.every(({ finished }) => finished);
}

export function keyingOf({ keyings }: Pick<Batch, 'keyings'>, personId: string): Keying | null {
  return keyings.find((one) => one.personId === personId) ?? null;
}

/** What was typed was read when it was kept: a paper that no longer reads is a fault of ours. */
function readKept(poll: Poll, typed: string): KeyedBallot {
  const read = readKeyed(poll, typed);
  if (!read.ok) throw new Error(`A kept paper cannot be read: ${read.refusal}.`);
  return read.ballot;
}

export interface Difference {
  /** In the pile, from 1. */
  place: number;
  first: string;
  second: string;
}

/** Papers that the two read otherwise and that nobody has decided; for when both have finished. */
export function findDifferences(batch: Batch, poll: Poll): Difference[] {
  const [first, second] = batch.keyings;
  if (!first || !second) return [];
  const decided = new Set(batch.decisions.map(({ place }) => place));
  return first.typed.flatMap((typed, at) => {
    const other = second.typed[at]!;
    const place = at + 1;
    if (decided.has(place) || readAlike(readKept(poll, typed), readKept(poll, other))) return [];
    return [{ place, first: typed, second: other }];
  });
}

/** What both agree on, paper by paper; a decision stands where one was made. */
export function listAgreed(batch: Batch, poll: Poll): KeyedBallot[] {
  const decided = new Map(batch.decisions.map(({ place, typed }) => [place, typed]));
  return (batch.keyings[0]?.typed ?? []).map((typed, at) =>
    readKept(poll, decided.get(at + 1) ?? typed),
  );
}
