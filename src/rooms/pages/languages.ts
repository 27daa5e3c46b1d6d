/** What is written here is in French and, where somebody wrote it, in English. */
export type Written = 'fr' | 'en';

/** A text as a reader of `locale` meets it: English where they read English and there is some. */
export function pickWords(
  locale: Written,
  french: string,
  english: string,
): { words: string; lang: Written } {
  return locale === 'en' && english !== ''
    ? { words: english, lang: 'en' }
    : { words: french, lang: 'fr' };
}

/** On one line, as titles are. */
export const oneLine = (typed: string): string => typed.replaceAll(/\s+/g, ' ').trim();
