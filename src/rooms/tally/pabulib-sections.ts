import { Malformed } from './pabulib-fault.ts';
import { type Row, readRows } from './pabulib-rows.ts';

export type SectionName = 'META' | 'PROJECTS' | 'VOTES';

/** A table of the file: its rows have as many cells as it has columns (META apart). */
export interface Section {
  readonly name: SectionName;
  readonly line: number;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const order: readonly SectionName[] = ['META', 'PROJECTS', 'VOTES'];

/** Cuts the file into its three tables, each with its header. Empty lines are skipped anywhere. */
export function readSections(text: string): Record<SectionName, Section> {
  refuseNul(text);
  const found: { name: SectionName; line: number; rows: Row[] }[] = [];
  let lastLine = 1;
  for (const row of readRows(text)) {
    lastLine = row.line;
    if (row.cells[0]!.trim() === '' && row.cells.every((cell) => cell.trim() === '')) continue;
    const name = readSectionName(row);
    const open = found.at(-1);
    if (!name && !open)
      throw new Malformed(row.line, 'text-before-sections', {
        expected: 'META',
        found: row.cells.join(';'),
      });
    if (!name) open!.rows.push(row);
    else {
      if (found.some((section) => section.name === name))
        throw new Malformed(row.line, 'duplicate-section', { where: name });
      if (order[found.length] !== name)
        throw new Malformed(row.line, 'section-out-of-order', {
          found: name,
          expected: order[found.length],
        });
      found.push({ name, line: row.line, rows: [] });
    }
  }
  const missing = order[found.length];
  if (missing) throw new Malformed(lastLine, 'missing-section', { where: missing });
  const [meta, projects, votes] = found.map(readHeader);
  return { META: meta!, PROJECTS: projects!, VOTES: votes! };
}

function refuseNul(text: string): void {
  const at = text.indexOf('\u0000');
  if (at >= 0) throw new Malformed(text.slice(0, at).split('\n').length, 'nul-character');
}

function readSectionName({ cells }: Row): SectionName | null {
  const first = cells[0]!;
  if (first.length > 12) return null;
  const name = order.find((known) => known === first.trim().toUpperCase());
  return name && cells.slice(1).every((cell) => cell.trim() === '') ? name : null;
}

function readHeader(section: { name: SectionName; line: number; rows: Row[] }): Section {
  const { name, line } = section;
  const [header, ...rows] = section.rows;
  if (!header) throw new Malformed(line, 'missing-header', { where: name });
  const columns = dropEmptyEnd(header.cells.map((cell) => cell.trim().toLowerCase()));
  const expected = { META: 'key', PROJECTS: 'project_id', VOTES: 'voter_id' }[name];
  if (!columns.includes(expected))
    throw new Malformed(header.line, 'missing-header', {
      where: name,
      expected,
      found: header.cells.join(';'),
    });
  const twice = columns.find((column, at) => columns.indexOf(column) < at);
  if (twice !== undefined)
    throw new Malformed(header.line, 'duplicate-column', { where: name, found: twice });
  return { name, line: header.line, columns, rows };
}

function dropEmptyEnd(cells: string[]): string[] {
  const filled = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, filled + 1);
}

/** Where a column that the table must have stands. */
export function requireColumn(section: Section, column: string): number {
  const at = section.columns.indexOf(column);
  if (at < 0)
    throw new Malformed(section.line, 'missing-column', { where: section.name, expected: column });
  return at;
}

/** Too few cells: a row cut short. Too many: a semicolon that should have stood between quotes. */
export function refuseWrongLength({ columns }: Section, { line, cells }: Row): void {
  const tooFew = cells.length < columns.length;
  const tooMany = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (tooFew || tooMany)
    throw new Malformed(line, 'wrong-column-count', {
      found: `${cells.length}`,
      expected: `${columns.length}`,
    });
}
