import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayInParis } from '../../platform/clock/paris.ts';
import { type Db, readNow, type Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import {
  ACCOUNT_KINDS,
  type AccountKind,
  type AccountRef,
  accountKey,
  type Entry,
  type EntryRefusal,
  HOLDERS,
  isAboveFloor,
  type ReversalRefusal,
  refuseEntries,
} from './ledger.ts';

/** Who records it, in which movement; `by` null: a process does. */
export interface LedgerAct {
  organisationId: string;
  by: string | null;
}

/**
 * Records entries, all or none, as the last thing that a transaction does. What they are refused for is found before
 * anything is written, under the lock of the ledger: a refusal leaves the caller's transaction sound.
 */
export async function recordEntries(
  db: Db,
  act: LedgerAct,
  entries: readonly Entry[],
): Promise<{ ok: true; ids: string[] } | { ok: false; refusal: EntryRefusal }> {
  // what no balance is needed for, before any account is opened for it
  const hopeless = refuseEntries(new Map(), new Set(), entries);
  if (hopeless && hopeless !== 'not-enough') return { ok: false, refusal: hopeless };
  if (entries.length === 0) return { ok: true, ids: [] };
  return inTransaction(db, async (tx) => {
    await lockLedger(tx, act.organisationId);
    const refs = entries.flatMap(({ from, to }) => [from, to]);
    const before = await listAccounts(tx, act.organisationId, refs);
    const done = await listDone(tx, act.organisationId, entries);
    const balances = new Map([...before].map(([key, { balance }]) => [key, balance]));
    const refusal = refuseEntries(balances, done, entries);
    if (refusal) return { ok: false, refusal };
    await openAccounts(tx, act.organisationId, refs);
    const accounts = await listAccounts(tx, act.organisationId, refs);
    const today = dayInParis(await readNow(tx));
    const rows = entries.map((entry) => ({
      id: randomUUID(),
      from: accounts.get(accountKey(entry.from))!.id,
      to: accounts.get(accountKey(entry.to))!.id,
      amount: entry.amount,
      kind: entry.kind,
      about_kind: entry.about?.kind ?? null,
      about_id: entry.about?.id ?? null,
      words: entry.words ?? '',
      counted_on: entry.countedOn ?? today,
      once: entry.once ?? null,
    }));
    await insertEntries(tx, act, rows);
    return { ok: true, ids: rows.map(({ id }) => id) };
  });
}

/** Takes an entry back, whole, by one that goes the other way; the first stays. Not twice, nor of a reversal. */
export async function reverseEntry(
  db: Db,
  act: LedgerAct,
  entryId: string,
  words: string,
): Promise<{ ok: true; id: string } | { ok: false; refusal: ReversalRefusal }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    await lockLedger(tx, organisationId);
    const found = await sql<Reversible>`
      select e.kind, e.amount, e.from_account, f.kind as from_kind, f.balance as from_balance,
        e.to_account, t.kind as to_kind, t.balance as to_balance, e.about_kind, e.about_id,
        exists (select from ledger_entry r where r.organisation_id = e.organisation_id and r.reverses = e.id) as reversed
      from ledger_entry e
        join ledger_account f on f.organisation_id = e.organisation_id and f.id = e.from_account
        join ledger_account t on t.organisation_id = e.organisation_id and t.id = e.to_account
      where e.organisation_id = ${organisationId} and e.id = ${entryId}::uuid`.execute(tx);
    const entry = found.rows[0];
    if (!entry) return { ok: false, refusal: 'entry-gone' };
    if (entry.kind === 'reversal') return { ok: false, refusal: 'is-a-reversal' };
    if (entry.reversed) return { ok: false, refusal: 'already-done' };
    if (
      !isAboveFloor(entry.from_kind, entry.from_balance + entry.amount) ||
      !isAboveFloor(entry.to_kind, entry.to_balance - entry.amount)
    )
      return { ok: false, refusal: 'not-enough' };
    const id = randomUUID();
    const { about_kind, about_id, amount } = entry;
    const counted_on = dayInParis(await readNow(tx));
    const sides = { from: entry.to_account, to: entry.from_account };
    await insertEntries(tx, act, [
      {
        id,
        ...sides,
        amount,
        kind: 'reversal',
        about_kind,
        about_id,
        words,
        counted_on,
        reverses: entryId,
      },
    ]);
    await recordFact(tx, {
      organisationId,
      kind: 'ledger.entry-reversed',
      actorId: act.by,
      subject: { kind: 'ledger-entry', id: entryId },
      detail: { amount, words },
    });
    return { ok: true, id };
  });
}

interface Reversible {
  kind: string;
  amount: number;
  from_account: string;
  from_kind: AccountKind;
  from_balance: number;
  to_account: string;
  to_kind: AccountKind;
  to_balance: number;
  about_kind: string | null;
  about_id: string | null;
  reversed: boolean;
}

/**
 * One writer at a time in the ledger of a movement, until its transaction ends: entries nearly all meet in the accounts of
 * the organisation anyway, and whoever writes twice in one transaction could otherwise wait for who waits for them.
 */
async function lockLedger(tx: Tx, organisationId: string): Promise<void> {
  const key = `ledger:${organisationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

const asJson = (refs: readonly AccountRef[]) =>
  JSON.stringify(
    [...new Map(refs.map((ref) => [accountKey(ref), ref])).values()].map(({ kind, holderId }) => ({
      kind,
      holder_id: holderId ?? null,
    })),
  );

const OWN = ACCOUNT_KINDS.filter((kind) => HOLDERS[kind] === null);

/** Those of the organisation and those of `refs` that are open, by their key. */
async function listAccounts(
  tx: Tx,
  organisationId: string,
  refs: readonly AccountRef[],
): Promise<Map<string, { id: string; balance: number }>> {
  const { rows } = await sql<{
    id: string;
    kind: AccountKind;
    holder_id: string | null;
    balance: number;
  }>`
    select a.id, a.kind, a.holder_id, a.balance
    from jsonb_to_recordset(${asJson(refs)}::jsonb) as r (kind text, holder_id uuid)
      join ledger_account a on a.organisation_id = ${organisationId} and a.kind = r.kind and a.holder_id = r.holder_id
    union all select id, kind, holder_id, balance from ledger_account
    where organisation_id = ${organisationId} and kind = any(${OWN}::text[])`.execute(tx);
  return new Map(
    rows.map(({ id, kind, holder_id, balance }) => [
      accountKey({ kind, ...(holder_id !== null && { holderId: holder_id }) }),
      { id, balance },
    ]),
  );
}

async function openAccounts(
  tx: Tx,
  organisationId: string,
  refs: readonly AccountRef[],
): Promise<void> {
  await sql`insert into ledger_account (organisation_id, kind, holder_id)
    select ${organisationId}::uuid, r.kind, r.holder_id
    from jsonb_to_recordset(${asJson(refs)}::jsonb) as r (kind text, holder_id uuid)
    on conflict on constraint ledger_account_once do nothing`.execute(tx);
}

async function listDone(
  tx: Tx,
  organisationId: string,
  entries: readonly Entry[],
): Promise<Set<string>> {
  const once = entries.flatMap((entry) => entry.once ?? []);
  if (once.length === 0) return new Set();
  const { rows } = await sql<{ once: string }>`select once from ledger_entry
    where organisation_id = ${organisationId} and once = any(${once}::text[])`.execute(tx);
  return new Set(rows.map((row) => row.once));
}

interface Row {
  id: string;
  from: string;
  to: string;
  amount: number;
  kind: string;
  about_kind: string | null;
  about_id: string | null;
  words: string;
  counted_on: string;
  once?: string | null;
  reverses?: string | null;
}

/** In one statement however many they are, in their order. */
async function insertEntries(tx: Tx, act: LedgerAct, rows: readonly Row[]): Promise<void> {
  await sql`insert into ledger_entry (organisation_id, id, from_account, to_account, amount, kind, about_kind, about_id,
      words, counted_on, by_person, once, reverses)
    select ${act.organisationId}::uuid, (r.one->>'id')::uuid, (r.one->>'from')::uuid, (r.one->>'to')::uuid,
      (r.one->>'amount')::bigint, r.one->>'kind', r.one->>'about_kind', (r.one->>'about_id')::uuid,
      r.one->>'words', (r.one->>'counted_on')::date, ${act.by}::uuid, r.one->>'once', (r.one->>'reverses')::uuid
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as r (one, at)
    order by r.at`.execute(tx);
}
