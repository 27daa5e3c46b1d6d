import { hash } from 'node:crypto';
import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { type Database, readNow, type Tx } from '../../../platform/database/database.ts';
import { CsvReader, type CsvRow } from './csv-reader.ts';
import {
  type BatchCounts,
  endImport,
  type ImportRun,
  noteBatch,
  type RegisterImport,
  takeUpImport,
} from './import.store.ts';
import { nameKey, numberKey } from './name-key.ts';
import { cutValue, type RefusedRow } from './register.ts';
import { type ReadEntry, type RowTerms, readRow } from './row.ts';

/** Lines written at once: a batch is written whole or not at all. */
const BATCH = 2000;
/** Lines « already there » that a report lists: a whole file imported again would be nothing else. */
const MOST_KNOWN = 10_000;

/** An import that was stopped, or that another process has taken over. */
class ImportGone extends Error {}

/**
 * Imports the file of a run, a batch of lines at a time. Killed in the middle, the next one goes on after
 * the last batch written; a person is never there twice.
 */
export async function importFile(
  db: Database,
  storage: FileStorage,
  asked: ImportRun,
  { onBatch }: { onBatch?: (lastLine: number) => void } = {},
): Promise<RegisterImport | null> {
  const run = await takeUpImport(db, asked);
  if (!run?.storageKey) return null;
  const today = dayInParis(await readNow(db));
  const terms = { mapping: run.mapping, width: run.shape.columns.length, today };
  let lastLine = run.lastLine;
  try {
    for await (const rows of readBatches(storage, run, lastLine)) {
      lastLine = await writeBatch(db, run, terms, rows, lastLine);
      onBatch?.(lastLine);
    }
  } catch (error) {
    if (error instanceof ImportGone) return null;
    throw error;
  }
  const ended = await endImport(db, run, 'done', null);
  // until it looks by itself, the database would search as if the register were empty
  if (ended && ended.added > BATCH) await sql`analyze register_entry`.execute(db);
  return ended;
}

/** The rows of the file after a line, without its headings, in batches. */
async function* readBatches(
  storage: FileStorage,
  { storageKey, shape }: RegisterImport,
  after: number,
): AsyncGenerator<CsvRow[]> {
  const decoder = new TextDecoder(shape.encoding);
  const reader = new CsvReader(shape.separator);
  let headings = shape.headed;
  let batch: CsvRow[] = [];
  const keep = (rows: CsvRow[]) => {
    for (const row of rows) {
      if (headings) headings = false;
      else if (row.line > after) batch.push(row);
    }
  };
  for await (const chunk of await storage.read(storageKey!)) {
    keep(reader.push(decoder.decode(chunk as Uint8Array, { stream: true })));
    while (batch.length >= BATCH) {
      yield batch.slice(0, BATCH);
      batch = batch.slice(BATCH);
    }
  }
  keep(reader.push(decoder.decode()));
  keep(reader.end());
  for (let at = 0; at < batch.length; at += BATCH) yield batch.slice(at, at + BATCH);
}

interface NumberedEntry {
  line: number;
  id: string;
  entry: ReadEntry;
  lastKey: string;
  firstKey: string;
}

/** Writes one batch with its counts, and answers its last line. */
async function writeBatch(
  db: Database,
  run: RegisterImport,
  terms: RowTerms,
  rows: readonly CsvRow[],
  after: number,
): Promise<number> {
  const lastLine = rows.at(-1)!.line;
  const entries: NumberedEntry[] = [];
  const refused: RefusedRow[] = [];
  for (const row of rows) {
    const { line } = row;
    if ('fault' in row) {
      refused.push({ line, refusal: row.fault, value: cutValue(row.text) });
      continue;
    }
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const read = readRow(row.cells, terms);
    if (read.ok) entries.push(numberEntry(run.editionId, line, read.entry));
    else refused.push({ line, refusal: read.refusal, value: cutValue(read.value) });
  }
  await db.transaction().execute(async (tx) => {
    const known = await insertEntries(tx, run, entries);
    const doubles = known.filter(({ inThisFile }) => inThisFile);
    const there = known.filter(({ inThisFile }) => !inThisFile);
    const room = Math.max(0, MOST_KNOWN - run.alreadyThere);
    run.alreadyThere += there.length;
    const counts: BatchCounts = {
      lastLine,
      added: entries.length - known.length,
      refused: refused.length + doubles.length,
      alreadyThere: there.length,
    };
    if (!(await noteBatch(tx, run, after, counts))) throw new ImportGone();
    await insertRefusals(tx, run, [
      ...refused,
      ...doubles.map(
        ({ line, first }): RefusedRow => ({
          line,
          refusal: 'duplicate-in-file',
          value: String(first),
        }),
      ),
      ...there
        .slice(0, room)
        .map(({ line }): RefusedRow => ({ line, refusal: 'already-there', value: '' })),
    ]);
  });
  return lastLine;
}

/** The same person has the same id in an edition, whichever file names them: folded names, birth date, number. */
function numberEntry(editionId: string, line: number, entry: ReadEntry): NumberedEntry {
  const lastKey = nameKey(entry.lastName);
  const firstKey = nameKey(entry.firstNames);
  const said = [editionId, lastKey, firstKey, entry.birthDate ?? '', numberKey(entry.number)];
  const id = hash('sha256', said.join('\n')).slice(0, 32);
  return { line, id, entry, lastKey, firstKey };
}

/** Inserts those who are not there; answers the others, and the line that names them first in this file. */
async function insertEntries(
  tx: Tx,
  { organisationId, editionId, id: importId }: RegisterImport,
  entries: readonly NumberedEntry[],
): Promise<{ line: number; inThisFile: boolean; first: number }[]> {
  if (entries.length === 0) return [];
  const given = entries.map(({ line, id, entry, lastKey, firstKey }) => ({
    line,
    id,
    last_name: entry.lastName,
    used_name: entry.usedName,
    first_names: entry.firstNames,
    birth_date: entry.birthDate,
    address: entry.address,
    postcode: entry.postcode,
    town: entry.town,
    district: entry.district,
    number: entry.number,
    email: entry.email,
    last_key: lastKey,
    used_key: nameKey(entry.usedName),
    first_key: firstKey,
  }));
  const columns = sql`line, id, last_name, used_name, first_names, birth_date, address, postcode, town,
    district, number, email, last_key, used_key, first_key`;
  const { rows: left } = await sql<{ line: number; id: string }>`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(given)}::json) as r(line int, id uuid, last_name text,
        used_name text, first_names text, birth_date date, address text, postcode text, town text,
        district text, number text, email text, last_key text, used_key text, first_key text)
    ), added as (
      insert into register_entry (organisation_id, edition_id, import_id, ${columns})
      select ${organisationId}, ${editionId}, ${importId}, ${columns} from given
      on conflict on constraint register_entry_once do nothing
      returning line
    )
    select line, id from given where line not in (select line from added)`.execute(tx);
  if (left.length === 0) return [];
  const { rows: there } = await sql<{ id: string; import_id: string; line: number }>`
    select id, import_id, line from register_entry
    where organisation_id = ${organisationId} and edition_id = ${editionId}
      and id = any(${left.map(({ id }) => id)}::uuid[])`.execute(tx);
  const byId = new Map(there.map((row) => [row.id, row]));
  return left.map(({ line, id }) => {
    const first = byId.get(id)!;
    return { line, inThisFile: first.import_id === importId, first: first.line };
  });
}

async function insertRefusals(
  tx: Tx,
  { organisationId, id }: RegisterImport,
  refused: readonly RefusedRow[],
): Promise<void> {
  if (refused.length === 0) return;
  await sql`insert into register_refusal (organisation_id, import_id, line, refusal, value)
    select ${organisationId}, ${id}, line, refusal, value
    from json_to_recordset(${JSON.stringify(refused)}::json) as r(line int, refusal text, value text)`.execute(
    tx,
  );
}
