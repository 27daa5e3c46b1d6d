import { withLocale } from '../locale/locale.ts';
import type { ColumnFact } from './data-set.ts';

/** A line of the dictionary, in both languages whoever reads: files are the same for everybody. */
export interface DictionaryLine extends Omit<ColumnFact, 'meaning'> {
  meaning: { fr: string; en: string };
}

export const describeColumns = (columns: readonly ColumnFact[]): DictionaryLine[] =>
  columns.map(({ key, type, unit, example, meaning }) => ({
    key,
    type,
    ...(unit && { unit }),
    example,
    meaning: { fr: withLocale('fr', meaning), en: withLocale('en', meaning) },
  }));

export const DICTIONARY_HEADINGS = ['colonne', 'type', 'unite', 'exemple', 'sens', 'meaning'];

export const dictionaryRow = ({ key, type, unit, example, meaning }: DictionaryLine): string[] => [
  key,
  type,
  unit ?? '',
  example,
  meaning.fr,
  meaning.en,
];
