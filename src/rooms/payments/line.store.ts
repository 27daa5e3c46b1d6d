import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Awaited, Movement } from './matching.ts';
import type { PayingAct } from './payer-account.store.ts';

/** A movement as it is kept, with what became of it. */
export interface StatementLine extends Movement {
  statementId: string;
  paymentId: string | null;
  /** What it was put aside for; '' : it was not. */
  aside: string;
}

const lines = (db: Db, organisationId: string) =>
  db
    .selectFrom('bank_statement_line')
    .select(['id', 'statement_id', 'booked_on', 'amount', 'end_to_end_id', 'words'])
    .select(['returned', 'payment_id', 'aside', 'position'])
    .where('organisation_id', '=', organisationId);

type LineRow = globalThis.Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>;

const asLine = (row: LineRow): StatementLine => ({
  id: row.id,
  statementId: row.statement_id,
  day: row.booked_on,
  amount: row.amount,
  endToEndId: row.end_to_end_id,
  words: row.words,
  returned: row.returned,
  paymentId: row.payment_id,
  aside: row.aside,
});

/** Movements that nobody has told apart yet, the oldest first. */
export async function listOpenLines(
  db: Db,
  organisationId: string,
  limit: number,
): Promise<StatementLine[]> {
  const rows = await lines(db, organisationId)
    .where('payment_id', 'is', null)
    .where('aside', '=', '')
    .orderBy('booked_on')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(asLine);
}

export async function countOpenLines(db: Db, organisationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('bank_statement_line')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('payment_id', 'is', null)
    .where('aside', '=', '')
    .executeTakeFirstOrThrow();
  return count;
}

/** Of one statement, in its order. */
export async function listLines(
  db: Db,
  organisationId: string,
  statementId: string,
  limit: number,
): Promise<StatementLine[]> {
  const rows = await lines(db, organisationId)
    .where('statement_id', '=', statementId)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(asLine);
}

/** `id`: a uuid. */
export async function findLine(
  db: Db,
  organisationId: string,
  id: string,
): Promise<StatementLine | null> {
  const row = await lines(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asLine(row) : null;
}

/** Payments that a movement may be about: those that the bank has said nothing of, and those that it may send back. */
export async function listAwaited(db: Db, organisationId: string): Promise<Awaited[]> {
  const rows = await db
    .selectFrom('payment')
    .select(['id', 'end_to_end_id', 'amount', 'label', 'state'])
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', ['sent', 'paid'])
    .where(sql<boolean>`(state = 'sent' or settled_at > palabre_now() - interval '13 months')`)
    .orderBy('end_to_end_id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    endToEndId: row.end_to_end_id,
    amount: row.amount,
    label: row.label,
    state: row.state as Awaited['state'],
  }));
}

/** Tells a movement apart that nobody has yet; false: somebody did meanwhile. */
export async function markLine(
  tx: Tx,
  { organisationId, by }: PayingAct,
  lineId: string,
  what: { paymentId: string } | { aside: string },
): Promise<boolean> {
  const marked = await tx
    .updateTable('bank_statement_line')
    .set('paymentId' in what ? { payment_id: what.paymentId } : { aside: what.aside })
    .set({ matched_by: by, matched_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', lineId)
    .where('payment_id', 'is', null)
    .where('aside', '=', '')
    .executeTakeFirst();
  return Number(marked.numUpdatedRows) === 1;
}
