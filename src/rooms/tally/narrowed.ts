import type { Ballots, Election, Totals } from './election.ts';
import { findFirstRank } from './support.ts';

/**
 * The same election without some projects, by position, and with another envelope. Every ballot still
 * counts: it loses its choices of those projects and may be blank then. In a ranking the next choice
 * moves up, and the first rank is worth what it was.
 */
export function withoutProjects(
  election: Election,
  gone: ReadonlySet<number>,
  budget: bigint,
): Election {
  if (gone.size === 0) return { ...election, budget };
  const { projects, limits } = election;
  return {
    ...election,
    budget,
    projects: projects.filter((_, position) => !gone.has(position)),
    limits: { ...limits, maxLength: findFirstRank(election) },
    ballots: dropChoices(election, gone),
  };
}

function dropChoices({ projects, ballots }: Election, gone: ReadonlySet<number>): Ballots {
  const { starts, choices, points, times, count } = ballots;
  let kept = 0;
  const newPosition = projects.map((_, position) => (gone.has(position) ? -1 : kept++));
  const groups = new Map<string, number>();
  const next = {
    starts: [0],
    choices: [] as number[],
    points: [] as number[],
    times: [] as number[],
  };
  let blank = 0;
  for (let group = 0; group < times.length; group += 1) {
    const own: number[] = [];
    const given: number[] = [];
    for (let at = starts[group]!; at < starts[group + 1]!; at += 1) {
      const position = newPosition[choices[at]!]!;
      if (position < 0) continue;
      own.push(position);
      if (points) given.push(points[at]!);
    }
    if (own.length === 0) blank += times[group]!;
    // ballots that differed by what is gone are equal now
    const key = `${own};${given}`;
    const known = groups.get(key);
    if (known !== undefined) {
      next.times[known]! += times[group]!;
      continue;
    }
    groups.set(key, next.times.push(times[group]!) - 1);
    next.choices.push(...own);
    next.points.push(...given);
    next.starts.push(next.choices.length);
  }
  return {
    count,
    blank,
    starts: Uint32Array.from(next.starts),
    choices: Uint32Array.from(next.choices),
    points: points && Uint32Array.from(next.points),
    times: Float64Array.from(next.times),
    ...(ballots.totals && { totals: dropTotals(ballots.totals, gone) }),
  };
}

function dropTotals(totals: Totals, gone: ReadonlySet<number>): Totals {
  const kept = <T>(list: readonly T[]) => list.filter((_, position) => !gone.has(position));
  const { ballots, namings, scores, answers } = totals;
  return { ballots, namings: kept(namings), scores: kept(scores), answers: kept(answers) };
}
