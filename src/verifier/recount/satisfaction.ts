/** How many voters name a project, and how many stand behind a winner: here, and in each district. */
import { type Contest, isNaming, listScores } from './contest.ts';

export function measureSatisfaction(contest: Contest, winners: ReadonlySet<string>) {
  const zoneOf = new Map(contest.projects.map(({ key, zone }) => [key, zone]));
  const measure = (isHere: (key: string) => boolean) => {
    let ballots = 0;
    let satisfied = 0;
    for (const pile of contest.piles) {
      const named = [...pile.marks].filter(([, given]) => isNaming(contest.kind, given));
      if (named.some(([key]) => isHere(key))) ballots += pile.times;
      const stood = listScores(contest, pile);
      if (stood.some(([key]) => isHere(key) && winners.has(key))) satisfied += pile.times;
    }
    return { ballots, satisfied };
  };
  const zones = new Set([...zoneOf.values()].filter((zone) => zone !== null));
  return {
    ...measure(() => true),
    zones: [...zones]
      .sort()
      .map((zone) => ({ zone, ...measure((key) => zoneOf.get(key) === zone) })),
  };
}
