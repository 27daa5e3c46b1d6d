/** What is said of projects judged: their profiles, and what set neighbours apart (R176). */
import { analyseJudgments, type Separation, separateJudged } from '../../tally/index.ts';
import type { TallyBy } from './result.ts';

/** Judgments better and worse than the majority grade; the larger group leads, the worse where they are equal. */
export interface GaugeFigures {
  better: number;
  worse: number;
  leads: 'better' | 'worse';
}

export interface JudgedFigures {
  project: string;
  /** From 1; equal where profiles are the same. */
  rank: number;
  /** How many times each grade was given, the best first as on the ballot. */
  profile: readonly number[];
  judgments: number;
  missing: number;
  /** By position from the worst, as on a ballot of the box. */
  majorityGrade: number;
  gauge: GaugeFigures;
  /** The project just ahead and what decided between the two; null for the first. */
  behind: { project: string; gauge: GaugeFigures; separation: Separation } | null;
}

export function listJudged({ judged }: TallyBy<'judgment'>): JudgedFigures[] {
  const gauges = judged.map(({ profile }) => describeGauge(profile));
  return judged.map(({ project, rank, profile, missing, majorityGrade }, at) => {
    const ahead = judged[at - 1];
    return {
      ...{ project, rank, missing, majorityGrade, gauge: gauges[at]! },
      profile: profile.toReversed(),
      judgments: profile.reduce((sum, given) => sum + given, 0),
      behind: ahead
        ? {
            project: ahead.project,
            gauge: gauges[at - 1]!,
            separation: separateJudged(ahead.profile, profile),
          }
        : null,
    };
  });
}

function describeGauge(profile: readonly number[]): GaugeFigures {
  const { adhesion, contestation, sign } = analyseJudgments(profile);
  return {
    better: adhesion?.size ?? 0,
    worse: contestation?.size ?? 0,
    leads: sign > 0 ? 'better' : 'worse',
  };
}
