import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Table } from '../../ideas/index.ts';
import { destinationKey, type Holder } from './destination.ts';
import {
  type DonationAct,
  insertDonations,
  listKnown,
  readBounds,
  refuseKnown,
} from './donation.store.ts';
import {
  type Columns,
  type DestinationTotal,
  type ExaminedFile,
  findColumns,
  type ImportRefusal,
  type LineFault,
  type ReadLine,
  refuseImport,
} from './donation-file.ts';
import { listAskedNames, readLines } from './donation-lines.store.ts';

/** A file as it was sent. */
export interface SentFile {
  fileName: string;
  /** Of its bytes. */
  sha256: string;
  table: Pick<Table, 'columns' | 'rows'>;
}

/** Asks every room for what is called so (`visit.findHolders`). */
export type FindHolders = (called: readonly string[]) => Promise<readonly Holder[]>;

/** What importing it would do, as things stand now. Its columns are known to be there. */
export async function examineFile(
  db: Db,
  organisationId: string,
  findHolders: FindHolders,
  { sha256, table }: SentFile,
): Promise<ExaminedFile> {
  const columns = columnsOf(table);
  const [bounds, now, holders, imported] = await Promise.all([
    readBounds(db, organisationId),
    readNow(db),
    findHolders(listAskedNames(table.rows, columns)),
    findImport(db, organisationId, sha256),
  ]);
  const read = readLines(table.rows, columns, { bounds, today: dayInParis(now), holders });
  const known = new Set(await listKnown(db, organisationId, read.lines));
  const faults: LineFault[] = read.lines.flatMap(({ row, reference }, at) =>
    known.has(at)
      ? [{ row, field: 'reference', value: reference, refusal: 'reference-known' }]
      : [],
  );
  const lines = read.lines.filter((_, at) => !known.has(at));
  return {
    lines,
    faults: [...read.faults, ...faults].sort((one, other) => one.row - other.row),
    faulty: read.faulty + faults.length,
    totals: totalByDestination(lines),
    amount: lines.reduce((sum, { amount }) => sum + amount, 0),
    importedAt: imported,
  };
}

function columnsOf(table: SentFile['table']): Columns {
  const found = findColumns(table.columns);
  if (!found.ok) throw new Error(`A file without ${found.missing.join(', ')} was let in`);
  return found.columns;
}

function totalByDestination(lines: readonly ReadLine[]): DestinationTotal[] {
  const totals = new Map<string, DestinationTotal>();
  for (const { destination, amount } of lines) {
    const key = destinationKey(destination);
    const before = totals.get(key) ?? { destination, count: 0, amount: 0 };
    totals.set(key, { destination, count: before.count + 1, amount: before.amount + amount });
  }
  return [...totals.values()].sort((one, other) => other.amount - one.amount);
}

async function findImport(db: Db, organisationId: string, sha256: string): Promise<Date | null> {
  const row = await db
    .selectFrom('donation_import')
    .select('imported_at')
    .where('organisation_id', '=', organisationId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.imported_at ?? null;
}

export type Imported =
  | { ok: true; id: string; lines: number; amount: number }
  | { ok: false; refusal: ImportRefusal | 'reference-known' };

/** Imports a file whole, or nothing of it, in one transaction. */
export async function importDonations(
  db: Db,
  act: DonationAct,
  findHolders: FindHolders,
  file: SentFile,
): Promise<Imported> {
  // read before the transaction: what changes meanwhile, the constraints hold
  const examined = await examineFile(db, act.organisationId, findHolders, file);
  return refuseKnown(() => inTransaction(db, (tx) => importWithin(tx, act, file, examined)));
}

/**
 * The same in the caller's transaction, for `refuseKnown` around it. Two who import the same file at the same instant wait
 * for each other at `donation_import_once`: one of them imports.
 */
export async function importWithin(
  tx: Tx,
  act: DonationAct,
  file: Pick<SentFile, 'fileName' | 'sha256'>,
  examined: ExaminedFile,
): Promise<Imported> {
  const { organisationId } = act;
  const refusal = refuseImport(examined);
  if (refusal) return { ok: false, refusal };
  const { lines, amount } = examined;
  const id = randomUUID();
  const mine = await sql`
    insert into donation_import (organisation_id, id, file_name, sha256, lines, amount, imported_by)
    values (${organisationId}, ${id}, ${file.fileName.slice(0, 200)}, ${file.sha256}, ${lines.length},
      ${amount}, ${act.by})
    on conflict on constraint donation_import_once do nothing returning id`.execute(tx);
  if (mine.rows.length === 0) return { ok: false, refusal: 'already-imported' };
  await insertDonations(tx, act, lines, id);
  await recordFact(tx, {
    organisationId,
    kind: 'donations.imported',
    actorId: act.by,
    subject: { kind: 'donation-import', id },
    detail: { title: file.fileName, count: lines.length, amount },
  });
  return { ok: true, id, lines: lines.length, amount };
}
