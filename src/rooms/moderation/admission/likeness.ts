/**
 * Nearly the same texts, found without comparing each with all: a text is the set of its words and pairs of words, and
 * eight marks are drawn from the set so that two texts share one the more surely, the more of their sets they share.
 */
import { nicknameKey } from '../../identity/index.ts';

/** Shorter texts are nearly the same by chance: « Je suis tout à fait d’accord ». */
const FEWEST_WORDS = 10;
/** Looked at in a long text. */
const MOST_WORDS = 300;
/** Of two sets, how much is common: above it they are one text and its small variations. */
const ALIKE = 0.45;

const MARKS = 8;
/** Least values of so many orderings make one mark. */
const ROWS = 2;

export interface Likeness {
  /** Of the set; none: too short to be compared. */
  shingles: readonly number[];
  marks: readonly number[];
}

/** Letters that look alike, accents, capitals, signs and figures make no other word. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  const words: string[] = [];
  for (const [word] of plain.matchAll(/[\p{L}\p{M}]{2,40}/gu)) {
    words.push(nicknameKey(word));
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

export function readLikeness(text: string): Likeness {
  const words = wordsOf(text);
  if (words.length < FEWEST_WORDS) return { shingles: [], marks: [] };
  const set = new Set<number>();
  words.forEach((word, at) => {
    set.add(hash(word, 0));
    if (at > 0) set.add(hash(`${words[at - 1]} ${word}`, 0));
  });
  const shingles = [...set];
  const least = Array.from({ length: MARKS * ROWS }, (_, ordering) =>
    shingles.reduce((low, one) => Math.min(low, mix(one, ordering)), 2 ** 31),
  );
  const marks = Array.from({ length: MARKS }, (_, at) =>
    hash(`${least[at * ROWS]} ${least[at * ROWS + 1]}`, at),
  );
  return { shingles, marks: [...new Set(marks)] };
}

export function isAlike(one: readonly number[], other: readonly number[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  const set = new Set(one);
  const common = other.filter((shingle) => set.has(shingle)).length;
  return common / (one.length + other.length - common) >= ALIKE;
}

/** FNV-1a of a text, as a signed number of 32 bits. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

/** The place of a shingle in one of the orderings. */
function mix(value: number, ordering: number): number {
  let mixed = Math.imul(value ^ Math.imul(ordering + 1, 0x9e3779b9), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
