import { writeCents } from './amounts.ts';
import { type BallotKind, carriesPoints, type Election, type Limits } from './election.ts';

/** An election with what the file says of it in words. */
export interface PabulibSource {
  readonly election: Election;
  /** Description, unit, instance, dates, currency…: written as they come, before what the count needs. */
  readonly about: ReadonlyMap<string, string>;
  /** Names of projects, by position. */
  readonly names: readonly string[];
}

/** Judgments and yes-no have no form in the collection. */
const voteTypes: Record<Exclude<BallotKind, 'judgment' | 'yes-no'>, string> = {
  approval: 'approval',
  'choose-one': 'choose-1',
  ordinal: 'ordinal',
  cumulative: 'cumulative',
  scoring: 'scoring',
};

/** Whether a file of the collection can hold ballots of this kind. */
export function hasPabulibForm(kind: BallotKind): kind is keyof typeof voteTypes {
  return Object.hasOwn(voteTypes, kind);
}

/**
 * The lines of a file in the format of the Pabulib collection, each with its end: what `parsePabulib`
 * reads back as the same election. Voters are numbered in the order of the ballots, which says nothing.
 * Throws a RangeError on ballots that have no such form.
 */
export function* writePabulib({ election, about, names }: PabulibSource): Iterable<string> {
  const { projects, kind, budget, limits, ballots } = election;
  if (!hasPabulibForm(kind)) throw new RangeError(`No Pabulib file holds ${kind} ballots`);
  yield* ['META\n', 'key;value\n'];
  for (const [key, value] of about) yield writeRow([key, value]);
  yield writeRow(['num_projects', `${projects.length}`]);
  yield writeRow(['num_votes', `${ballots.count}`]);
  yield writeRow(['budget', writeCents(budget)]);
  yield writeRow(['vote_type', voteTypes[kind]]);
  for (const [key, value] of listLimits(limits)) yield writeRow([key, value]);
  yield* ['PROJECTS\n', 'project_id;cost;name\n'];
  for (const [at, { id, cost }] of projects.entries())
    yield writeRow([id, writeCents(cost), names[at] ?? '']);
  const pointed = carriesPoints(kind);
  yield* ['VOTES\n', pointed ? 'voter_id;vote;points\n' : 'voter_id;vote\n'];
  const { starts, choices, points, times } = ballots;
  let voter = 0;
  for (let group = 0; group < times.length; group += 1) {
    const chosen = Array.from(
      choices.subarray(starts[group]!, starts[group + 1]!),
      (at) => projects[at]!.id,
    ).join();
    const given = points ? [points.subarray(starts[group]!, starts[group + 1]!).join()] : [];
    for (let time = 0; time < times[group]!; time += 1) {
      voter += 1;
      yield writeRow([`${voter}`, chosen, ...given]);
    }
  }
}

function* listLimits(limits: Limits): Iterable<[string, string]> {
  const cents = (amount: bigint | null) => (amount === null ? null : writeCents(amount));
  const all = {
    min_length: limits.minLength,
    max_length: limits.maxLength,
    min_points: limits.minPoints,
    max_points: limits.maxPoints,
    min_sum_points: limits.minSumPoints,
    max_sum_points: limits.maxSumPoints,
    min_sum_cost: cents(limits.minSumCost),
    max_sum_cost: cents(limits.maxSumCost),
  };
  for (const [key, value] of Object.entries(all)) if (value !== null) yield [key, `${value}`];
}

/** Cells in quotes where they hold what parts cells or rows; a line break becomes a space. */
function writeRow(cells: readonly string[]): string {
  return `${cells.map((cell) => quote(cell.replaceAll(/[\0\r\n]+/g, ' '))).join(';')}\n`;
}

function quote(cell: string): string {
  return /[;"]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
