import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { keepProgrammeProjects } from '../../projects/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { STAGES } from '../realisation.ts';
import { departmentKey, findTheme, type ProgrammePlaces } from './editions.store.ts';
import type { ReadRealisation } from './line.ts';
import type { CellNote, ProgrammeRun } from './programme.ts';
import type { ProgrammeWords } from './words.ts';

/** A line that is taken, with every cell of it by the name of its column. */
export interface NamedLine {
  row: number;
  realisation: ReadRealisation;
  cells: Record<string, string>;
}

interface Written {
  added: number;
  changed: number;
  same: number;
  notes: CellNote[];
}

interface Known {
  id: string;
  importId: string;
  row: number;
  cells: Record<string, string>;
}

/** Lines of one batch: new ones are added, those that changed follow the file, the others are left as they are. */
export async function writeRealisations(
  tx: Tx,
  run: ProgrammeRun,
  places: ProgrammePlaces,
  words: ProgrammeWords,
  lines: readonly NamedLine[],
): Promise<Written> {
  const written: Written = { added: 0, changed: 0, same: 0, notes: [] };
  const slugs = [...new Set(lines.map(({ realisation }) => realisation.editionSlug))];
  for (const slug of slugs) {
    const edition = places.editions.get(slug)!;
    const mine = lines.filter(({ realisation }) => realisation.editionSlug === slug);
    const known = await findKnown(tx, run, edition, mine);
    const toWrite: NamedLine[] = [];
    const asBefore: { id: string; row: number }[] = [];
    for (const line of mine) {
      const before = known.get(line.realisation.sourceId);
      if (!before) {
        written.added += 1;
        toWrite.push(line);
      } else if (before.importId === run.id && before.row !== line.row) {
        // an earlier batch of this very file
        written.notes.push(noteTwice(run, line));
      } else {
        const changes = compareCells(before.cells, line);
        written.notes.push(...changes);
        if (changes.length > 0) toWrite.push(line);
        else asBefore.push({ id: before.id, row: line.row });
        written[changes.length > 0 ? 'changed' : 'same'] += 1;
      }
    }
    await writeLines(tx, run, edition, places, words, toWrite);
    await seeAgain(tx, run, asBefore);
  }
  return written;
}

/** A line of this file stood for them too: another one with the same id is one too many. */
async function seeAgain(
  tx: Tx,
  { organisationId, id }: ProgrammeRun,
  lines: readonly { id: string; row: number }[],
): Promise<void> {
  if (lines.length === 0) return;
  await sql`update programme_line l set import_id = ${id}, row = seen.row
    from unnest(${lines.map((line) => line.id)}::uuid[], ${lines.map(({ row }) => row)}::int[]) as seen (id, row)
    where l.organisation_id = ${organisationId} and l.realisation_id = seen.id`.execute(tx);
}

async function findKnown(
  tx: Tx,
  { organisationId }: ProgrammeRun,
  edition: Edition,
  lines: readonly NamedLine[],
): Promise<Map<string, Known>> {
  const rows = await tx
    .selectFrom('realisation as r')
    .innerJoin('programme_line as l', (join) =>
      join
        .onRef('l.organisation_id', '=', 'r.organisation_id')
        .onRef('l.realisation_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.source_id', 'l.import_id', 'l.row', 'l.cells'])
    .where('r.organisation_id', '=', organisationId)
    .where('r.edition_id', '=', edition.id)
    .where(
      sql<boolean>`r.source_id = any(${lines.map(({ realisation }) => realisation.sourceId)}::text[])`,
    )
    .execute();
  return new Map(
    rows.map(({ id, source_id, import_id, row, cells }) => [
      source_id!,
      { id, importId: import_id, row, cells: cells as unknown as Record<string, string> },
    ]),
  );
}

const noteTwice = (run: ProgrammeRun, { row, realisation }: NamedLine): CellNote => ({
  row,
  columnName: run.columns[run.mapping!.columns.sourceId!] ?? '',
  value: realisation.sourceId,
  before: null,
  reason: 'source-twice',
});

const SHOWN = 120;

function compareCells(before: Record<string, string>, { row, cells }: NamedLine): CellNote[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(cells)])];
  return names
    .filter((name) => (before[name] ?? '') !== (cells[name] ?? ''))
    .map((columnName) => ({
      row,
      columnName,
      value: (cells[columnName] ?? '').slice(0, SHOWN),
      before: (before[columnName] ?? '').slice(0, SHOWN),
      reason: 'changed' as const,
    }));
}

async function writeLines(
  tx: Tx,
  run: ProgrammeRun,
  edition: Edition,
  places: ProgrammePlaces,
  words: ProgrammeWords,
  lines: readonly NamedLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const { organisationId } = run;
  const projects = await keepProgrammeProjects(
    tx,
    { organisationId, by: run.uploadedBy },
    edition.id,
    lines.map(({ realisation: one }) => ({
      importedId: one.sourceId,
      title: one.title || words.untitled(one.sourceId),
      summary: words.summary(one),
      cost: one.votedCost,
      categoryId: findTheme(edition, one.theme)?.id ?? null,
      place: one.place,
      district: edition.districts.includes(one.district) ? one.district : '',
    })),
  );
  const kept = await tx
    .insertInto('realisation')
    .values(
      lines.map(({ realisation: one }) => ({
        organisation_id: organisationId,
        edition_id: edition.id,
        project_id: projects.get(one.sourceId)!,
        source_id: one.sourceId,
        ...(one.year !== null && { year: one.year }),
        voted_cost: one.votedCost,
        committed_cost: one.committedCost,
        spent_cost: one.spentCost,
        in_priority_area: one.inPriorityArea,
        department_id: places.departments.get(departmentKey(one.department)) ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.constraint('realisation_source_once').doUpdateSet((excluded) => ({
        voted_cost: excluded.ref('excluded.voted_cost'),
        committed_cost: excluded.ref('excluded.committed_cost'),
        spent_cost: excluded.ref('excluded.spent_cost'),
        in_priority_area: excluded.ref('excluded.in_priority_area'),
        department_id: excluded.ref('excluded.department_id'),
        version: sql<number>`realisation.version + 1`,
      })),
    )
    .returning(['id', 'source_id'])
    .execute();
  const ids = new Map(kept.map(({ id, source_id }) => [source_id!, id]));
  const named = lines.map((line) => ({ ...line, id: ids.get(line.realisation.sourceId)! }));
  await writeSteps(tx, organisationId, words, named);
  await writeHalts(tx, organisationId, words, named);
  await tx
    .insertInto('programme_line')
    .values(
      named.map(({ id, row, cells }) => ({
        organisation_id: organisationId,
        realisation_id: id,
        cells: JSON.stringify(cells),
        import_id: run.id,
        row,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'realisation_id']).doUpdateSet((excluded) => ({
        cells: excluded.ref('excluded.cells'),
        import_id: excluded.ref('excluded.import_id'),
        row: excluded.ref('excluded.row'),
      })),
    )
    .execute();
}

type WrittenLine = NamedLine & { id: string };

async function writeSteps(
  tx: Tx,
  organisationId: string,
  words: ProgrammeWords,
  lines: readonly WrittenLine[],
): Promise<void> {
  await tx
    .insertInto('realisation_step')
    .values(
      lines.flatMap(({ id, realisation }) =>
        realisation.steps.map((step) => ({
          organisation_id: organisationId,
          realisation_id: id,
          position: STAGES.indexOf(step.stage),
          stage: step.stage,
          description: step.worth ? words.worth[step.worth]() : '',
          planned_on: step.planned?.day ?? null,
          planned_is_month: step.planned?.isMonth ?? false,
          done_on: step.done?.day ?? null,
          done_is_month: step.done?.isMonth ?? false,
        })),
      ),
    )
    .onConflict((conflict) =>
      conflict.constraint('realisation_step_once').doUpdateSet((excluded) => ({
        description: excluded.ref('excluded.description'),
        planned_on: excluded.ref('excluded.planned_on'),
        planned_is_month: excluded.ref('excluded.planned_is_month'),
        done_on: excluded.ref('excluded.done_on'),
        done_is_month: excluded.ref('excluded.done_is_month'),
      })),
    )
    .execute();
}

/** What the file says that it stopped is halted; what goes on again is no longer, unless somebody here had said it. */
async function writeHalts(
  tx: Tx,
  organisationId: string,
  words: ProgrammeWords,
  lines: readonly WrittenLine[],
): Promise<void> {
  const halted = lines.filter(({ realisation }) => realisation.halted !== null);
  const others = lines.filter(({ realisation }) => realisation.halted === null);
  await tx
    .updateTable('realisation_halt')
    .set({ lifted_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`realisation_id = any(${others.map(({ id }) => id)}::uuid[])`)
    .where('lifted_at', 'is', null)
    .where('halted_by', 'is', null)
    .execute();
  if (halted.length === 0) return;
  await tx
    .insertInto('realisation_halt')
    .values(
      halted.map(({ id, realisation }) => ({
        organisation_id: organisationId,
        realisation_id: id,
        kind: realisation.halted!,
        reason: words.halt(realisation.halted!),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
