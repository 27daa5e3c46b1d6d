import type { Tx } from '../../../platform/database/database.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { queueLetter } from '../letter.store.ts';
import type { Letter, LetterReader } from '../letter.ts';
import { queueLetters, type SharedLetter } from '../letter-batch.store.ts';
import { listRhythms } from '../preference.store.ts';
import { queueDigests } from './digest.jobs.ts';
import { insertNotices } from './notice.store.ts';
import { type Act, NOTICE_LENGTH, type NoticeWords } from './notice.ts';

/** An act told to one person. */
export interface Told extends Act {
  personId: string;
  /** Asked for once in each language: what happened, in one sentence, and never who did it. */
  words: () => string;
  /** The act: told a second time to the same person under it, nothing is. */
  onceKey: string;
  /** What leaves now if they want such letters at once, or if it is owed; null: they are told in the application only. */
  letter:
    | (Pick<Letter, 'address' | 'locale' | 'subject' | 'text'> &
        Partial<Pick<Letter, 'isOwed' | 'onceKey'>>)
    | null;
}

/** One line, cut where it is long: it stands in lists and in mails (W13). */
function sayOnOneLine(words: () => string): string {
  const line = words().replaceAll(/[\r\n\t\0]+/g, ' ');
  return line.length > NOTICE_LENGTH ? excerptOf(line, NOTICE_LENGTH) : line;
}

const sayInBoth = (words: () => string): NoticeWords => ({
  fr: withLocale('fr', () => sayOnOneLine(words)),
  en: withLocale('en', () => sayOnOneLine(words)),
});

/**
 * Tells somebody of one act, in the transaction of the act: a line among their notices, and a letter as they want it.
 * A mail server that is down keeps the letter waiting; the notice is there (F6).
 */
export async function tellPerson(tx: Tx, organisationId: string, told: Told): Promise<void> {
  const { personId, topic, target, letter, onceKey } = told;
  const isOwed = letter?.isOwed ?? false;
  const [rhythm = 'immediate'] = isOwed
    ? []
    : await listRhythms(tx, organisationId, [{ personId, topic }]);
  const person = { personId, onceKey, rhythm };
  const words = sayInBoth(told.words);
  const toldNow = await insertNotices(tx, organisationId, told, words, [person]);
  if (toldNow.size === 0) return;
  if (rhythm === 'daily' || rhythm === 'weekly')
    await queueDigests(tx, organisationId, [personId], rhythm);
  if (letter && rhythm === 'immediate')
    await queueLetter(tx, { organisationId, topic, personId, target, onceKey, ...letter, isOwed });
}

/** What many are told alike: their letter, and the line among their notices. */
export type ToldToMany = SharedLetter &
  Pick<Act, 'kind' | 'href'> & { target: Act['target']; words: () => string };

/**
 * The same act told to many, in a few statements whatever their number; gives how many letters leave now. Who has no
 * account is written to, and has no notices.
 */
export async function tellMany(
  tx: Tx,
  { kind, href, words, ...shared }: ToldToMany,
  readers: readonly LetterReader[],
): Promise<number> {
  const { organisationId, target } = shared;
  const known = readers.flatMap(({ personId, ...reader }) =>
    personId === null ? [] : [{ ...reader, personId }],
  );
  const rhythms = await listRhythms(tx, organisationId, known);
  const people = known.map((reader, at) => ({ ...reader, rhythm: rhythms[at]! }));
  const said = sayInBoth(words);
  const now: LetterReader[] = readers.filter(({ personId }) => personId === null);
  for (const [topic, some] of Map.groupBy(people, (person) => person.topic)) {
    const act = { topic, kind, href, target };
    const toldNow = await insertNotices(tx, organisationId, act, said, some);
    const fresh = some.filter(({ personId }) => toldNow.has(personId));
    for (const rhythm of ['daily', 'weekly'] as const) {
      const ids = fresh.filter((one) => one.rhythm === rhythm).map(({ personId }) => personId);
      await queueDigests(tx, organisationId, ids, rhythm);
    }
    now.push(...fresh.filter(({ rhythm }) => rhythm === 'immediate'));
  }
  return queueLetters(tx, shared, now);
}
