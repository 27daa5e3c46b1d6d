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
  const preferences = countPreferences(contest, candidates);
  const strengths = candidates.map((_, row) => findStrengths(preferences, row));
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

/** How many ballots put the row above the column: whoever is ranked stands above all who do not precede. */
function countPreferences({ piles }: Contest, candidates: readonly string[]): number[][] {
  const rowOf = new Map(candidates.map((key, row) => [key, row]));
  const preferences = candidates.map(() => candidates.map(() => 0));
  for (const { marks, times } of piles) {
    const below = new Set(candidates.keys());
    for (const key of marks.keys()) {
      const row = rowOf.get(key)!;
      below.delete(row);
      for (const other of below) preferences[row]![other]! += times;
    }
  }
  return preferences;
}

/**
 * The strongest path from one candidate to each other: again and again, whoever is reached by the
 * strongest path of all lends it to those they beat.
 */
function findStrengths(preferences: readonly (readonly number[])[], from: number): number[] {
  const strengths = preferences.map(() => 0);
  const waiting = new Set(preferences.keys());
  let at = from;
  let width = Number.POSITIVE_INFINITY;
  for (;;) {
    waiting.delete(at);
    for (const to of waiting) {
      const votes = preferences[at]![to]!;
      const duel = votes > preferences[to]![at]! ? votes : 0;
      strengths[to] = Math.max(strengths[to]!, Math.min(width, duel));
    }
    let next = -1;
    for (const one of waiting) if (next < 0 || strengths[one]! > strengths[next]!) next = one;
    if (next < 0 || strengths[next] === 0) return strengths;
    at = next;
    width = strengths[next]!;
  }
}
