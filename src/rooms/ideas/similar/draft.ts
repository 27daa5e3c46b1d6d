/** Which ideas are already there: what a draft shares with them, rare words counting more (R113). */
import type { Likeness } from '../../consultations/index.ts';
import { weightOf } from './probes.ts';

const MOST_SIMILAR = 10;
/** Share of a draft's meaning that an idea must hold to be shown, by what its board asks. */
const THRESHOLDS: Record<Likeness, number> = { broad: 0.2, usual: 0.35, strict: 0.6 };

/** A stem of the draft's words, and how many ideas of the edition hold it. */
export interface Word {
  stem: string;
  inTitle: boolean;
  ideas: number;
}

export interface Candidate {
  id: string;
  /** Stems of the draft that stand in the idea's title, and anywhere in it. */
  inTitle: readonly string[];
  inText: readonly string[];
  /** Likeness of the two titles by three letters at a time, 0 to 1: catches what is mistyped. */
  titleLikeness: number;
}

/**
 * The closest ideas first, ten at most, none that shares too little. Hundreds may have the same title: of those,
 * the ones that also share the text come first. `total`: ideas of the edition.
 */
export function rankSimilar(
  words: readonly Word[],
  candidates: readonly Candidate[],
  total: number,
  likeness: Likeness = 'usual',
): string[] {
  const weights = new Map(words.map(({ stem, ideas }) => [stem, weightOf(ideas, total)]));
  const sumOf = (stems: readonly string[]) => sum(stems.map((stem) => weights.get(stem) ?? 0));
  const inDraftTitle = new Set(words.filter(({ inTitle }) => inTitle).map(({ stem }) => stem));
  const titleWeight = sumOf([...inDraftTitle]);
  const wholeWeight = sumOf([...weights.keys()]);
  const bodyWeight = wholeWeight - titleWeight;
  return candidates
    .map((candidate) => {
      const body = candidate.inText.filter((stem) => !inDraftTitle.has(stem));
      const title = candidate.inText.filter((stem) => inDraftTitle.has(stem));
      const whole = ratio(sumOf(candidate.inText), wholeWeight);
      const score = Math.max(
        candidate.titleLikeness,
        0.7 * ratio(sumOf(title), titleWeight) + 0.3 * ratio(sumOf(candidate.inTitle), titleWeight),
        0.5 * ratio(sumOf(title), titleWeight) + 0.5 * ratio(sumOf(body), bodyWeight),
        whole,
      );
      return { id: candidate.id, score, order: score + whole };
    })
    .filter(({ score }) => score >= THRESHOLDS[likeness])
    .sort((a, b) => b.order - a.order || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SIMILAR)
    .map(({ id }) => id);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
