import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findSharedData } from '../../../tests/shared-data.ts';
import { compareFractions, type Fraction } from './fraction.ts';
import { type Completion, completeTallies, findMajorityGrade } from './judgment.ts';
import { analyseJudgments, type JudgmentScoring, scoreJudgments } from './judgment-analysis.ts';
import { rankJudged } from './judgment-ranking.ts';

interface Case {
  id: string;
  tallies: number[][];
  ranks: number[];
  medians?: number[];
  mode?: string;
  default?: number;
  participants?: number;
}

interface Analysis extends Record<`${Group}Grade` | `${Group}GroupSize`, number> {
  name: string;
  tally: number[];
  secondMedianGroupSign: number;
}
type Group = 'median' | 'contestation' | 'adhesion' | 'secondMedian';

type Scores = Record<
  'median' | 'p' | 'q' | 'majority_gauge' | Exclude<JudgmentScoring, 'majority-gauge'>,
  string
>;

interface Vectors {
  published: Case[];
  median_vectors: { tally: number[]; median: number }[];
  analysis_vectors: Analysis[];
  real_ballots: { cases: Case[] };
  fabre_scores: { cases: { id: string; tallies: number[][]; scores: Scores[] }[] };
  own: Case[];
}

const file = findSharedData('mj-vectors.json');
const vectors: Vectors = file
  ? JSON.parse(readFileSync(file, 'utf8'))
  : {
      published: [],
      median_vectors: [],
      analysis_vectors: [],
      real_ballots: { cases: [] },
      fabre_scores: { cases: [] },
      own: [],
    };

function readCompletion({ mode = 'Plain', default: grade = 0 }: Case): Completion {
  if (mode === 'Plain') return { mode: 'plain' };
  if (mode === 'StaticDefault') return { mode: 'static-default', grade };
  if (mode === 'MedianDefault') return { mode: 'median-default' };
  if (mode === 'Normalized') return { mode: 'normalized' };
  throw new Error(`Unknown mode ${mode}`);
}

/** '7' or '-3/4'. */
function readFraction(text: string): Fraction {
  const [n, d = '1'] = text.split('/');
  return { n: BigInt(n!), d: BigInt(d) };
}

describe.skipIf(!file)('majority judgment as others have published it', () => {
  const cases = [...vectors.published, ...vectors.own, ...vectors.real_ballots.cases];

  test.each(cases)('R176 $id: the ranks, the same ties, the majority grades', (given) => {
    const judges = given.participants ?? given.tallies[0]!.reduce((sum, count) => sum + count, 0);
    const completed = completeTallies(given.tallies, judges, readCompletion(given));
    if (!completed.ok) throw new Error(JSON.stringify(completed));
    const ranks: number[] = [];
    for (const { position, rank } of rankJudged(completed.tallies)) ranks[position] = rank;
    expect(ranks).toEqual(given.ranks);
    if (given.medians) expect(completed.tallies.map(findMajorityGrade)).toEqual(given.medians);
  });

  test.each(vectors.median_vectors)('R176 majority grade of $tally', ({ tally, median }) => {
    expect(findMajorityGrade(tally)).toBe(median);
  });

  test.each(vectors.analysis_vectors)('R176 analysis: $name', (given) => {
    const { median, contestation, adhesion, decisive, sign } = analyseJudgments(given.tally);
    const published = {
      medianGrade: median?.grade ?? 0,
      medianGroupSize: median?.size ?? 0,
      contestationGrade: contestation?.grade ?? 0,
      contestationGroupSize: contestation?.size ?? 0,
      adhesionGrade: adhesion?.grade ?? 0,
      adhesionGroupSize: adhesion?.size ?? 0,
      secondMedianGrade: decisive?.grade ?? 0,
      secondMedianGroupSize: decisive?.size ?? 0,
      secondMedianGroupSign: sign,
    };
    expect(given).toMatchObject(published);
  });

  test.each(vectors.fabre_scores.cases)('R176 scores of $id', ({ tallies, scores }) => {
    for (const [position, tally] of tallies.entries()) {
      const { median, p, q, majority_gauge, ...named } = scores[position]!;
      const analysis = analyseJudgments(tally);
      const share = (size = 0) => ({ n: BigInt(size), d: BigInt(analysis.judgments) });
      expect(analysis.median?.grade).toBe(Number(median));
      expect(compareFractions(share(analysis.adhesion?.size), readFraction(p))).toBe(0);
      expect(compareFractions(share(analysis.contestation?.size), readFraction(q))).toBe(0);
      for (const [scoring, score] of Object.entries({ 'majority-gauge': majority_gauge, ...named }))
        expect({
          scoring,
          apart: compareFractions(
            scoreJudgments(tally, scoring as JudgmentScoring),
            readFraction(score),
          ),
        }).toEqual({ scoring, apart: 0 });
    }
  });
});
