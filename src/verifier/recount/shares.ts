/**
 * Equal Shares with what is done about the money it leaves: one unit of currency more for each voter and
 * a new count, again and again (`add1`, `add1e`), then the rest by score (`u`). (voting-rules 3)
 */
import { countByScore } from './by-score.ts';
import { type Contest, countBallots } from './contest.ts';
import { compare, type Fraction, reduce } from './fraction.ts';
import { type Candidate, listCandidates } from './purses.ts';
import { type Run, runShares } from './shares-run.ts';
import { compareTied } from './tie-break.ts';
import type { Walk } from './walk.ts';

/** One unit of currency, in cents. */
const UNIT = 100n;

export interface SharesTerms {
  utility: 'cost' | 'card';
  raise: 'none' | 'add1' | 'add1e';
  completed: boolean;
  fundUnsupported: boolean;
  tieBreak: readonly string[];
  /** Cents that each voter is said to have had in the run that decided; null: nothing is said. */
  published: Fraction | null;
  /** Piles × projects × runs up to which every run is counted; beyond, the published one and the next. */
  mostWork: number;
  progress?: () => void;
}

export interface SharesCount {
  winners: string[];
  left: bigint;
  firstEndowment: Fraction;
  endowment: Fraction;
  /** null: not all runs were counted. */
  runs: number | null;
  stop: 'first-run' | 'overspend' | 'exhaustive' | 'all-funded';
  free: string[];
  run: Run;
  /** Losses of projects that took no part. */
  apart: { project: string; loss: 'over-budget' | 'no-support' }[];
  completion: Walk | null;
  /** The rule does not stop at the published run, which is all that was counted: this is not its answer. */
  impossible: boolean;
}

export function countShares(contest: Contest, terms: SharesTerms): SharesCount {
  const { budget, projects } = contest;
  const { ballots } = countBallots(contest);
  const backed = listCandidates(contest).filter(
    ({ score, project }) => score > 0 && project.cost <= budget,
  );
  const isFree = ({ project }: Candidate) => project.cost === 0n;
  const free = ballots === 0 ? [] : backed.filter(isFree);
  free.sort((a, b) => compareTied(terms.tieBreak, a.project, b.project));
  const raised = raise(
    contest,
    backed.filter((one) => !isFree(one)),
    terms,
    ballots,
  );
  const bought = [
    ...free.map(({ project }) => project.key),
    ...raised.run.rounds.map((r) => r.project),
  ];
  const left = budget - raised.run.cost;
  // where everything fits together, everything that is supported wins
  const completion =
    terms.completed || raised.stop === 'all-funded'
      ? countByScore(
          contest,
          {
            perCost: false,
            stops: false,
            seats: null,
            tieBreak: terms.tieBreak,
            fundUnsupported: terms.completed && terms.fundUnsupported,
          },
          { won: new Set(bought), left },
        )
      : null;
  const tookPart = new Set([...bought, ...raised.run.lost.map(({ project }) => project)]);
  return {
    ...raised,
    winners: [...bought, ...(completion?.winners ?? [])],
    left: completion?.left ?? left,
    firstEndowment: reduce({ n: budget, d: BigInt(Math.max(1, ballots)) }),
    free: free.map(({ project }) => project.key),
    apart: projects
      .filter(({ key }) => !tookPart.has(key))
      .map(({ key, cost }) => {
        const loss = cost > budget ? 'over-budget' : 'no-support';
        return { project: key, loss };
      }),
    completion,
  };
}

type Raised = Pick<SharesCount, 'endowment' | 'runs' | 'stop' | 'run' | 'impossible'>;

/** Counts with one unit more and again, until the rule says to stop; from the published run where runs are many. */
function raise(
  contest: Contest,
  candidates: readonly Candidate[],
  terms: SharesTerms,
  ballots: number,
): Raised {
  const { budget } = contest;
  const nothing: Run = { rounds: [], lost: [], cost: 0n };
  if (ballots === 0)
    return {
      endowment: { n: 0n, d: 1n },
      runs: 0,
      stop: 'first-run',
      run: nothing,
      impossible: false,
    };
  const voters = BigInt(ballots);
  const at = (raises: bigint) => ({ n: budget + raises * UNIT * voters, d: voters });
  const count = (raises: bigint) => {
    terms.progress?.();
    return runShares(contest, candidates, { ...terms, endowment: at(raises) });
  };
  const sum = candidates.reduce((total, { project }) => total + project.cost, 0n);
  if (terms.raise === 'none' || sum <= budget) {
    const stop = terms.raise === 'none' ? 'first-run' : 'all-funded';
    return { endowment: at(0n), runs: 1, stop, run: count(0n), impossible: false };
  }
  const claimed = countRaises(terms.published, at(0n));
  const workOf = (runs: number) => contest.piles.length * contest.projects.length * runs;
  const skipped = claimed !== null && workOf(Number(claimed) + 2) > terms.mostWork;
  let raises = skipped ? claimed : 0n;
  let run = count(raises);
  if (run.cost > budget)
    return { endowment: at(raises), runs: null, stop: 'overspend', run, impossible: true };
  for (let runs = 1; ; ) {
    const answer = { endowment: at(raises), runs: skipped ? null : runs, run, impossible: false };
    if (terms.raise === 'add1e' && isExhaustive(candidates, run, budget))
      return { ...answer, stop: 'exhaustive' };
    const next = count(raises + 1n);
    if (next.cost > budget)
      return { ...answer, runs: skipped ? null : runs + 1, stop: 'overspend' };
    runs += 1;
    // the rule goes on where what was published stops, or nobody can say in some seconds where it stops
    if (skipped || workOf(runs) > terms.mostWork)
      return { ...answer, runs: null, stop: 'overspend', impossible: true };
    raises += 1n;
    run = next;
  }
}

/** How many units each voter was given, of what they are said to have had in the end; null: no whole number. */
function countRaises(published: Fraction | null, first: Fraction): bigint | null {
  if (!published || compare(published, first) < 0) return null;
  const n = published.n * first.d - first.n * published.d;
  const d = published.d * first.d * UNIT;
  return n % d === 0n ? n / d : null;
}

/** Whether no supported project that costs something fits into what is left. */
function isExhaustive(candidates: readonly Candidate[], run: Run, budget: bigint): boolean {
  const bought = new Set(run.rounds.map(({ project }) => project));
  return candidates.every(
    ({ project }) => bought.has(project.key) || project.cost > budget - run.cost,
  );
}
