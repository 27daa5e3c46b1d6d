import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Keys } from '../../../platform/keys/keys.ts';
import { writeMark } from '../mark.crypto.ts';
import type { WrittenMark } from '../mark.ts';
import { listPeopleWithoutCode } from '../register/postal.store.ts';
import { holdRegister } from '../register/register.store.ts';
import { asBatch, factOf } from './batch.store.ts';
import type { CodeBatch } from './batch.ts';
import { drawCode, hashCode } from './codes.crypto.ts';

/** Codes written at once. */
const CHUNK = 2000;

type BatchKey = Pick<CodeBatch, 'organisationId' | 'id'>;

/** Makes all codes of a batch, or none; nothing to do when they are made, or the batch was revoked meanwhile. */
export async function makeCodes(
  db: Db,
  keys: Keys,
  { organisationId, id }: BatchKey,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await tx
      .selectFrom('code_batch')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('made_at', 'is', null)
      .where('revoked_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return;
    const batch = asBatch(row);
    // two batches at once would write twice to the same person
    await holdRegister(tx, batch);
    const people: (string | null)[] =
      batch.kind === 'named'
        ? await listPeopleWithoutCode(tx, batch)
        : Array.from({ length: batch.asked! }, () => null);
    const made = await writeCodes(tx, keys, batch, people);
    await tx
      .updateTable('code_batch')
      .set({ made, made_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await recordFact(tx, factOf('code-batch.made', { ...batch, made }, row.asked_by));
  });
}

/** One code each. A code that the edition has already is left out: its number has no letter. */
async function writeCodes(
  tx: Tx,
  keys: Keys,
  batch: CodeBatch,
  people: readonly (string | null)[],
): Promise<number> {
  const [batchKey, rollKey] = [keys.makeCodesKey(batch.id), keys.rollKey()];
  const waiting = [...people];
  let number = 0;
  for (let at = 0; at < waiting.length; at += CHUNK) {
    const chunk = waiting.slice(at, at + CHUNK);
    const numbers = chunk.map((_, place) => number + place + 1);
    number += chunk.length;
    const hashes = numbers.map((one) =>
      hashCode(rollKey, batch.editionId, drawCode(batchKey, one)),
    );
    const { rows } = await sql<{ number: number }>`
      insert into voting_code (organisation_id, batch_id, edition_id, number, code_hash, entry_id)
      select ${batch.organisationId}, ${batch.id}, ${batch.editionId}, n, h, e
      from unnest(${numbers}::int[], ${hashes}::text[], ${chunk}::uuid[]) as t (n, h, e)
      on conflict on constraint voting_code_once do nothing
      returning number`.execute(tx);
    if (rows.length === chunk.length) continue;
    const written = new Set(rows.map((row) => row.number));
    waiting.push(...chunk.filter((_, place) => !written.has(numbers[place]!)));
  }
  return people.length;
}

export interface NumberedCode {
  /** Of the letter. */
  number: number;
  code: string;
  entryId: string | null;
}

/** The codes of some letters, in order, from their number on; null: the key is gone, and they with it. */
export async function listCodes(
  db: Db,
  keys: Keys,
  batch: CodeBatch,
  { from, most }: { from: number; most: number },
): Promise<NumberedCode[] | null> {
  const batchKey =
    batch.sentAt === null && batch.revokedAt === null ? keys.readCodesKey(batch.id) : null;
  if (!batchKey) return null;
  const rows = await db
    .selectFrom('voting_code')
    .select(['number', 'entry_id'])
    .where('organisation_id', '=', batch.organisationId)
    .where('batch_id', '=', batch.id)
    .where('number', '>=', from)
    .orderBy('number')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    code: drawCode(batchKey, row.number),
    entryId: row.entry_id,
  }));
}

/** A code of an edition that counts; null: unknown, of another edition, or of a revoked batch. */
export async function findCode(
  db: Db,
  keys: Keys,
  { organisationId, editionId }: { organisationId: string; editionId: string },
  code: string,
): Promise<{ id: string; entryId: string | null } | null> {
  const row = await db
    .selectFrom('voting_code as c')
    .innerJoin('code_batch as b', (join) =>
      join.onRef('b.organisation_id', '=', 'c.organisation_id').onRef('b.id', '=', 'c.batch_id'),
    )
    .select(['c.id', 'c.entry_id'])
    .where('c.organisation_id', '=', organisationId)
    .where('c.edition_id', '=', editionId)
    .where('c.code_hash', '=', hashCode(keys.rollKey(), editionId, code))
    .where('b.revoked_at', 'is', null)
    .executeTakeFirst();
  return row ? { id: row.id, entryId: row.entry_id } : null;
}

/**
 * What the codes of a batch look like on the roll of a poll, in no order: to count how many were used (a
 * number below ten is not to be told), or to find the votes of a stolen batch.
 */
export async function listCodeMarks(
  db: Db,
  keys: Keys,
  { organisationId, pollId, batchId }: { organisationId: string; pollId: string; batchId: string },
): Promise<WrittenMark[]> {
  const rows = await db
    .selectFrom('voting_code')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('batch_id', '=', batchId)
    .orderBy('id')
    .execute();
  const rollKey = keys.rollKey();
  return rows.map(({ id }) => writeMark(rollKey, pollId, { kind: 'code', value: id }));
}
