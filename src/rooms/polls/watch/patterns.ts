/**
 * What the ballots of a sealed box have in common beyond what chance would give: those that name one project alone,
 * and long ones that are the same (integrity §2.2). A campaign does that too: this asks a question, it does not answer.
 */

/** Ballots of one channel with these projects, and how many of them there are. */
export interface BallotGroup {
  channel: 'online' | 'paper';
  /** Keys of the projects that it supports, sorted. */
  keys: readonly string[];
  times: number;
}

/** Below this nothing is told of a group. */
const FEWEST_BALLOTS = 10;
/** Standard deviations beyond chance. */
const FAR = 5;
/** Some projects have friends who want nothing else: a block is more than that. */
const TIMES_EXPECTED = 3;
/** Projects that a ballot names to be long. */
const LONG_BALLOT = 3;

export interface SingleBlock {
  key: string;
  channel: 'online' | 'paper';
  /** Ballots that name this project, and those that name it alone. */
  naming: number;
  alone: number;
  /** Alone, if its voters did as those of the channel as a whole. */
  expected: number;
  flagged: boolean;
}

/** Each project in each channel where ten ballots at least name it alone, those most above the whole first. */
export function findSingleBlocks(groups: readonly BallotGroup[]): SingleBlock[] {
  const blocks = (['online', 'paper'] as const).flatMap((channel) => {
    const own = groups.filter((group) => group.channel === channel);
    const naming = new Map<string, { naming: number; alone: number }>();
    for (const { keys, times } of own) {
      for (const key of keys) {
        const so = naming.get(key) ?? { naming: 0, alone: 0 };
        naming.set(key, {
          naming: so.naming + times,
          alone: so.alone + (keys.length === 1 ? times : 0),
        });
      }
    }
    const all = [...naming.values()].reduce((sum, one) => sum + one.naming, 0);
    const allAlone = [...naming.values()].reduce((sum, one) => sum + one.alone, 0);
    return [...naming].map(([key, one]): SingleBlock => {
      // the others: a block that is large by itself must not hide in a whole that it makes
      const others = all - one.naming;
      const share = others > 0 ? (allAlone - one.alone) / others : 1;
      const expected = one.naming * share;
      const width = Math.sqrt(Math.max(1, expected * (1 - share)));
      const isFar = one.alone > TIMES_EXPECTED * expected && one.alone > expected + FAR * width;
      const flagged = one.alone >= FEWEST_BALLOTS && share < 1 && isFar;
      return { key, channel, ...one, expected, flagged };
    });
  });
  return blocks
    .filter(({ alone }) => alone >= FEWEST_BALLOTS)
    .sort((a, b) => b.alone - b.expected - (a.alone - a.expected));
}

export interface SameBallots {
  keys: readonly string[];
  channel: 'online' | 'paper';
  times: number;
  /** That many, if each voter had chosen each project by itself, as often as it was chosen. */
  expected: number;
  flagged: boolean;
}

/** Ballots of three projects or more that came ten times or more, and what chance gives. */
export function findSameBallots(groups: readonly BallotGroup[]): SameBallots[] {
  const same = (['online', 'paper'] as const).flatMap((channel) => {
    const own = groups.filter((group) => group.channel === channel);
    const chance = drawChance(own);
    return own
      .filter(({ keys, times }) => keys.length >= LONG_BALLOT && times >= FEWEST_BALLOTS)
      .map(({ keys, times }): SameBallots => {
        const expected = chance(keys);
        const flagged = times > 2 * expected && times > expected + FAR * Math.sqrt(expected + 1);
        return { keys, channel, times, expected, flagged };
      });
  });
  return same.sort((a, b) => b.times - b.expected - (a.times - a.expected));
}

/**
 * How many ballots with exactly these projects chance would give among those as long: each project by its odds, given
 * the length (conditional Bernoulli: the elementary symmetric polynomials of the odds).
 */
function drawChance(groups: readonly BallotGroup[]): (keys: readonly string[]) => number {
  const ballots = groups.reduce((sum, { times }) => sum + times, 0);
  const named = new Map<string, number>();
  const ofLength = new Map<number, number>();
  for (const { keys, times } of groups) {
    ofLength.set(keys.length, (ofLength.get(keys.length) ?? 0) + times);
    for (const key of keys) named.set(key, (named.get(key) ?? 0) + times);
  }
  // a project that everybody names has odds without end
  const odds = new Map(
    [...named].map(([key, times]) => [key, times / Math.max(0.5, ballots - times)]),
  );
  const longest = Math.max(0, ...ofLength.keys());
  const sums = [1, ...Array<number>(longest).fill(0)];
  for (const odd of odds.values())
    for (let length = longest; length > 0; length -= 1)
      sums[length] = sums[length]! + sums[length - 1]! * odd;
  return (keys) => {
    const own = keys.reduce((product, key) => product * (odds.get(key) ?? 0), 1);
    const whole = sums[keys.length] ?? 0;
    return whole > 0 ? ((ofLength.get(keys.length) ?? 0) * own) / whole : 0;
  };
}
