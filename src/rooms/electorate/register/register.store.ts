import { sql } from 'kysely';
import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act, Edition } from '../../spaces/index.ts';
import { type ErasingRefusal, refuseErasing } from './keeping.ts';
import { forgetPeopleOfCodes } from './postal.store.ts';

export interface RegisterOf {
  organisationId: string;
  editionId: string;
}

export interface RegisterStanding {
  entries: number;
  /** The close of the poll that asks it; null: none known. */
  inUseUntil: Date | null;
  /** Emptied by itself from then on; null: not known yet. */
  keptUntil: Date | null;
  emptiedAt: Date | null;
}

/**
 * How many there are is what imports added since the register was last emptied: two million are not counted
 * at each look. None can run while it is emptied.
 */
export async function findStanding(db: Db, of: RegisterOf): Promise<RegisterStanding> {
  const { rows } = await sql<RegisterStanding>`
    select (select coalesce(sum(i.added), 0)::int from register_import i
        where i.organisation_id = ${of.organisationId} and i.edition_id = ${of.editionId}
          and (i.ended_at is null or r.emptied_at is null or i.ended_at > r.emptied_at)) as entries,
      r.in_use_until as "inUseUntil", r.kept_until as "keptUntil", r.emptied_at as "emptiedAt"
    from (select 1) one left join register r
      on r.organisation_id = ${of.organisationId} and r.edition_id = ${of.editionId}`.execute(db);
  return rows[0]!;
}

/** The line of a register, made where there is none, held until the transaction ends: imports and erasing take turns. */
export async function holdRegister(tx: Tx, of: RegisterOf): Promise<{ inUseUntil: Date | null }> {
  await tx
    .insertInto('register')
    .values({ organisation_id: of.organisationId, edition_id: of.editionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom('register')
    .select('in_use_until')
    .where('organisation_id', '=', of.organisationId)
    .where('edition_id', '=', of.editionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { inUseUntil: row.in_use_until };
}

/** Months after the close of the poll: the time in which a result can be contested. */
const CONTEST_MONTHS = 3;

/**
 * To be called by whoever opens, extends or closes a poll that asks the register: nobody erases it before
 * the close, and it empties itself once the result cannot be contested any more.
 */
export async function keepRegisterUntil(db: Db, of: RegisterOf, closesAt: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    await holdRegister(tx, of);
    const kept = await tx
      .updateTable('register')
      .set({
        in_use_until: closesAt,
        kept_until: sql<Date>`${closesAt}::timestamptz + make_interval(months => ${CONTEST_MONTHS}::int)`,
      })
      .where('organisation_id', '=', of.organisationId)
      .where('edition_id', '=', of.editionId)
      .returning('kept_until')
      .executeTakeFirstOrThrow();
    await queueEmptying(tx, of, kept.kept_until!);
  });
}

function queueEmptying(db: Db, { organisationId, editionId }: RegisterOf, runAt: Date) {
  return queueJob(
    db,
    'empty-register',
    { organisationId, editionId },
    { key: `empty-register:${organisationId}:${editionId}`, runAt },
  );
}

/** Empties a register whose time is over; before, asks again for later. */
export async function emptyDueRegister(db: Db, of: RegisterOf): Promise<void> {
  await inTransaction(db, async (tx) => {
    await holdRegister(tx, of);
    const { keptUntil, entries } = await findStanding(tx, of);
    if (keptUntil === null) return;
    if ((await readNow(tx)) < keptUntil || (await isImporting(tx, of))) {
      const later = new Date(Math.max(keptUntil.getTime(), Date.now() + 3_600_000));
      await queueEmptying(tx, of, later);
      return;
    }
    await empty(tx, of, { by: null, entries, reason: 'time-over' });
    await forgetPeopleOfCodes(tx, of);
  });
}

/** Empties a register because an officer asks so. */
export async function eraseRegister(
  db: Db,
  { organisationId, by }: Act,
  edition: Edition,
): Promise<{ ok: true } | { ok: false; refusal: ErasingRefusal }> {
  const of = { organisationId, editionId: edition.id };
  return inTransaction(db, async (tx) => {
    const { inUseUntil } = await holdRegister(tx, of);
    const { entries } = await findStanding(tx, of);
    const importing = await isImporting(tx, of);
    const refusal = refuseErasing({ edition, entries, importing, inUseUntil }, await readNow(tx));
    if (refusal) return { ok: false, refusal };
    await empty(tx, of, { by, entries, reason: 'asked' });
    // before the vote the list may come back, and its people must still be those of their letters
    if (inUseUntil !== null) await forgetPeopleOfCodes(tx, of);
    return { ok: true };
  });
}

async function isImporting(tx: Tx, of: RegisterOf): Promise<boolean> {
  const row = await tx
    .selectFrom('register_import')
    .select('id')
    .where('organisation_id', '=', of.organisationId)
    .where('edition_id', '=', of.editionId)
    .where('stage', 'in', ['waiting', 'importing'])
    .executeTakeFirst();
  return row !== undefined;
}

async function empty(
  tx: Tx,
  of: RegisterOf,
  { by, entries, reason }: { by: string | null; entries: number; reason: 'asked' | 'time-over' },
): Promise<void> {
  const { organisationId, editionId } = of;
  // a refused line may hold a name too
  await sql`delete from register_refusal r using register_import i
    where i.organisation_id = ${organisationId} and i.edition_id = ${editionId}
      and r.organisation_id = i.organisation_id and r.import_id = i.id`.execute(tx);
  await tx
    .deleteFrom('register_entry')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute();
  await tx
    .updateTable('register')
    .set((eb) => ({ emptied_at: eb.fn<Date>('palabre_now') }))
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute();
  if (entries === 0) return;
  await recordFact(tx, {
    organisationId,
    kind: 'register.erased',
    actorId: by,
    subject: { kind: 'edition', id: editionId },
    detail: { editionId, entries, reason },
  });
}
