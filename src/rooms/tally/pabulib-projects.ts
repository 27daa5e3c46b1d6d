import { readCents, readWhole } from './amounts.ts';
import type { Project } from './election.ts';
import { Malformed, orRefuse } from './pabulib-fault.ts';
import type { Counted } from './pabulib-meta.ts';
import { refuseWrongLength, requireColumn, type Section } from './pabulib-sections.ts';

/** A project with what the file says about it. */
export interface PabulibProject extends Project {
  readonly line: number;
  readonly name: string | null;
  readonly categories: readonly string[];
  readonly targets: readonly string[];
  /** What the city or the file declares; compared with the ballots, never counted. */
  readonly declaredVotes: number | null;
  readonly declaredScore: number | null;
  /** Every filled cell, by column. */
  readonly cells: ReadonlyMap<string, string>;
}

export function readProjects(section: Section, { announced, line }: Counted): PabulibProject[] {
  const idAt = requireColumn(section, 'project_id');
  const costAt = requireColumn(section, 'cost');
  if (section.rows.length === 0) throw new Malformed(section.line, 'no-projects');
  const ids = new Set<string>();
  const projects = section.rows.map((row): PabulibProject => {
    refuseWrongLength(section, row);
    const id = row.cells[idAt]!.trim();
    if (id === '') throw new Malformed(row.line, 'missing-project-id');
    // Ballots join ids by commas: such a project could never be told from two others.
    if (id.includes(',')) throw new Malformed(row.line, 'comma-in-project-id', { found: id });
    if (ids.has(id)) throw new Malformed(row.line, 'duplicate-project-id', { found: id });
    ids.add(id);
    const cost = row.cells[costAt]!.trim();
    const cells = new Map<string, string>();
    section.columns.forEach((column, at) => {
      const cell = row.cells[at]!.trim();
      if (cell !== '') cells.set(column, cell);
    });
    return {
      id,
      cost: orRefuse(readCents(cost), row.line, 'cost', cost),
      line: row.line,
      name: cells.get('name') ?? null,
      categories: splitList(cells.get('category') ?? cells.get('categories')),
      targets: splitList(cells.get('target') ?? cells.get('targets')),
      declaredVotes: readDeclared(cells.get('votes')),
      declaredScore: readDeclared(cells.get('score')),
      cells,
    };
  });
  if (projects.length !== announced)
    throw new Malformed(line, 'project-count-differs', {
      where: 'num_projects',
      expected: `${announced}`,
      found: `${projects.length}`,
    });
  return projects;
}

function splitList(cell = ''): string[] {
  return cell
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function readDeclared(cell: string | undefined): number | null {
  const number = cell === undefined ? null : readWhole(cell);
  return typeof number === 'number' ? number : null;
}
