import { carriesPoints, type Election } from './election.ts';
import type { PabulibProject } from './pabulib-projects.ts';
import { sumSupport } from './support.ts';

/**
 * What is odd in a file and yet leaves its count meaningful: it is read, and whoever imports it is
 * told. Ballots below a minimum weigh no more than others, costs may have changed since the vote,
 * and sums that a city declares may follow rules of its own.
 */
export type PabulibOddity =
  | 'fewer-choices-than-min'
  | 'fewer-points-than-min'
  | 'points-sum-under-min'
  | 'costs-sum-under-min'
  | 'costs-sum-over-max'
  | 'declared-votes-differ'
  | 'declared-score-differs'
  | 'default-score-ignored';

export interface PabulibRemark {
  readonly remark: PabulibOddity;
  /** Ballots or projects concerned. */
  readonly count: number;
}

export function findRemarks(
  election: Election,
  projects: readonly PabulibProject[],
  meta: ReadonlyMap<string, string>,
): PabulibRemark[] {
  const counts = new Map<PabulibOddity, number>();
  function note(remark: PabulibOddity, times: number): void {
    counts.set(remark, (counts.get(remark) ?? 0) + times);
  }
  noteBallots(election, note);
  const { scores, namings } = sumSupport(election);
  projects.forEach(({ declaredVotes, declaredScore }, at) => {
    if (declaredVotes !== null && declaredVotes !== namings[at]) note('declared-votes-differ', 1);
    // Cities score ranks in ways of their own: only declared sums of points can be compared.
    if (carriesPoints(election.kind) && declaredScore !== null && declaredScore !== scores[at])
      note('declared-score-differs', 1);
  });
  const defaultScore = meta.get('default_score');
  if (defaultScore && !/^[0.]*$/.test(defaultScore)) note('default-score-ignored', projects.length);
  return [...counts].map(([remark, count]) => ({ remark, count }));
}

function noteBallots(
  { limits, projects, ballots }: Election,
  note: (remark: PabulibOddity, times: number) => void,
): void {
  const { starts, choices, points, times } = ballots;
  const watchesCost = limits.minSumCost !== null || limits.maxSumCost !== null;
  times.forEach((number, group) => {
    const from = starts[group]!;
    const to = starts[group + 1]!;
    // A blank ballot is a choice of its own, not one that is too short.
    if (to === from) return;
    if (to - from < (limits.minLength ?? 0)) note('fewer-choices-than-min', number);
    if (points) {
      const given = points.subarray(from, to);
      if (given.some((one) => one < (limits.minPoints ?? 0))) note('fewer-points-than-min', number);
      const sum = given.reduce((total, one) => total + one, 0);
      if (sum < (limits.minSumPoints ?? 0)) note('points-sum-under-min', number);
    }
    if (watchesCost) {
      let cost = 0n;
      for (let at = from; at < to; at += 1) cost += projects[choices[at]!]!.cost;
      if (limits.minSumCost !== null && cost < limits.minSumCost)
        note('costs-sum-under-min', number);
      if (limits.maxSumCost !== null && cost > limits.maxSumCost)
        note('costs-sum-over-max', number);
    }
  });
}
