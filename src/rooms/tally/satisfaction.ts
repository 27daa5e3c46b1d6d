import type { Election } from './election.ts';
import type { Satisfaction } from './house-rules.ts';
import { forEachNaming, forEachScore } from './support.ts';

/** Of an envelope, and of each of its districts in the order of their names. */
export interface Satisfactions extends Satisfaction {
  readonly zones: readonly (Satisfaction & { readonly zone: string })[];
}

/** Who names a project, and who stands behind one of the winners (positions). */
export function measureSatisfaction(
  election: Election,
  winners: ReadonlySet<number>,
): Satisfactions {
  const { projects, ballots } = election;
  const zones = [...new Set(projects.flatMap(({ zone }) => zone ?? []))].sort();
  // the whole envelope first, then its districts
  const places = projects.map(({ zone }) =>
    zone === undefined ? [0] : [0, zones.indexOf(zone) + 1],
  );
  const named = openCounter(zones.length + 1, ballots.times);
  const satisfied = openCounter(zones.length + 1, ballots.times);
  forEachNaming(election, (group, project) => named.note(group, places[project]!));
  forEachScore(election, (group, project) => {
    if (winners.has(project)) satisfied.note(group, places[project]!);
  });
  const measure = (place: number): Satisfaction => ({
    ballots: named.ballots[place]!,
    satisfied: satisfied.ballots[place]!,
  });
  return { ...measure(0), zones: zones.map((zone, at) => ({ zone, ...measure(at + 1) })) };
}

/** Counts each ballot once a place. Groups come one after another. */
function openCounter(places: number, times: Float64Array) {
  const ballots = new Float64Array(places);
  const last = new Int32Array(places).fill(-1);
  return {
    ballots,
    note(group: number, noted: readonly number[]): void {
      for (const place of noted) {
        if (last[place] === group) continue;
        last[place] = group;
        ballots[place]! += times[group]!;
      }
    },
  };
}
