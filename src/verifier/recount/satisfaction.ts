/** How many voters name a project, and how many stand behind a winner: here, and in each district. */
import { type Contest, isNaming, listScores } from './contest.ts';

export function measureSatisfaction(contest: Contest, winners: ReadonlySet<string>) {
  const zoneOf = new Map(contest.projects.map(({ key, zone }) => [key, zone]));
  const names = [...new Set(zoneOf.values())].filter((zone) => zone !== null).sort();
  const whole = { ballots: 0, satisfied: 0 };
  const zones = new Map(names.map((zone) => [zone, { zone, ballots: 0, satisfied: 0 }]));

  /** Each ballot counts once here, and once in each district. */
  function note(keys: readonly string[], times: number, as: 'ballots' | 'satisfied'): void {
    if (keys.length > 0) whole[as] += times;
    for (const zone of new Set(keys.map((key) => zoneOf.get(key)!)))
      if (zone !== null) zones.get(zone)![as] += times;
  }

  for (const pile of contest.piles) {
    const named = [...pile.marks].filter(([, given]) => isNaming(contest.kind, given));
    const behind = listScores(contest, pile).filter(([key]) => winners.has(key));
    note(
      named.map(([key]) => key),
      pile.times,
      'ballots',
    );
    note(
      behind.map(([key]) => key),
      pile.times,
      'satisfied',
    );
  }
  return { ...whole, zones: [...zones.values()] };
}
