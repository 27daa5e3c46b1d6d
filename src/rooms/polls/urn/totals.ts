/**
 * The totals of a point that was counted by hand, as a table: the last resort, where ballots cannot be keyed.
 * Only where the rule adds ballots up; nothing is repaired, and every cell that does not hold is told.
 */
import { canCountTotals, type GivenTotals, type ProjectTotals } from '../../tally/index.ts';
import { numberOptions } from '../paper/ballot-sheet.ts';
import type { Option, Poll } from '../poll.ts';
import { SMALLEST_SHOWN } from '../recount/small-cells.ts';
import { type Envelope, screenOf } from '../settings.ts';

export type TotalsLine =
  | { key: string; namings: number; score: number }
  /** Ballots that give each grade, the worst first; or no, then yes. */
  | { key: string; answers: number[] };

export interface PointTotals {
  /** Ballots that count; blank and void ones are apart. */
  valid: number;
  blank: number;
  void: number;
  /** Ballots that name something of each envelope, by its key. */
  envelopes: Record<string, number>;
  lines: TotalsLine[];
}

type TotalsPoll = Pick<
  Poll,
  'kind' | 'rule' | 'options' | 'settings' | 'maximumChoices' | 'minimumChoices'
>;

/** Whether the rule of a poll can count totals at all. */
export function takesTotals({ rule, kind, settings }: TotalsPoll): boolean {
  return canCountTotals(rule, { kind, houseRules: settings.houseRules });
}

export type CellRefusal =
  | 'separator'
  | 'column-missing'
  | 'column-unknown'
  | 'cells-missing'
  | 'option-unknown'
  | 'option-twice'
  | 'option-missing'
  | 'not-whole'
  | 'more-than-ballots'
  | 'more-than-maximum'
  | 'fewer-points-than-ballots'
  | 'envelope-over-all'
  | 'too-few-ballots'
  | 'file-empty';

/** Of a point whose totals are brought: fewer are keyed one by one. */
const FEWEST_BALLOTS = SMALLEST_SHOWN;

export interface CellProblem {
  /** Of the file, from 1; 0: a field of the form. */
  line: number;
  /** The head of its column, or the name of a field; '' for a whole line. */
  column: string;
  refusal: CellRefusal;
  found: string;
}

export interface TypedTotals {
  valid: string;
  blank: string;
  void: string;
  /** By key, where there are several envelopes. */
  envelopes: Readonly<Record<string, string>>;
}

export type ReadTotals = { ok: true; totals: PointTotals } | { ok: false; problems: CellProblem[] };

/** The heads of the table for this kind of ballot; the first column holds the numbers of the options. */
export function listColumns({ kind, settings }: Pick<Poll, 'kind' | 'settings'>): string[] {
  switch (screenOf(kind, settings)) {
    case 'approval':
    case 'knapsack':
      return ['numero', 'bulletins'];
    case 'points':
    case 'ranking':
      return ['numero', 'bulletins', 'points'];
    case 'judgment':
      return ['numero', ...settings.mentions];
    case 'yes-no':
      return ['numero', 'oui', 'non'];
  }
}

/** Bytes as a spreadsheet may write them: UTF-8 with or without its mark, or else Windows-1252. */
export function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function readTotals(poll: TotalsPoll, typed: TypedTotals, text: string): ReadTotals {
  const problems: CellProblem[] = [];
  const whole = (found: string, line: number, column: string) => {
    const trimmed = found.trim();
    if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed);
    problems.push({ line, column, refusal: 'not-whole', found: trimmed });
    return 0;
  };
  const [valid, blank, spoilt] = (['valid', 'blank', 'void'] as const).map((field) =>
    whole(typed[field], 0, field),
  );
  // totals of a few ballots, which are public, would tell what somebody chose
  if (problems.length === 0 && valid! < FEWEST_BALLOTS)
    problems.push({ line: 0, column: 'valid', refusal: 'too-few-ballots', found: typed.valid });
  const envelopes = readEnvelopes(poll, typed, valid!, whole, problems);
  if (problems.length > 0) return { ok: false, problems };
  const rows = readRows(poll, text, problems);
  const options = new Map(numberOptions(poll).map((option) => [option.number, option]));
  const read = rows.flatMap(({ line, cells }): { line: number; totals: TotalsLine }[] => {
    const option = options.get(/^\d+$/.test(cells[0]!.trim()) ? Number(cells[0]) : Number.NaN);
    if (!option) {
      problems.push({ line, column: 'numero', refusal: 'option-unknown', found: cells[0]! });
      return [];
    }
    const columns = listColumns(poll);
    const counts = cells.slice(1).map((cell, at) => whole(cell, line, columns[at + 1]!));
    const envelope = poll.settings.envelopes.find(({ key }) => key === option.envelope)!;
    problems.push(
      ...checkLine(poll, { line, option, counts, envelope, ballots: envelopes[envelope.key]! }),
    );
    return [{ line, totals: asLine(poll, option, counts) }];
  });
  problems.push(...checkAll(poll, read, valid!));
  if (problems.length > 0) return { ok: false, problems };
  const lines = read.map(({ totals }) => totals);
  return { ok: true, totals: { valid: valid!, blank: blank!, void: spoilt!, envelopes, lines } };
}

function readEnvelopes(
  { settings }: TotalsPoll,
  typed: TypedTotals,
  valid: number,
  whole: (found: string, line: number, column: string) => number,
  problems: CellProblem[],
): Record<string, number> {
  const { envelopes } = settings;
  if (envelopes.length === 1) return { [envelopes[0]!.key]: valid };
  return Object.fromEntries(
    envelopes.map(({ key }) => {
      const found = typed.envelopes[key] ?? '';
      const ballots = whole(found, 0, `envelope-${key}`);
      if (ballots > valid)
        problems.push({ line: 0, column: `envelope-${key}`, refusal: 'envelope-over-all', found });
      return [key, ballots];
    }),
  );
}

interface Row {
  line: number;
  cells: string[];
}

/** Rows of as many cells as there are columns, under the heads that are expected. */
function readRows(poll: TotalsPoll, text: string, problems: CellProblem[]): Row[] {
  const columns = listColumns(poll);
  const [head, ...rest] = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((written, at): Row => ({ line: at + 1, cells: written.split(';').map(unquote) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const told = (line: number, column: string, refusal: CellRefusal, found: string) =>
    problems.push({ line, column, refusal, found });
  if (!head) {
    told(1, '', 'file-empty', '');
    return [];
  }
  if (head.cells.length === 1) {
    told(head.line, '', 'separator', head.cells[0]!);
    return [];
  }
  for (const [at, column] of columns.entries())
    if (fold(head.cells[at] ?? '') !== fold(column))
      told(head.line, column, 'column-missing', head.cells[at] ?? '');
  for (const cell of head.cells.slice(columns.length))
    if (cell.trim() !== '') told(head.line, cell, 'column-unknown', cell);
  if (problems.length > 0) return [];
  return rest.filter(({ line, cells }) => {
    const fits = cells.slice(columns.length).every((cell) => cell.trim() === '');
    if (cells.length >= columns.length && fits) {
      cells.length = columns.length;
      return true;
    }
    told(line, '', 'cells-missing', String(cells.length));
    return false;
  });
}

const unquote = (cell: string) => cell.trim().replace(/^"(.*)"$/, '$1');

/** « Numéro » and « numero » head the same column. */
const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace('’', "'").trim().toLowerCase();

interface Line {
  line: number;
  option: Option;
  counts: readonly number[];
  envelope: Envelope;
  /** Of its envelope. */
  ballots: number;
}

function checkLine(poll: TotalsPoll, one: Line): CellProblem[] {
  const { line, counts, ballots } = one;
  const columns = listColumns(poll);
  const told = (at: number, refusal: CellRefusal): CellProblem[] => [
    { line, column: columns[at]!, refusal, found: String(counts[at - 1]) },
  ];
  const screen = screenOf(poll.kind, poll.settings);
  if (screen === 'judgment' || screen === 'yes-no')
    return sum(counts) > ballots ? told(columns.length - 1, 'more-than-ballots') : [];
  const [namings = 0, points = 0] = counts;
  if (namings > ballots) return told(1, 'more-than-ballots');
  if (screen !== 'points' && screen !== 'ranking') return [];
  const most = mostEach(poll, one.envelope);
  if (most !== null && points > namings * most) return told(2, 'more-than-maximum');
  return points < namings ? told(2, 'fewer-points-than-ballots') : [];
}

/** What one ballot gives one option at most: points, or what the first rank is worth; null: no limit. */
function mostEach({ kind }: TotalsPoll, { limits, maximumChoices }: Envelope): number | null {
  if (kind === 'ordinal') return maximumChoices;
  return limits.maxPoints ?? limits.maxSumPoints ?? null;
}

function checkAll(
  poll: TotalsPoll,
  read: readonly { line: number; totals: TotalsLine }[],
  valid: number,
): CellProblem[] {
  const problems: CellProblem[] = [];
  const keys = read.map(({ totals }) => totals.key);
  const numbers = new Map(numberOptions(poll).map(({ key, number }) => [key, String(number)]));
  const column = 'numero';
  for (const [at, { line, totals }] of read.entries())
    if (keys.indexOf(totals.key) < at)
      problems.push({ line, column, refusal: 'option-twice', found: numbers.get(totals.key)! });
  const after = (read.at(-1)?.line ?? 0) + 1;
  for (const [key, found] of numbers)
    if (!keys.includes(key) && read.length > 0)
      problems.push({ line: after, column, refusal: 'option-missing', found });
  const named = sum(read.flatMap(({ totals }) => ('namings' in totals ? [totals.namings] : [])));
  const most = poll.kind === 'choose-one' ? 1 : poll.maximumChoices;
  if (named > valid * most)
    problems.push({ line: 0, column: 'file', refusal: 'more-than-maximum', found: String(named) });
  return problems;
}

function asLine(poll: TotalsPoll, { key }: Option, counts: readonly number[]): TotalsLine {
  const screen = screenOf(poll.kind, poll.settings);
  // the best mention stands first in the table, and yes before no
  if (screen === 'judgment' || screen === 'yes-no') return { key, answers: [...counts].reverse() };
  const [namings = 0, points = namings] = counts;
  return { key, namings, score: points };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** What one envelope has of all points together, as the count takes it. */
export function addUp(
  poll: Pick<Poll, 'options'>,
  envelope: string,
  points: readonly PointTotals[],
): GivenTotals {
  const ballots = sum(points.map(({ envelopes }) => envelopes[envelope] ?? 0));
  const projects = poll.options
    .filter((option) => option.envelope === envelope)
    .map(({ key }): ProjectTotals => {
      const lines = points.flatMap((point) => point.lines.filter((line) => line.key === key));
      const [first] = lines;
      if (first && 'answers' in first)
        return {
          id: key,
          answers: first.answers.map((_, at) =>
            sum(lines.map((line) => ('answers' in line ? line.answers[at]! : 0))),
          ),
        };
      const of = (field: 'namings' | 'score') =>
        sum(
          lines.map((line) => (field in line ? (line as Record<typeof field, number>)[field] : 0)),
        );
      return { id: key, namings: of('namings'), score: of('score') };
    });
  return { ballots, projects };
}
