/** Whether an entry is the person who stands at the desk, or who identifies online. */
import { nameKey, nameWords, numberKey } from './name-key.ts';
import type { Entry } from './register.ts';

type Named = Pick<Entry, 'lastName' | 'usedName' | 'firstNames'>;

/** Words typed at the desk that are looked at. */
const MOST_WORDS = 6;

/** A way to read what was typed: so many words of last name, the others of first names. */
export interface Reading {
  last: string;
  /** '' : only a last name. */
  first: string;
}

/** Every way to part the words typed into last name and first names, in either order. */
export function listReadings(typed: string): Reading[] {
  const words = nameWords(typed).slice(0, MOST_WORDS);
  if (words.join('').length < 2) return [];
  const readings: Reading[] = [{ last: words.join(''), first: '' }];
  for (let at = 1; at < words.length; at += 1) {
    const [begin, end] = [words.slice(0, at).join(''), words.slice(at).join('')];
    readings.push({ last: begin, first: end }, { last: end, first: begin });
  }
  return readings;
}

/**
 * How far an entry is from what was typed, in typing errors (0 or 1); null: somebody else. Names may be
 * typed by their beginning. For entries born on the day that was given: few, so all may be looked at.
 */
export function distanceTo(typed: string, entry: Named): 0 | 1 | null {
  const readings = listReadings(typed);
  const lasts = [entry.lastName, entry.usedName].filter((name) => name !== '').map(nameKey);
  const firsts = firstKeys(entry.firstNames);
  let nearest: 0 | 1 | null = null;
  for (const { last, first } of readings) {
    for (const name of lasts) {
      const byLast = beginsNearly(name, last);
      if (byLast === null) continue;
      const byFirst = first === '' ? 0 : nearestOf(firsts.map((one) => beginsNearly(one, first)));
      if (byFirst === null || byLast + byFirst > 1) continue;
      if (byLast + byFirst === 0) return 0;
      nearest = 1;
    }
  }
  return nearest;
}

/** What a voter says of themselves. */
export interface Claim {
  lastName: string;
  firstName: string;
  /** `YYYY-MM-DD` */
  birthDate: string;
  number?: string;
}

/** Exact but for spelling: either last name, any one of the first names or all of them. */
export function isClaimed(claim: Claim, entry: Entry): boolean {
  const last = nameKey(claim.lastName);
  const first = nameKey(claim.firstName);
  const number = numberKey(claim.number ?? '');
  if (last === '' || first === '') return false;
  if (last !== nameKey(entry.lastName) && last !== nameKey(entry.usedName)) return false;
  if (number !== '' && number !== numberKey(entry.number)) return false;
  // a list without dates of birth needs a number in their place
  if (entry.birthDate === null ? number === '' : entry.birthDate !== claim.birthDate) return false;
  const words = nameWords(entry.firstNames);
  return words.some((_, from) =>
    words.slice(from).some((__, size) => words.slice(from, from + size + 1).join('') === first),
  );
}

/** From each first name on: « Marie Claire » is found by « Marie », « Marie Claire » and « Claire ». */
function firstKeys(firstNames: string): string[] {
  const words = nameWords(firstNames);
  return words.map((_, from) => words.slice(from).join(''));
}

function nearestOf(distances: readonly (0 | 1 | null)[]): 0 | 1 | null {
  if (distances.includes(0)) return 0;
  return distances.includes(1) ? 1 : null;
}

/** Whether a name begins with what was typed, but for one error in words long enough to hold one. */
function beginsNearly(name: string, typed: string): 0 | 1 | null {
  if (name.startsWith(typed)) return 0;
  if (typed.length < 4) return null;
  return [typed.length - 1, typed.length, typed.length + 1].some((length) =>
    isOneErrorApart(name.slice(0, length), typed),
  )
    ? 1
    : null;
}

/** One letter more, less, other, or two that changed places. */
function isOneErrorApart(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const room = Math.min(one.length, other.length) - start;
  while (end < room && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.length - start - end, other.length - start - end];
  if (left <= 1 && right <= 1) return true;
  return (
    left === 2 && right === 2 && one[start] === other[start + 1] && one[start + 1] === other[start]
  );
}
