/** Which ideas are already there: what a draft shares with them, rare words counting more (R113). */

const MOST_SIMILAR = 10;
/** Share of a draft's meaning that an idea must hold to be shown. */
const THRESHOLD = 0.35;

/** A stem of the draft's words and the share of ideas that hold it, between 0 and 1. */
export interface Word {
  stem: string;
  inTitle: boolean;
  frequency: number;
}

export interface Candidate {
  id: string;
  /** Stems of the draft that stand in the idea's title, and anywhere in it. */
  inTitle: readonly string[];
  inText: readonly string[];
  /** Likeness of the two titles by three letters at a time, 0 to 1: catches what is mistyped. */
  titleLikeness: number;
}

/** The words to look for: the rarest first, those of the title before those of the text. */
export function chooseWords(words: readonly Word[], count = 16): Word[] {
  return [...words]
    .sort(
      (a, b) =>
        weightOf(b) * (b.inTitle ? 2 : 1) - weightOf(a) * (a.inTitle ? 2 : 1) ||
        (a.stem < b.stem ? -1 : 1),
    )
    .slice(0, count);
}

/** The closest ideas first, ten at most, none that shares too little. */
export function rankSimilar(words: readonly Word[], candidates: readonly Candidate[]): string[] {
  const weights = new Map(words.map((word) => [word.stem, weightOf(word)]));
  const titleWeight = sum(words.filter((word) => word.inTitle).map(weightOf));
  const bodyWeight = sum(words.filter((word) => !word.inTitle).map(weightOf));
  const sumOf = (stems: readonly string[]) => sum(stems.map((stem) => weights.get(stem) ?? 0));
  const inDraftTitle = new Set(words.filter((word) => word.inTitle).map((word) => word.stem));
  return candidates
    .map((candidate) => {
      const shared = new Set(candidate.inText);
      const title = [...inDraftTitle].filter((stem) => shared.has(stem));
      const body = candidate.inText.filter((stem) => !inDraftTitle.has(stem));
      const score = Math.max(
        candidate.titleLikeness,
        0.7 * ratio(sumOf(title), titleWeight) +
          0.3 * ratio(sumOf(candidate.inTitle), titleWeight) * Number(candidate.inTitle.length > 0),
        0.5 * ratio(sumOf(title), titleWeight) + 0.5 * ratio(sumOf(body), bodyWeight),
      );
      return { id: candidate.id, score };
    })
    .filter(({ score }) => score >= THRESHOLD)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SIMILAR)
    .map(({ id }) => id);
}

/** A word in every second idea says little, one in a thousand says much. */
function weightOf(word: Word): number {
  return Math.log(1 / Math.min(0.9, Math.max(word.frequency, 0.0005)));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
