import { type Document, LEVELS, type Level } from './document.ts';

/** A position with the beginning of what it says. */
export interface Compared extends Document {
  opening: string;
}

export interface ComparedTheme {
  theme: string;
  byLevel: ReadonlyMap<Level, readonly Compared[]>;
  /** Folded words that positions of two levels at least have in common. */
  shared: ReadonlySet<string>;
}

/** Letters of a word that says something by itself. */
const MEANINGFUL = 6;

/** Positions side by side: theme by theme, those of each level; the themes where most levels speak first (R147). */
export function comparePositions(positions: readonly Compared[]): {
  levels: readonly Level[];
  themes: readonly ComparedTheme[];
} {
  const placed = positions.filter(({ level, theme }) => level !== null && theme !== '');
  const themes = [...Map.groupBy(placed, ({ theme }) => foldTheme(theme)).values()].map(
    (ofTheme): ComparedTheme => {
      const byLevel = Map.groupBy(ofTheme, ({ level }) => level!);
      return { theme: ofTheme[0]!.theme, byLevel, shared: findShared(byLevel) };
    },
  );
  return {
    levels: LEVELS.filter((level) => placed.some((one) => one.level === level)),
    themes: themes.toSorted(
      (a, b) => b.byLevel.size - a.byLevel.size || a.theme.localeCompare(b.theme, 'fr'),
    ),
  };
}

const foldTheme = (theme: string): string => theme.trim().toLocaleLowerCase('fr');

function findShared(byLevel: ReadonlyMap<Level, readonly Compared[]>): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const ofLevel of byLevel.values()) {
    const words = new Set(ofLevel.flatMap(({ opening }) => wordsOf(opening)));
    for (const word of words) (seen.has(word) ? shared : seen).add(word);
  }
  return shared;
}

const wordsOf = (text: string): string[] =>
  (text.match(/\p{L}+/gu) ?? []).filter((word) => word.length >= MEANINGFUL).map(foldWord);

const foldWord = (word: string): string =>
  word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replace(/[sx]$/, '');

/** A text in pieces, those that are words of `shared` marked. */
export const markShared = (
  text: string,
  shared: ReadonlySet<string>,
): { words: string; marked: boolean }[] =>
  text
    .split(/(\p{L}+)/u)
    .map((words) => ({ words, marked: words.length >= MEANINGFUL && shared.has(foldWord(words)) }));
