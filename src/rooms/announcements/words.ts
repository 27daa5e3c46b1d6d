/** The office's own words for the letter of a moment: a subject instead of the usual one, a paragraph besides. Pure. */

export const WORD_LOCALES = ['fr', 'en'] as const;
export type WordLocale = (typeof WORD_LOCALES)[number];
export const WORD_KEYS = ['subject', 'paragraph'] as const;
export type WordKey = (typeof WORD_KEYS)[number];

/** '' wherever the usual subject stays, or nothing is added. */
export type OwnWords = Record<WordLocale, Record<WordKey, string>>;

/** What is kept for one moment. */
export interface OwnLetter {
  words: OwnWords;
  /** Residents are not written to. */
  silent: boolean;
}

/** Characters: what mail programs show of a subject, with some to spare. */
export const LONGEST: Record<WordKey, number> = { subject: 120, paragraph: 1500 };

type WordRefusal = 'too-long' | 'several-lines';
export interface WordProblem {
  locale: WordLocale;
  key: WordKey;
  refusal: WordRefusal;
}

/** A subject is one line (W13). One language may be left alone: its readers have the usual words. */
export function checkWords(words: OwnWords): WordProblem[] {
  return WORD_LOCALES.flatMap((locale) =>
    WORD_KEYS.flatMap((key): WordProblem[] => {
      const value = words[locale][key];
      if ([...value].length > LONGEST[key]) return [{ locale, key, refusal: 'too-long' }];
      if (key === 'subject' && /\p{Cc}|\u2028|\u2029/u.test(value))
        return [{ locale, key, refusal: 'several-lines' }];
      return [];
    }),
  );
}

export const NO_WORDS: OwnWords = {
  fr: { subject: '', paragraph: '' },
  en: { subject: '', paragraph: '' },
};

/** What was kept, every place filled. */
export function readWords(kept: unknown): OwnWords {
  const of = (locale: WordLocale) => (kept as Partial<OwnWords> | null)?.[locale] ?? {};
  return { fr: { ...NO_WORDS.fr, ...of('fr') }, en: { ...NO_WORDS.en, ...of('en') } };
}
