import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { type Database, readNow } from '../../../platform/database/database.ts';
import { CsvReader, type CsvRow } from './csv-reader.ts';
import {
  insertEntries,
  insertRefusals,
  type NumberedEntry,
  numberEntry,
} from './entry-writing.store.ts';
import type { ImportRun, RegisterImport } from './import.store.ts';
import { type BatchCounts, endImport, noteBatch, takeUpImport } from './import-run.store.ts';
import { cutValue, type RefusedRow } from './register.ts';
import { type RowTerms, readRow } from './row.ts';

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
