/** What an edition writes around each decision, by outcome and language; where it writes nothing, the usual words stand. */

export const WORD_KEYS = [
  'toVoteIntro',
  'toVoteClosing',
  'refusedIntro',
  'refusedClosing',
] as const;
export type WordKey = (typeof WORD_KEYS)[number];
export const WORD_LOCALES = ['fr', 'en'] as const;
export type WordLocale = (typeof WORD_LOCALES)[number];

/** '' wherever the usual words are kept. */
export type LetterWords = Record<WordLocale, Record<WordKey, string> & { meeting: string }>;

export const LONGEST_WORDS = 1500;

const NO_WORDS: LetterWords = {
  fr: { toVoteIntro: '', toVoteClosing: '', refusedIntro: '', refusedClosing: '', meeting: '' },
  en: { toVoteIntro: '', toVoteClosing: '', refusedIntro: '', refusedClosing: '', meeting: '' },
};

/** What was kept, every place filled. */
export function readWords(kept: unknown): LetterWords {
  const of = (locale: WordLocale) => (kept as Partial<LetterWords> | null)?.[locale] ?? {};
  return { fr: { ...NO_WORDS.fr, ...of('fr') }, en: { ...NO_WORDS.en, ...of('en') } };
}
