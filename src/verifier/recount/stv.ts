/**
 * The single transferable vote by Meek's method, in the form of the Reference Meek Rule (Proportional
 * Representation Foundation): nine decimals, what is kept rounded up, the quota cut at nine decimals plus
 * one billionth, and settled once the elected hold less than a millionth of a vote too much. Of equally
 * weak candidates (the surplus counted in) the last of the tie-break is excluded.
 */
import { type Contest, sumSupport } from './contest.ts';
import { compareTied } from './tie-break.ts';

/** One vote, in billionths: only whole numbers decide. */
const VOTE = 1_000_000_000n;
const SETTLED = VOTE / 1_000_000n;

export interface StvCount {
  elected: string[];
  rounds: {
    quota: bigint;
    exhausted: bigint;
    elected: string[];
    excluded: string | null;
    votes: [string, bigint][];
  }[];
  unsupported: string[];
}

interface Candidate {
  key: string;
  state: 'hopeful' | 'elected' | 'excluded';
  keep: bigint;
  votes: bigint;
}

export function countStv(
  contest: Contest,
  {
    seats,
    tieBreak,
    fundUnsupported,
  }: { seats: number; tieBreak: readonly string[]; fundUnsupported: boolean },
): StvCount {
  const support = sumSupport(contest);
  const isOut = (key: string) => !fundUnsupported && support.get(key)!.namings === 0;
  const candidates = contest.projects
    .filter(({ key }) => !isOut(key))
    .sort((a, b) => compareTied(tieBreak, a, b))
    .map(({ key }): Candidate => ({ key, state: 'hopeful', keep: VOTE, votes: 0n }));
  const inState = (state: Candidate['state']) => candidates.filter((one) => one.state === state);
  const elected: string[] = [];
  const rounds: StvCount['rounds'] = [];
  while (elected.length < seats && inState('hopeful').length > seats - elected.length) {
    const round = countRound();
    elected.push(...round.elected);
    rounds.push(round);
  }
  for (const { key } of inState('hopeful')) if (elected.length < seats) elected.push(key);
  const unsupported = contest.projects
    .map(({ key }) => key)
    .filter(isOut)
    .sort();
  return { elected, rounds, unsupported };

  /** Hands the ballots down until somebody reaches the quota, or else until keep values settle. */
  function countRound(): StvCount['rounds'][number] {
    let before: bigint | null = null;
    for (;;) {
      const exhausted = handDown(contest, candidates);
      const held = candidates.reduce((sum, { votes }) => sum + votes, 0n);
      const quota = held / BigInt(seats + 1) + 1n;
      const tell = (who: Candidate[], excluded: string | null) => ({
        quota,
        exhausted,
        elected: who.map(({ key }) => key),
        excluded,
        votes: candidates.map(({ key, votes }): [string, bigint] => [key, votes]),
      });
      const reached = inState('hopeful')
        .filter(({ votes }) => votes >= quota)
        .sort((a, b) => (a.votes === b.votes ? 0 : a.votes > b.votes ? -1 : 1))
        .slice(0, seats - elected.length);
      for (const one of reached) one.state = 'elected';
      if (reached.length > 0) return tell(reached, null);
      const over = inState('elected').reduce((sum, { votes }) => sum + votes - quota, 0n);
      const surplus = over > 0n ? over : 0n;
      if (surplus < SETTLED || (before !== null && surplus >= before)) {
        const weakest = findWeakest(inState('hopeful'), surplus);
        weakest.state = 'excluded';
        const round = tell([], weakest.key);
        weakest.keep = 0n;
        return round;
      }
      before = surplus;
      for (const one of inState('elected')) one.keep = lower(one.keep, quota, one.votes);
    }
  }
}

/** Of those with no more than the fewest votes and the surplus, the last by the tie-break. */
function findWeakest(hopeful: readonly Candidate[], surplus: bigint): Candidate {
  const fewest = hopeful.reduce(
    (least, { votes }) => (votes < least ? votes : least),
    hopeful[0]!.votes,
  );
  return hopeful.filter(({ votes }) => votes <= fewest + surplus).at(-1)!;
}

/** Each candidate keeps a part of what arrives and passes on the rest. Gives what nobody kept. */
function handDown({ piles }: Contest, candidates: readonly Candidate[]): bigint {
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  for (const candidate of candidates) candidate.votes = 0n;
  let exhausted = 0n;
  for (const { marks, times } of piles) {
    let weight = VOTE;
    for (const key of marks.keys()) {
      const candidate = byKey.get(key);
      if (!candidate) continue;
      const kept = roundUp(weight * candidate.keep, VOTE);
      candidate.votes += kept * BigInt(times);
      weight -= kept;
    }
    exhausted += weight * BigInt(times);
  }
  return exhausted;
}

/** The keep value with which the candidate would have held just the quota; never more than all. */
function lower(keep: bigint, quota: bigint, votes: bigint): bigint {
  if (votes === 0n) return keep;
  const lowered = roundUp(roundUp(keep * quota, VOTE) * VOTE, votes);
  return lowered < VOTE ? lowered : VOTE;
}

function roundUp(n: bigint, d: bigint): bigint {
  return (n + d - 1n) / d;
}
