import type { Election } from './election.ts';
import { approximate, type Fraction } from './fraction.ts';
import { prepareShares, type SharesElection, type Step, type Utility } from './shares-election.ts';
import { runExactly } from './shares-exact.ts';
import { type ExactRun, replayRun } from './shares-replay.ts';
import { openRuns } from './shares-run.ts';
import type { TieBreaker } from './tie-break.ts';

/**
 * What is done with the money that Equal Shares leaves (voting-rules 3): `add1` gives each voter one unit
 * of currency more and counts again, until the next run would cost more than the envelope; `add1e` stops
 * as soon as no supported project fits into the rest.
 */
export type SharesIncrease = 'none' | 'add1' | 'add1e';

/** Cents of one unit of currency. */
const UNIT = 100n;

export interface SharesOutcome {
  /** Cents for each voter in the run that decided. */
  readonly endowment: Fraction;
  /** Runs counted. */
  readonly runs: number;
  readonly stop: 'first-run' | 'overspend' | 'exhaustive' | 'all-funded';
  /** Positions, in order of selection; those that cost nothing come first. */
  readonly winners: readonly number[];
  readonly free: readonly number[];
  readonly run: ExactRun;
}

/** The Method of Equal Shares (Peters, Pierczyński, Skowron, NeurIPS 2021), exact. */
export function shareEqually(
  election: Election,
  options: { utility: Utility; increase: SharesIncrease; tieBreak: readonly TieBreaker[] },
  watch?: () => void,
): SharesOutcome {
  const { budget, ballots } = election;
  const shares = prepareShares(election, options.utility, options.tieBreak);
  const voters = BigInt(ballots.count);
  if (voters === 0n) return nobody;
  const at = (raises: bigint): Fraction => ({ n: budget + raises * UNIT * voters, d: voters });
  const counts = openCounts(shares, at, watch);
  const {
    raises,
    stop,
    winners: expected,
  } = options.increase === 'none' ? unraised : raiseShares(shares, counts.count, options.increase);
  const endowment = at(raises);
  const run = counts.trace(endowment);
  const bought = run.purchases.map(({ project }) => project);
  if (expected && `${bought}` !== `${expected}`) throw new Error('Two counts of one run differ.');
  const { free } = shares;
  return { endowment, runs: counts.runs(), stop, winners: [...free, ...bought], free, run };
}

interface Raised {
  /** Units of currency that each voter was given. */
  readonly raises: bigint;
  readonly stop: SharesOutcome['stop'];
  /** Positions, in order of purchase, as they were counted on the way; null: not counted yet. */
  readonly winners: readonly number[] | null;
}

const unraised: Raised = { raises: 0n, stop: 'first-run', winners: null };

/** One unit more for each voter and a new run, while the rule asks for another. */
function raiseShares(
  shares: SharesElection,
  count: (raises: bigint) => Count,
  increase: Exclude<SharesIncrease, 'none'>,
): Raised {
  const { budget } = shares.election;
  const sum = shares.candidates.reduce((total, project) => total + shares.costs[project]!, 0);
  if (BigInt(sum) <= budget) return { ...unraised, stop: 'all-funded' };
  let raises = 0n;
  let last = count(raises);
  for (;;) {
    if (increase === 'add1e' && isExhaustive(shares, last))
      return { raises, stop: 'exhaustive', winners: last.winners };
    const next = count(raises + 1n);
    if (BigInt(next.cost) > budget) return { raises, stop: 'overspend', winners: last.winners };
    raises += 1n;
    last = next;
  }
}

const nobody: SharesOutcome = {
  endowment: { n: 0n, d: 1n },
  runs: 0,
  stop: 'first-run',
  winners: [],
  free: [],
  run: { purchases: [], droppings: [] },
};

interface Count {
  readonly winners: readonly number[];
  readonly cost: number;
}

function openCounts(shares: SharesElection, at: (raises: bigint) => Fraction, watch?: () => void) {
  const quickly = openRuns(shares);
  let runs = 0;
  return {
    /** How many were counted; the one that decides is among them. */
    runs: () => Math.max(1, runs),
    /** The run that decides, with its exact figures. */
    trace(endowment: Fraction): ExactRun {
      const steps: Step[] = [];
      const certain = quickly(approximate(endowment), endowment.n, steps) !== null;
      return replayRun(shares, endowment, certain ? steps : runExactly(shares, endowment));
    },
    count(raises: bigint): Count {
      runs += 1;
      watch?.();
      const endowment = at(raises);
      const quick = quickly(approximate(endowment), endowment.n);
      if (quick) return quick;
      const winners = runExactly(shares, endowment).map(({ project }) => project);
      const cost = winners.reduce((total, project) => total + shares.costs[project]!, 0);
      return { winners, cost };
    },
  };
}

/** Whether no supported project fits into what is left. */
function isExhaustive({ election, candidates, costs }: SharesElection, last: Count): boolean {
  const left = Number(election.budget) - last.cost;
  const won = new Set(last.winners);
  return candidates.every((project) => won.has(project) || costs[project]! > left);
}
