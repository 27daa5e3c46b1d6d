/** The words that confirm an erasure, in either language: nobody types them by mistake. */
const WORDS = ['effacer', 'erase'];

export const isErasureConfirmed = (typed: string): boolean =>
  WORDS.includes(typed.trim().toLowerCase());
