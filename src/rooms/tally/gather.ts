import { type Ballots, carriesPoints, type Election, type Terms } from './election.ts';

/**
 * Why a ballot cannot be counted. Only what would make the count meaningless: a ballot that names
 * what is not on the list, counts a project twice, or weighs more than the règlement allows.
 * Ballots are refused, never repaired: dropping part of a ballot would change someone's vote.
 */
export type BallotFault =
  | 'unknown-project'
  | 'duplicate-choice'
  | 'more-than-one-choice'
  | 'too-many-choices'
  | 'points-not-matching'
  | 'points-not-whole'
  | 'points-over-max'
  | 'points-sum-over-max';

/** One ballot as it was cast: project ids, and as many points where the kind has points. */
export interface Paper {
  readonly choices: readonly string[];
  readonly points?: readonly number[];
}

interface RefusedPaper {
  readonly refusal: BallotFault;
  /** What was found: the id, the points or the number of choices at fault. */
  readonly found: string;
}

export interface Gathering {
  /** The group that the ballot joined, or why it cannot be counted. */
  add(paper: Paper): number | RefusedPaper;
  /** One more ballot equal to those of a group. */
  repeat(group: number): void;
  close(): Election;
}

/** Points above this have no civic meaning, and sums below 2^53 stay exact up to 9 billion ballots. */
export const mostPoints = 1_000_000;

/** Opens the gathering of ballots: equal ones are kept once, with their number. */
export function gatherBallots(terms: Terms): Gathering {
  const { kind } = terms;
  const positions = new Map(terms.projects.map((project, position) => [project.id, position]));
  if (positions.size < terms.projects.length) throw new RangeError('Two projects have the same id');
  if (kind === 'judgment' && !isScale(terms.grades))
    throw new RangeError('A scale has 2 grades or more');
  const groups = new Map<string, number>();
  const starts = [0];
  const choices: number[] = [];
  const points: number[] = [];
  const times: number[] = [];

  function add(paper: Paper): number | RefusedPaper {
    const refused = checkPaper(terms, positions, paper);
    if (refused) return refused;
    const chosen = paper.choices.map((id) => positions.get(id)!);
    const order = chosen.map((_, at) => at);
    if (kind !== 'ordinal') order.sort((a, b) => chosen[a]! - chosen[b]!);
    const given = carriesPoints(kind) ? paper.points! : [];
    const key = order
      .map((at) => (given.length > 0 ? `${chosen[at]}:${given[at]}` : chosen[at]))
      .join();
    let group = groups.get(key);
    if (group === undefined) {
      group = times.push(0) - 1;
      groups.set(key, group);
      for (const at of order) {
        choices.push(chosen[at]!);
        if (given.length > 0) points.push(given[at]!);
      }
      starts.push(choices.length);
    }
    times[group]! += 1;
    return group;
  }

  function close(): Election {
    const ballots: Ballots = {
      count: times.reduce((sum, number) => sum + number, 0),
      blank: times[groups.get('') ?? times.length] ?? 0,
      starts: Uint32Array.from(starts),
      choices: Uint32Array.from(choices),
      points: carriesPoints(kind) ? Uint32Array.from(points) : null,
      times: Float64Array.from(times),
    };
    return { ...terms, ballots };
  }

  return {
    add,
    repeat(group) {
      times[group]! += 1;
    },
    close,
  };
}

function isScale(grades: number | undefined): boolean {
  return (
    grades !== undefined && Number.isSafeInteger(grades) && grades >= 2 && grades <= mostPoints
  );
}

/** What a single choice may be given at most. */
function findMostPoints({ kind, limits, grades }: Terms): number {
  if (kind === 'judgment') return grades! - 1;
  if (kind === 'yes-no') return 1;
  return Math.min(limits.maxPoints ?? mostPoints, mostPoints);
}

function checkPaper(
  terms: Terms,
  positions: ReadonlyMap<string, number>,
  paper: Paper,
): RefusedPaper | null {
  const { kind, limits } = terms;
  const { choices, points = [] } = paper;
  const unknown = choices.find((id) => !positions.has(id));
  if (unknown !== undefined) return { refusal: 'unknown-project', found: unknown };
  if (new Set(choices).size < choices.length) {
    const twice = choices.find((id, at) => choices.indexOf(id) < at)!;
    return { refusal: 'duplicate-choice', found: twice };
  }
  const length = `${choices.length}`;
  if (kind === 'choose-one' && choices.length > 1)
    return { refusal: 'more-than-one-choice', found: length };
  if (limits.maxLength !== null && choices.length > limits.maxLength)
    return { refusal: 'too-many-choices', found: length };
  if (!carriesPoints(kind)) return null;

  if (points.length !== choices.length)
    return { refusal: 'points-not-matching', found: `${points.length}` };
  const broken = points.find((given) => !Number.isSafeInteger(given) || given < 0);
  if (broken !== undefined) return { refusal: 'points-not-whole', found: `${broken}` };
  const most = findMostPoints(terms);
  const tooHigh = points.find((given) => given > most);
  if (tooHigh !== undefined) return { refusal: 'points-over-max', found: `${tooHigh}` };
  const sum = points.reduce((total, given) => total + given, 0);
  // grades and answers are never added up
  const isSummed = kind === 'cumulative' || kind === 'scoring';
  if (isSummed && limits.maxSumPoints !== null && sum > limits.maxSumPoints)
    return { refusal: 'points-sum-over-max', found: `${sum}` };
  return null;
}

export type Gathered =
  | { readonly ok: true; readonly election: Election }
  /** `ballot` is the position, from 0, of the ballot at fault. */
  | ({ readonly ok: false; readonly ballot: number } & RefusedPaper);

/** An election out of ballots given one by one, as the ballot box of a poll holds them. */
export function makeElection(terms: Terms, papers: Iterable<Paper>): Gathered {
  const gathering = gatherBallots(terms);
  let ballot = 0;
  for (const paper of papers) {
    const group = gathering.add(paper);
    if (typeof group !== 'number') return { ok: false, ballot, ...group };
    ballot += 1;
  }
  return { ok: true, election: gathering.close() };
}
