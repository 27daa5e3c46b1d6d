import { listBackers } from './backers.ts';
import type { Election } from './election.ts';
import { approximate, compareFractions, type Fraction } from './fraction.ts';

/** The projects that can be bought soonest, never none, and when: a time in cents, not reduced. */
interface Soonest {
  readonly soonest: number[];
  readonly time: Fraction;
}

/** What everyone has earned and spent, in the count of Phragmén. Projects are given by position. */
export interface Accounts {
  /** Ballots that approve each project. */
  readonly namings: Float64Array;
  /** When the supporters of a project will hold its cost, if nothing else is bought before. */
  timeOf(project: number): Fraction;
  findSoonest(projects: ReadonlySet<number>): Soonest;
  /** Empties the purses of those who support the project; `time` must be what `timeOf` gave last. */
  buy(project: number, time: Fraction): void;
}

/**
 * Opens the accounts of an election by approvals, all purses empty at time 0. Everyone earns one
 * cent per unit of time, so a voter's load (what was paid since the start) is the time of the last
 * purchase that the voter took part in. It is enough to know, for each project, how many of its
 * supporters last paid in which round: whole numbers, always exact.
 */
export function openAccounts(election: Election): Accounts {
  const { projects, ballots } = election;
  const { starts, choices, times } = ballots;
  const backers = listBackers(election);
  const namings = Float64Array.from(backers, (those) => those.ballots);
  /** The round in which each group of ballots last paid; 0 is the start. */
  const lastPaid = new Uint32Array(times.length);
  /** For each project, how many of its supporters last paid in each round. */
  const paidIn = backers.map((those) => [those.ballots]);
  /** The time of each round, as a numerator over `common`, and as floating point for the filter. */
  let rounds = [0n];
  let common = 1n;
  const nearly = [0];

  function timeOf(project: number): Fraction {
    let n = projects[project]!.cost * common;
    paidIn[project]!.forEach((number, round) => {
      if (number > 0) n += BigInt(number) * rounds[round]!;
    });
    return { n, d: BigInt(namings[project]!) * common };
  }

  function timeNearly(project: number): number {
    let sum = Number(projects[project]!.cost);
    const paid = paidIn[project]!;
    for (let round = 1; round < paid.length; round += 1) sum += paid[round]! * nearly[round]!;
    return sum / namings[project]!;
  }

  /**
   * Floating point only sets aside what is surely later. A sum of r terms, none below zero, is wrong
   * by less than (r + 8) · 2⁻⁵² of itself; whatever is within twice that error of the best, and
   * anything that is not a number, is compared exactly.
   */
  function findSoonest(candidates: ReadonlySet<number>): Soonest {
    const estimates = [...candidates].map((project) => ({ project, time: timeNearly(project) }));
    const best = estimates.reduce((least, { time }) => Math.min(least, time), Infinity);
    const latest = best * (1 + 4 * (rounds.length + 8) * Number.EPSILON);
    const near = estimates.filter(({ time }) => !(time > latest));
    let soonest: number[] = [];
    let least: Fraction | null = null;
    for (const { project } of near) {
      const time = timeOf(project);
      const order = least ? compareFractions(time, least) : -1;
      if (order < 0) {
        soonest = [project];
        least = time;
      } else if (order === 0) soonest.push(project);
    }
    return { soonest, time: least! };
  }

  function buy(project: number, time: Fraction): void {
    const factor = time.d / common;
    rounds = rounds.map((numerator) => numerator * factor);
    const round = rounds.push(time.n) - 1;
    common = time.d;
    nearly.push(approximate(time));
    for (const paid of paidIn) paid.push(0);
    for (const group of backers[project]!.groups) {
      const before = lastPaid[group]!;
      lastPaid[group] = round;
      const to = starts[group + 1]!;
      for (let at = starts[group]!; at < to; at += 1) {
        const paid = paidIn[choices[at]!]!;
        paid[before]! -= times[group]!;
        paid[round]! += times[group]!;
      }
    }
  }

  return { namings, timeOf, findSoonest, buy };
}
