import type { Tx } from '../../../platform/database/database.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { queueLetter } from '../letter.store.ts';
import type { Letter } from '../letter.ts';
import { findRhythm } from '../preference.store.ts';
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

export const sayInBoth = (words: () => string): NoticeWords => ({
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
  const rhythm = isOwed ? 'immediate' : await findRhythm(tx, organisationId, personId, topic);
  const person = { personId, onceKey, rhythm };
  const words = sayInBoth(told.words);
  const toldNow = await insertNotices(tx, organisationId, told, words, [person]);
  if (!letter || toldNow.size === 0 || rhythm !== 'immediate') return;
  await queueLetter(tx, { organisationId, topic, personId, target, onceKey, ...letter, isOwed });
}
