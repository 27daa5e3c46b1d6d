import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { readNow } from '../../../platform/database/database.ts';
import type { FileLine } from '../../../platform/text/file-rows.store.ts';
import { dayInParis } from '../../spaces/index.ts';
import { findTheme, isHeldHere, type ProgrammePlaces, preparePlaces } from './editions.store.ts';
import { type LineNote, type LineTerms, type ReadRealisation, readLine } from './line.ts';
import type { CellNote, ProgrammeRun } from './programme.ts';
import { asRun, endRun, programmeRows, runs } from './run.store.ts';
import type { ProgrammeWords } from './words.ts';
import { type NamedLine, writeRealisations } from './writing.store.ts';

/** Lines written in one transaction. */
const BATCH = 200;
/** Lines read at once to learn which editions and departments they need. */
const READ_AT_ONCE = 2000;

/** An import that was stopped, or that another process has taken over. */
class RunGone extends Error {}

/**
 * Imports the lines of a run, some hundred in each transaction: killed in the middle, the next one goes on after the
 * last lines written. A line is a realisation once, whoever runs it and however often (`realisation_source_once`).
 */
export async function importProgramme(
  db: Database,
  asked: { organisationId: string; id: string },
  words: ProgrammeWords,
  { onBatch }: { onBatch?: (run: ProgrammeRun) => void } = {},
): Promise<ProgrammeRun | null> {
  const row = await db
    .updateTable('programme_import')
    .set({ stage: 'importing' })
    .where('organisation_id', '=', asked.organisationId)
    .where('id', '=', asked.id)
    .where('stage', 'in', ['waiting', 'importing'])
    .returningAll()
    .executeTakeFirst();
  if (!row) return null;
  const run = asRun(row);
  const terms = await openTerms(db, run);
  const places = await preparePlaces(
    db,
    { organisationId: run.organisationId, by: run.uploadedBy },
    terms.mapping,
    await readAll(db, run, terms),
    words.editionSummary(run.fileName),
  );
  try {
    for (let after = run.lastRow; ; ) {
      const lines = await programmeRows.list(db, run, after, BATCH);
      if (lines.length === 0) break;
      const held = after;
      const now = await db
        .transaction()
        .execute((tx) => writeBatch(tx, run, { terms, places, words }, lines, held));
      after = lines.at(-1)!.row;
      onBatch?.(now);
    }
  } catch (error) {
    if (error instanceof RunGone) return null;
    throw error;
  }
  return endRun(db, run, 'done', null);
}

async function openTerms(db: Db, run: ProgrammeRun): Promise<LineTerms> {
  return { mapping: run.mapping!, today: dayInParis(await readNow(db)) };
}

async function readAll(db: Db, run: ProgrammeRun, terms: LineTerms): Promise<ReadRealisation[]> {
  const read: ReadRealisation[] = [];
  for (let after = 0; ; ) {
    const lines = await programmeRows.list(db, run, after, READ_AT_ONCE);
    if (lines.length === 0) return read;
    after = lines.at(-1)!.row;
    for (const { cells } of lines) {
      const { realisation } = readLine(cells, terms);
      if (realisation) read.push(realisation);
    }
  }
}

interface BatchTerms {
  terms: LineTerms;
  places: ProgrammePlaces;
  words: ProgrammeWords;
}

async function writeBatch(
  tx: Tx,
  run: ProgrammeRun,
  { terms, places, words }: BatchTerms,
  lines: readonly FileLine[],
  after: number,
): Promise<ProgrammeRun> {
  const { organisationId, id } = run;
  const mine = await runs(tx, organisationId)
    .where('id', '=', id)
    .where('stage', '=', 'importing')
    .where('last_row', '=', after)
    .forUpdate()
    .executeTakeFirst();
  if (!mine) throw new RunGone();
  const notes: CellNote[] = [];
  const taken: NamedLine[] = [];
  const seen = new Set<string>();
  for (const { row, cells } of lines) {
    const { realisation, notes: odd } = readLine(cells, terms);
    const refused =
      realisation &&
      refuseLine(realisation, places.editions.get(realisation.editionSlug) != null, seen);
    notes.push(...(refused ? [refused] : odd).map((one) => asCell(run, row, one)));
    if (!realisation || refused) continue;
    notes.push(...withoutRoom(realisation, places).map((one) => asCell(run, row, one)));
    seen.add(keyOf(realisation));
    taken.push({ row, realisation, cells: nameCells(run.columns, cells) });
  }
  const written = await writeRealisations(tx, run, places, words, taken);
  notes.push(...written.notes);
  notes.sort((one, other) => one.row - other.row);
  await writeNotes(tx, run, notes);
  const row = await tx
    .updateTable('programme_import')
    .set((eb) => ({
      last_row: lines.at(-1)!.row,
      added: eb('added', '+', written.added),
      changed: eb('changed', '+', written.changed),
      same: eb('same', '+', written.same),
      refused: eb('refused', '+', lines.length - written.added - written.changed - written.same),
      odd: eb('odd', '+', notes.filter(({ reason }) => reason !== 'changed').length),
    }))
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return asRun(row);
}

const keyOf = ({ editionSlug, sourceId }: ReadRealisation): string => `${editionSlug}\n${sourceId}`;

function refuseLine(
  realisation: ReadRealisation,
  hasPlace: boolean,
  seen: ReadonlySet<string>,
): LineNote | null {
  if (!hasPlace)
    return { field: 'edition', value: realisation.edition, reason: 'edition-held-here' };
  return seen.has(keyOf(realisation))
    ? { field: 'sourceId', value: realisation.sourceId, reason: 'source-twice' }
    : null;
}

/** An edition holds so many categories and districts: one more is not kept of its line. */
function withoutRoom(
  { editionSlug, theme, district }: ReadRealisation,
  { editions }: ProgrammePlaces,
): LineNote[] {
  const edition = editions.get(editionSlug)!;
  const notes: LineNote[] = [];
  if (theme !== '' && !findTheme(edition, theme))
    notes.push({ field: 'theme', value: theme, reason: 'themes-too-many' });
  if (district !== '' && !edition.districts.includes(district))
    notes.push({ field: 'district', value: district, reason: 'districts-too-many' });
  return notes;
}

const asCell = (run: ProgrammeRun, row: number, { field, value, reason }: LineNote): CellNote => {
  const column = field === null ? undefined : run.mapping!.columns[field];
  return {
    row,
    columnName: column === undefined ? '' : (run.columns[column] ?? ''),
    value,
    before: null,
    reason,
  };
};

/** Columns of the same name, or of none, are told apart by their place. */
function nameCells(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    columns.map((name, at) => [
      name !== '' && columns.indexOf(name) === at ? name : `${name} (${at + 1})`.trim(),
      cells[at] ?? '',
    ]),
  );
}

async function writeNotes(tx: Tx, run: ProgrammeRun, notes: readonly CellNote[]): Promise<void> {
  if (notes.length === 0) return;
  const places = new Map<number, number>();
  const rows = notes.map(({ columnName, ...note }) => {
    const position = (places.get(note.row) ?? 0) + 1;
    places.set(note.row, position);
    return {
      ...note,
      organisation_id: run.organisationId,
      import_id: run.id,
      position,
      column_name: columnName,
    };
  });
  for (let at = 0; at < rows.length; at += 1000)
    await tx
      .insertInto('programme_note')
      .values(rows.slice(at, at + 1000))
      .execute();
}

/** What would become of a file: some lines as they would be, and what is odd, before anything is written. */
export async function previewProgramme(
  db: Db,
  run: ProgrammeRun,
  shown: { realisations: number; notes: number },
) {
  const terms = await openTerms(db, run);
  const realisations: { row: number; realisation: ReadRealisation }[] = [];
  const notes: CellNote[] = [];
  const editions = new Map<string, number>();
  /** By name in addresses. */
  const held = new Map<string, boolean>();
  const heldLines = new Map<string, number>();
  const seen = new Set<string>();
  let [taken, refused, odd] = [0, 0, 0];
  for (let after = 0; ; ) {
    const lines = await programmeRows.list(db, run, after, READ_AT_ONCE);
    if (lines.length === 0) break;
    after = lines.at(-1)!.row;
    for (const { row, cells } of lines) {
      const { realisation, notes: said } = readLine(cells, terms);
      const left = realisation && (await refuseSeen(db, run, realisation, held, seen));
      const all = (left ? [left] : said).map((one) => asCell(run, row, one));
      odd += all.length;
      notes.push(...all.slice(0, Math.max(0, shown.notes - notes.length)));
      if (!realisation || left) {
        refused += 1;
        if (left?.reason === 'edition-held-here')
          heldLines.set(left.value, (heldLines.get(left.value) ?? 0) + 1);
        continue;
      }
      seen.add(keyOf(realisation));
      taken += 1;
      editions.set(realisation.edition, (editions.get(realisation.edition) ?? 0) + 1);
      if (realisations.length < shown.realisations) realisations.push({ row, realisation });
    }
  }
  return {
    realisations,
    notes,
    odd,
    taken,
    refused,
    editions: byName(editions),
    held: byName(heldLines),
  };
}

const byName = (counted: ReadonlyMap<string, number>) =>
  [...counted].sort(([one], [other]) => one.localeCompare(other, 'fr'));

/** The same refusals as the import itself; each edition is looked for once. */
async function refuseSeen(
  db: Db,
  { organisationId }: ProgrammeRun,
  realisation: ReadRealisation,
  held: Map<string, boolean>,
  seen: ReadonlySet<string>,
): Promise<LineNote | null> {
  const { editionSlug: slug } = realisation;
  const isHeld = held.get(slug) ?? (await isHeldHere(db, organisationId, slug));
  held.set(slug, isHeld);
  return refuseLine(realisation, !isHeld, seen);
}
