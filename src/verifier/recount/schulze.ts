/**
 * Schulze's method (Social Choice and Welfare 36, 2011) with winning votes. Whoever a ballot leaves out
 * stands below those it ranks. The strength of a path is that of its weakest duel.
 */
import { type Contest, sumSupport } from './contest.ts';
import { compareTied } from './tie-break.ts';

export interface SchulzeCount {
  /** In the order of the tie-break, which is that of rows and columns. */
  candidates: string[];
  preferences: number[][];
  strengths: number[][];
  winner: string | null;
  ranks: string[][];
}

export function countSchulze(
  contest: Contest,
  { tieBreak, fundUnsupported }: { tieBreak: readonly string[]; fundUnsupported: boolean },
): SchulzeCount {
  const candidates = [...contest.projects]
    .sort((a, b) => compareTied(tieBreak, a, b))
    .map(({ key }) => key);
  const preferences = candidates.map((one) =>
    candidates.map((other) => countPreferring(contest, one, other)),
  );
  const strengths = findStrengths(preferences);
  const ranks: string[][] = [];
  let remaining = candidates.map((_, at) => at);
  while (remaining.length > 0) {
    const unbeaten = remaining.filter(
      (one) => !remaining.some((other) => strengths[other]![one]! > strengths[one]![other]!),
    );
    ranks.push(unbeaten.map((at) => candidates[at]!));
    remaining = remaining.filter((one) => !unbeaten.includes(one));
  }
  const anybody = [...sumSupport(contest).values()].some(({ namings }) => namings > 0);
  const winner = anybody || fundUnsupported ? (ranks[0]?.[0] ?? null) : null;
  return { candidates, preferences, strengths, winner, ranks };
}

/** Ballots that put `one` above `other`. */
function countPreferring({ piles }: Contest, one: string, other: string): number {
  if (one === other) return 0;
  return piles.reduce((sum, { marks, times }) => {
    for (const key of marks.keys()) {
      if (key === one) return sum + times;
      if (key === other) return sum;
    }
    return sum;
  }, 0);
}

/** The duels that are won, from the strongest down, join candidates into ever longer paths. */
function findStrengths(preferences: readonly (readonly number[])[]): number[][] {
  const duels = preferences.map((row, from) =>
    row.map((votes, to) => (votes > preferences[to]![from]! ? votes : 0)),
  );
  const strengths = duels.map((row) => [...row]);
  for (const levels = listLevels(duels); ; ) {
    const level = levels.shift();
    if (level === undefined) return strengths;
    duels.forEach((_, from) => {
      for (const to of listReached(duels, from, level))
        if (strengths[from]![to]! < level) strengths[from]![to] = level;
    });
  }
}

const listLevels = (duels: readonly (readonly number[])[]) =>
  [...new Set(duels.flat())].filter((votes) => votes > 0).sort((a, b) => b - a);

/** Whom a path of duels, each at least so strong, leads to. */
function listReached(duels: readonly (readonly number[])[], from: number, least: number): number[] {
  const reached = new Set([from]);
  for (const at of reached)
    duels[at]!.forEach((votes, to) => {
      if (votes >= least) reached.add(to);
    });
  reached.delete(from);
  return [...reached];
}
