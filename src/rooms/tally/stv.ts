import type { Election } from './election.ts';
import { type Distribution, distributeVotes, lowerKeep, oneVote } from './stv-votes.ts';
import { compareTied, completeTieBreak, findTieBreaker, type TieBreaker } from './tie-break.ts';

export interface StvOptions {
  /** How many are to be elected, 1 or more. */
  readonly seats: number;
  /** Of equally weak candidates the last by this list is excluded; ends by 'smaller-id'. */
  readonly tieBreak: readonly TieBreaker[];
}

/**
 * - `hopeful`: still in the count;
 * - `elected`: reached the quota;
 * - `elected-last`: took a seat because no more were left than there were seats;
 * - `excluded`: had the fewest votes of a round;
 * - `runner-up`: still in the count when the last seat was taken.
 */
type Standing = 'hopeful' | 'elected' | 'elected-last' | 'excluded' | 'runner-up';

/** All numbers in billionths of a vote, see `oneVote`. */
interface StvTally {
  readonly candidate: string;
  readonly standing: Standing;
  /** The part of each arriving vote that the candidate keeps; `oneVote` is all of it. */
  readonly keep: bigint;
  readonly votes: bigint;
}

/** The weakest candidates of a round, in the order of the tie-break: the last one was excluded. */
interface TiedForExclusion {
  readonly candidates: readonly string[];
  /** The criteria that set them apart. */
  readonly by: readonly TieBreaker[];
}

/** A round ends when somebody is elected or excluded. Votes and quota in billionths of a vote. */
interface StvRound {
  readonly quota: bigint;
  /** Votes that arrived with nobody; `exhausted` and all votes add up to the ballots. */
  readonly exhausted: bigint;
  /** What the elected hold above the quota. */
  readonly surplus: bigint;
  /** How many times the ballots were handed down until the keep values settled. */
  readonly iterations: number;
  /** Every candidate in the order of the tie-break, standings as the round leaves them. */
  readonly tallies: readonly StvTally[];
  /** Those who reached the quota in this round, most votes first. */
  readonly elected: readonly string[];
  readonly excluded: string | null;
  readonly tie: TiedForExclusion | null;
}

export interface StvResult extends StvOptions {
  /** Ballots counted, blank ones included. */
  readonly ballots: number;
  readonly blank: number;
  /** Ids in order of election; as many as there are seats, or all candidates if they are fewer. */
  readonly elected: readonly string[];
  /** How each candidate ended, in the order of the tie-break. */
  readonly standings: readonly { readonly candidate: string; readonly standing: Standing }[];
  readonly rounds: readonly StvRound[];
}

/** Keep values have settled once the elected hold less than a millionth of a vote too much. */
const settled = oneVote / 1_000_000n;

/**
 * The single transferable vote by Meek's method: Hill, Wichmann and Woodall, "Algorithm 123", The
 * Computer Journal 30 (1987), in the exact form of the Reference Meek Rule of the Proportional
 * Representation Foundation, which settles what the paper leaves to the machine: 9 decimals, what is
 * kept rounded up, quota = votes / (seats + 1) cut at 9 decimals plus one billionth, keep values
 * settled below 10⁻⁶. Only whole numbers decide. Its tie rule is taken over too: all who have no more
 * than the weakest plus the surplus still in motion count as equally weak. Whom the rule would then
 * draw by lot, the published list decides.
 *
 * Where more seats are to be filled than candidates have votes, nearly all votes end with nobody, the
 * quota falls towards nothing and nine decimals are coarse; the Reference Rule does the same. Costs
 * and the envelope play no part. Without a single ballot the list alone decides: the caller
 * shows the ties. Throws a RangeError on other ballots than 'ordinal' or seats that are not 1, 2, 3…
 * (R58; voting-rules 9)
 */
export function countStv(election: Election, options: StvOptions): StvResult {
  const { projects, ballots, kind } = election;
  const { seats } = options;
  if (kind !== 'ordinal') throw new RangeError(`STV counts ranked ballots, not ${kind} ones`);
  if (!Number.isSafeInteger(seats) || seats < 1)
    throw new RangeError(`Not a number of seats: ${seats}`);
  const tieBreak = completeTieBreak(options.tieBreak);
  const byTieBreak = (a: number, b: number) => compareTied(tieBreak, projects[a]!, projects[b]!);
  const order = [...projects.keys()].sort(byTieBreak);
  const standing = projects.map((): Standing => 'hopeful');
  const keep = projects.map(() => oneVote);
  const elected: string[] = [];
  const rounds: StvRound[] = [];

  while (elected.length < seats && list('hopeful').length > seats - elected.length)
    rounds.push(countRound());
  for (const candidate of list('hopeful')) {
    const seated = elected.length < seats;
    standing[candidate] = seated ? 'elected-last' : 'runner-up';
    if (seated) elected.push(projects[candidate]!.id);
  }

  function list(wanted: Standing): number[] {
    return order.filter((candidate) => standing[candidate] === wanted);
  }

  function countRound(): StvRound {
    let before: bigint | null = null;
    for (let iterations = 1; ; iterations += 1) {
      const distribution = distributeVotes(ballots, keep);
      const { votes } = distribution;
      const quota = votes.reduce((sum, held) => sum + held, 0n) / BigInt(seats + 1) + 1n;
      const reached = electAtQuota(votes, quota);
      const surplus = sumSurplus(votes, quota);
      const report = (excluded: number | null, tie: TiedForExclusion | null): StvRound => {
        const tallies = describeTallies(distribution);
        const ids = reached.map((candidate) => projects[candidate]!.id);
        const { exhausted } = distribution;
        const out = excluded === null ? null : projects[excluded]!.id;
        return { quota, exhausted, surplus, iterations, tallies, elected: ids, excluded: out, tie };
      };
      if (reached.length > 0) return report(null, null);
      if (surplus < settled || (before !== null && surplus >= before)) {
        const weakest = listWeakest(votes, surplus);
        const excluded = weakest.at(-1)!;
        standing[excluded] = 'excluded';
        const round = report(excluded, weakest.length > 1 ? describeTie(weakest) : null);
        keep[excluded] = 0n;
        return round;
      }
      before = surplus;
      for (const candidate of list('elected'))
        keep[candidate] = lowerKeep(keep[candidate]!, quota, votes[candidate]!);
    }
  }

  /**
   * Most votes first. More than the free seats cannot reach a quota above votes / (seats + 1), unless
   * rounding leaves an elected one some billionths short of it: then the seats still decide.
   */
  function electAtQuota(votes: readonly bigint[], quota: bigint): number[] {
    const reached = list('hopeful')
      .filter((candidate) => votes[candidate]! >= quota)
      .sort((a, b) => Number(votes[b]! > votes[a]!) - Number(votes[b]! < votes[a]!))
      .slice(0, seats - elected.length);
    for (const candidate of reached) {
      standing[candidate] = 'elected';
      elected.push(projects[candidate]!.id);
    }
    return reached;
  }

  function sumSurplus(votes: readonly bigint[], quota: bigint): bigint {
    const surplus = list('elected').reduce((sum, at) => sum + votes[at]! - quota, 0n);
    return surplus > 0n ? surplus : 0n;
  }

  function listWeakest(votes: readonly bigint[], surplus: bigint): number[] {
    const hopeful = list('hopeful');
    const fewest = hopeful.reduce(
      (least, at) => (votes[at]! < least ? votes[at]! : least),
      votes[hopeful[0]!]!,
    );
    return hopeful.filter((candidate) => votes[candidate]! <= fewest + surplus);
  }

  function describeTie(tied: readonly number[]): TiedForExclusion {
    const inOrder = tied.map((candidate) => projects[candidate]!);
    const used = new Set(
      inOrder.slice(1).map((project, at) => findTieBreaker(tieBreak, inOrder[at]!, project)),
    );
    return {
      candidates: inOrder.map(({ id }) => id),
      by: tieBreak.filter((criterion) => used.has(criterion)),
    };
  }

  function describeTallies({ votes }: Distribution): StvTally[] {
    return order.map((candidate) => ({
      candidate: projects[candidate]!.id,
      standing: standing[candidate]!,
      keep: keep[candidate]!,
      votes: votes[candidate]!,
    }));
  }

  return {
    seats,
    tieBreak,
    ballots: ballots.count,
    blank: ballots.blank,
    elected,
    standings: order.map((candidate) => ({
      candidate: projects[candidate]!.id,
      standing: standing[candidate]!,
    })),
    rounds,
  };
}
