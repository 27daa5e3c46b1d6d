/**
 * Ballots that are known by their totals only: some paper was counted by hand. Rules that add ballots up count
 * them exactly as they would count the ballots; rules that look into ballots cannot.
 */
import { type BallotKind, type Election, findUpperHalf } from './election.ts';
import type { HouseRules } from './house-rules.ts';
import type { RuleName } from './result.ts';

/** What ballots say of one project altogether. */
export type ProjectTotals =
  /** Ballots that name it, and the points or positional points that they give it. */
  | { readonly id: string; readonly namings: number; readonly score: number }
  /** How many ballots give it each grade, the worst first; or no, then yes. */
  | { readonly id: string; readonly answers: readonly number[] };

export interface GivenTotals {
  /** Ballots altogether, those included that say nothing of some project. */
  readonly ballots: number;
  /** Every project of the election, once. */
  readonly projects: readonly ProjectTotals[];
}

const COUNTING: readonly RuleName[] = [
  'greedy',
  'greedy-noskip',
  'greedy-per-cost',
  'points',
  'borda',
  'majority-judgment',
  'yes-no',
];

/**
 * Whether totals say all that a rule needs. Where ballots rank, a project taken out lets the next ones move
 * up, which no total tells: then no house rule may take one out.
 */
export function canCountTotals(
  rule: RuleName,
  { kind, houseRules }: { readonly kind: BallotKind; readonly houseRules: HouseRules },
): boolean {
  if (!COUNTING.includes(rule)) return false;
  if (kind !== 'ordinal') return true;
  const { minimumNamings, incompatible, mostPerHolder, winnersPerZone } = houseRules;
  const takesOut = [minimumNamings, mostPerHolder, winnersPerZone].some((one) => one !== null);
  return !takesOut && incompatible.length === 0;
}

/** The election with these ballots too. Throws a RangeError for totals that no ballots can have. */
export function addTotals(election: Election, given: GivenTotals): Election {
  const { projects, kind, ballots, grades = 2 } = election;
  const byId = new Map(given.projects.map((one) => [one.id, one]));
  if (byId.size < given.projects.length || byId.size !== projects.length)
    throw new RangeError('Totals of every project, once');
  const answered = kind === 'judgment' || kind === 'yes-no';
  const half = kind === 'yes-no' ? 1 : findUpperHalf({ grades });
  const lines = projects.map(({ id }) => {
    const line = byId.get(id);
    if (!line || 'answers' in line !== answered) throw new RangeError(`No totals of ${id}`);
    const read =
      'answers' in line ? readAnswers(line.answers, half, kind) : { ...line, answers: [] };
    const answers = read.answers.length === (answered ? (kind === 'yes-no' ? 2 : grades) : 0);
    const counts = [given.ballots, read.namings, read.score, ...read.answers];
    const said = read.answers.reduce((sum, count) => sum + count, 0);
    if (!answers || !counts.every(isCount) || Math.max(read.namings, said) > given.ballots)
      throw new RangeError(`Totals of ${id} that no ballots can have`);
    return read;
  });
  const totals = {
    ballots: given.ballots,
    namings: lines.map(({ namings }) => namings),
    scores: lines.map(({ score }) => score),
    answers: lines.map(({ answers }) => answers),
  };
  return { ...election, ballots: { ...ballots, count: ballots.count + given.ballots, totals } };
}

function readAnswers(answers: readonly number[], half: number, kind: BallotKind) {
  const from = (grade: number) => answers.slice(grade).reduce((sum, count) => sum + count, 0);
  return { namings: from(kind === 'yes-no' ? 1 : 0), score: from(half), answers };
}

const isCount = (given: number) => Number.isSafeInteger(given) && given >= 0;
