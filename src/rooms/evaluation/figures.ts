/** What an edition amounted to: one set of figures, read by the page, the PDF and the files alike (R64, R88). */
import type { AgeCount, PlacedIdeas } from '../ideas/index.ts';
import { SMALLEST_SHOWN, suppressClosely } from '../polls/index.ts';
import { AGE_BANDS, ageBandOf, type Population } from './population.ts';

/** `null`: too few people to be told, or told by what is. */
export interface Count {
  key: string;
  count: number | null;
}

/** A share of those who took part beside the same share of those who live there: ratios of 0 to 1. */
export interface SharePair {
  key: string;
  /** null: not told. */
  participants: number | null;
  population: number;
}

/** One step of the way from ideas to what stands in the street; null: not known yet, or not to be known. */
export interface FunnelStep {
  step: 'ideas' | 'admissible' | 'projects' | 'voted' | 'winners' | 'delivered';
  count: number | null;
}

export interface DelayLine {
  department: string;
  asked: number;
  settled: number;
  late: number;
  /** Days. */
  median: number | null;
  p90: number | null;
}

/** Amounts in cents; null: not known. */
interface Money {
  envelope: number;
  used: number | null;
  committed: number | null;
  spent: number | null;
  /** The envelope, for each inhabitant. */
  perInhabitant: number | null;
  /** What the winners cost together, for each voter. */
  perVoter: number | null;
  running: number | null;
  runningPerVoter: number | null;
}

/** An edition among those of the organisation. */
export interface EditionLine {
  slug: string;
  title: string;
  ideas: number;
  authors: number;
  voters: number | null;
  /** Voters for each inhabitant: 0 to 1. */
  turnout: number | null;
  projects: number | null;
  winners: number | null;
  /** Cents. */
  envelope: number;
  /** Of the winners, 0 to 1. */
  deliveredShare: number | null;
  /** Days. */
  medianDelay: number | null;
}

/** As the officer wrote them; an English left empty is said in French. */
interface BothWords {
  fr: string;
  en: string;
}

/** Answers to the questionnaire at the close, without those that were written in words. */
export interface SurveyFigures {
  answers: number;
  questions: readonly {
    words: BothWords;
    /** `words` null: a mark of a scale without words, told by its `key`. `count` null: too few people. */
    answers: readonly { key: string; words: BothWords | null; count: number | null }[];
  }[];
}

export interface EditionFigures {
  ideas: number;
  authors: number;
  supporters: number;
  /** People who gave an idea or support one. */
  participants: number;
  withoutAccount: number;
  /** null before the result is published: nothing of a vote is told before its end (V15). */
  voters: number | null;
  ages: readonly Count[];
  channels: readonly { key: string; count: number }[];
  /** Ideas by district; `''`: elsewhere, or not said. */
  districts: readonly { key: string; count: number }[];
  voteChannels: readonly Count[];
  ageShares: readonly SharePair[];
  districtShares: readonly SharePair[];
  funnel: readonly FunnelStep[];
  reasons: readonly { french: string; english: string; ideas: number }[];
  delays: readonly DelayLine[];
  money: Money;
  editions: readonly EditionLine[];
  population: Population | null;
  survey: SurveyFigures | null;
}

/** People by age band in order, those of unknown age under `''`; small ones are not told; nothing, of a few people. */
export function countAges(counts: readonly Pick<AgeCount, 'age' | 'people'>[]): Count[] {
  // their number is told elsewhere: with it, a single hidden band would be
  if (counts.reduce((sum, { people }) => sum + people, 0) < SMALLEST_SHOWN) return [];
  const sums = new Map<string, number>();
  for (const { age, people } of counts) {
    const key = (age === null ? null : ageBandOf(age)) ?? '';
    sums.set(key, (sums.get(key) ?? 0) + people);
  }
  const keys = [...AGE_BANDS.map(({ key }) => key as string), ''];
  const shown = suppressClosely(keys.map((key) => sums.get(key) ?? 0));
  return keys.map((key, at) => ({ key, count: shown[at] ?? null }));
}

/** Ideas are public, each with its place: their counts hide nobody. */
export function countDistricts(
  placed: readonly PlacedIdeas[],
  districts: readonly string[],
  districtOf: (idea: PlacedIdeas) => string | null,
): { key: string; count: number }[] {
  if (districts.length === 0) return [];
  const sums = new Map<string, number>();
  for (const idea of placed) {
    const key = districtOf(idea) ?? '';
    sums.set(key, (sums.get(key) ?? 0) + idea.ideas);
  }
  // where no idea says its place, there is nothing to compare
  if (districts.every((name) => !sums.has(name))) return [];
  return [...districts, ''].map((key) => ({ key, count: sums.get(key) ?? 0 }));
}

/**
 * Shares beside those of the population, where both are known. Those whose part is unknown are left out of the whole,
 * unless their own number is hidden: the shares would tell it.
 */
export function shareBeside(
  counts: readonly Count[],
  people: number,
  population: Readonly<Record<string, number>>,
): SharePair[] {
  const unknown = counts.find(({ key }) => key === '');
  const whole = people - (unknown?.count ?? 0);
  const inhabitants = Object.values(population).reduce((sum, one) => sum + one, 0);
  if (whole === 0 || inhabitants === 0) return [];
  return counts
    .filter(({ key }) => key !== '' && Object.hasOwn(population, key))
    .map(({ key, count }) => ({
      key,
      participants: count === null ? null : count / whole,
      population: population[key]! / inhabitants,
    }));
}

/** Of amounts, one for each of so many people, rounded to the cent. */
export const perHead = (cents: number | null, people: number | null): number | null =>
  cents === null || !people ? null : Math.round(cents / people);
