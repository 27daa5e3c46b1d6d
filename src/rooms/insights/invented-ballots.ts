/** The ballots that invented people fill in. Amounts in cents. */
import type { BallotGroup, BallotScreen, Choices } from '../polls/index.ts';
import { fitEnvelope } from './fitting.ts';
import type { InventedVoter } from './population.ts';

/** Points that each of them shares, where points are shared. */
export const INVENTED_POINTS = 10;

interface Project {
  key: string;
  cost: number;
}

interface Ballot {
  screen: BallotScreen;
  /** The one envelope. */
  amount: number;
  /** How many mentions a judgment has. */
  grades: number;
}

/** In canonical form, equal ballots together. */
export function fillBallots(
  projects: readonly Project[],
  voters: readonly InventedVoter[],
  ballot: Ballot,
): BallotGroup[] {
  const groups = new Map<string, { choices: Choices; times: number }>();
  for (const voter of voters) {
    const choices = fillBallot(projects, voter, ballot);
    const written = JSON.stringify(choices);
    const known = groups.get(written);
    if (known) known.times += 1;
    else groups.set(written, { choices, times: 1 });
  }
  return [...groups.values()];
}

function fillBallot(
  projects: readonly Project[],
  { liked, others }: InventedVoter,
  { screen, amount, grades }: Ballot,
): Choices {
  const at = (position: number) => projects[position]!;
  const keys = liked.map((position) => at(position).key);
  switch (screen) {
    case 'approval':
      return keys.sort();
    case 'knapsack':
      return fitEnvelope([...liked, ...others].map(at), amount)
        .map(({ key }) => key)
        .sort();
    case 'ranking':
      return keys;
    case 'points':
      return inOrder(sharePoints(keys));
    case 'judgment':
      return inOrder([
        ...keys.map((key, rank) => pair(key, rank === 0 ? grades - 1 : Math.ceil(grades / 2))),
        ...others.map((position, rank) =>
          pair(at(position).key, rank % 2 === 0 ? Math.floor((grades - 1) / 2) : 0),
        ),
      ]);
    case 'yes-no':
      return inOrder([
        ...keys.map((key) => pair(key, 1)),
        ...others.map((position) => pair(at(position).key, 0)),
      ]);
  }
}

type Pair = readonly [key: string, points: number];
const pair = (key: string, points: number): Pair => [key, points];
const inOrder = (pairs: readonly Pair[]) => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));

/** Half of what is left to each in turn, the rest to the last. */
function sharePoints(keys: readonly string[]): Pair[] {
  let left = INVENTED_POINTS;
  return keys.flatMap((key, rank) => {
    const given = rank === keys.length - 1 ? left : Math.ceil(left / 2);
    left -= given;
    return given > 0 ? [pair(key, given)] : [];
  });
}
