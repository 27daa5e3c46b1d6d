/** How much two published ideas resemble each other, read from both sides alike (R47). */

/** Two ideas side by side; weights are sums over stems, rare words counting more. */
export interface SideBySide {
  /** Of the stems that both hold, and of those of each. */
  shared: number;
  weights: readonly [number, number];
  /** The same for their titles. */
  sharedTitle: number;
  titleWeights: readonly [number, number];
  /** Likeness of the two titles by three letters at a time, 0 to 1. */
  titleLetters: number;
}

/**
 * Below, two ideas are not shown to anybody as perhaps the same. People who never met say one wish in quite other
 * words: of ideas written by hand, those worth merging begin here, among others that only share a subject.
 */
export const SIMILAR_FROM = 0.25;
/** Pairs kept for each idea, the closest ones. */
export const PAIRS_OF_AN_IDEA = 5;

/**
 * From 0 to 1. Texts that share most of their words; a shorter one held in a longer one, which proves less; the
 * same title over other words, which proves less again.
 */
export function likenessOf(pair: SideBySide): number {
  const [a, b] = pair.weights;
  const text = Math.max(ratio(2 * pair.shared, a + b), 0.8 * ratio(pair.shared, Math.min(a, b)));
  const title = Math.max(
    pair.titleLetters,
    ratio(2 * pair.sharedTitle, pair.titleWeights[0] + pair.titleWeights[1]),
  );
  const likeness = Math.max(0.3 * title + 0.7 * text, 0.7 * title, 0.9 * text);
  return Math.min(1, Math.round(likeness * 10_000) / 10_000);
}

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
