/** What becomes of a text that somebody has just written: seen at once, or read first. Facts in, decision out. */

/** An account is new until so many of its texts are published, and for so many hours in any case. */
export const TEXTS_OF_TRUST = 3;
const HOURS_OF_TRUST = 72;
/** Texts of a new account in an hour. */
export const TEXTS_AN_HOUR = 12;
/** So many new accounts that write nearly the same within an hour do not do so by chance. */
export const ALIKE_ACCOUNTS = 5;
/** More of new accounts' texts than so many times the usual hour come all at once; never fewer than these. */
const SURGE_TIMES = 10;
/** Two classes and a library write fewer. */
export const SURGE_FLOOR = 200;

export interface Standing {
  /** Whole hours since the account began. */
  ageHours: number;
  /** Its texts that were published. */
  accepted: number;
}

export const isNewAccount = ({ ageHours, accepted }: Standing): boolean =>
  accepted < TEXTS_OF_TRUST || ageHours < HOURS_OF_TRUST;

/** Why a text waits. */
export type HeldWhy = 'links' | 'alike' | 'surge';
export type AdmissionRefusal = 'too-many-texts';

export type Admission =
  | { state: 'published' }
  | { state: 'held'; why: HeldWhy }
  | { state: 'refused'; refusal: AdmissionRefusal };

export interface TextFacts {
  /** Staff, or whom the caller knows. */
  isTrusted: boolean;
  standing: Standing;
  /** Their other texts within the hour. */
  textsThisHour: number;
  links: number;
  /** New accounts, its author's included, that wrote nearly the same within the hour. */
  alikeAccounts: number;
  /** What was decided of texts nearly the same that waited; null: none did. */
  alikeWave: 'waiting' | 'hidden' | 'published' | null;
  /** Texts of new accounts in the last hour, this one included. */
  textsOfHour: number;
  /** The same in a usual hour. */
  usualHour: number;
}

const isSurge = ({ textsOfHour, usualHour }: Pick<TextFacts, 'textsOfHour' | 'usualHour'>) =>
  textsOfHour > Math.max(SURGE_FLOOR, SURGE_TIMES * usualHour);

/** What waits with others waits with them, whatever else could be said of it: they are judged in one act. */
export function decideAdmission(facts: TextFacts): Admission {
  if (facts.isTrusted || !isNewAccount(facts.standing)) return { state: 'published' };
  if (facts.textsThisHour >= TEXTS_AN_HOUR) return { state: 'refused', refusal: 'too-many-texts' };
  const { alikeWave } = facts;
  if (alikeWave === 'waiting' || alikeWave === 'hidden') return { state: 'held', why: 'alike' };
  if (alikeWave === null && facts.alikeAccounts >= ALIKE_ACCOUNTS)
    return { state: 'held', why: 'alike' };
  if (isSurge(facts)) return { state: 'held', why: 'surge' };
  return facts.links > 0 ? { state: 'held', why: 'links' } : { state: 'published' };
}

const ENDINGS =
  'com|net|org|info|biz|fr|eu|be|ch|uk|de|es|it|ru|cn|in|io|co|me|tv|cc|ly|gl|gd|tk|top|xyz|shop|store|online|site|club|live|link|click|app|pro|vip|win|bet|casino|icu|buzz|space|website|page|dev';
const LINK = new RegExp(
  `https?:\\s?/\\s?/|\\bwww\\.|[\\p{L}\\p{N}-]{2,63}\\s?(?:\\.|\\(dot\\)|\\[dot\\])\\s?(?:${ENDINGS})(?![\\p{L}\\p{N}-])`,
  'giu',
);
/** A point followed by a space ends a sentence, not a name of the network. */
const SPACED_POINT = /\.\s/;

/** Addresses of other sites in a text, written as links or not. */
export function countLinks(text: string): number {
  let count = 0;
  for (const [found] of text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .matchAll(LINK))
    if (!SPACED_POINT.test(found)) count += 1;
  return count;
}
