import { sql } from 'kysely';
import type { Statement } from '../../platform/bank/statement.ts';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { listAwaited, listOpenLines } from './line.store.ts';
import {
  findFresh,
  isOfAccount,
  matchExactly,
  type ReturnCode,
  readReturnCode,
} from './matching.ts';
import type { PayingAct } from './payer-account.store.ts';
import { rejectPayment, settlePayment } from './settling.store.ts';

export interface KeptStatement {
  id: string;
  format: 'camt.053' | 'csv';
  fileName: string;
  accountLast4: string;
  firstDay: string | null;
  lastDay: string | null;
  opening: number | null;
  closing: number | null;
  lines: number;
  importedAt: Date;
}

interface StatementFile {
  format: 'camt.053' | 'csv';
  name: string;
  sha256: string;
  /** Each with the last signs of its account: one of those that pay. */
  statements: readonly (Statement & { accountLast4: string })[];
}

type Imported = { ok: true; fresh: number; known: number } | { ok: false; refusal: 'same-file' };

const LINES_AT_ONCE = 1000;
const MOST_OPEN = 50_000;

/** Keeps what a file tells that is not kept yet: the same file never twice, the same movement once. */
export async function importStatements(
  db: Db,
  act: PayingAct,
  file: StatementFile,
): Promise<Imported> {
  const { organisationId } = act;
  try {
    return await inTransaction(db, async (tx): Promise<Imported> => {
      // two files that overlap come in one after the other
      const key = `bank-statement:${organisationId}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
      let [fresh, known] = [0, 0];
      for (const [index, statement] of joinAccounts(file.statements).entries()) {
        const sha256 = index === 0 ? file.sha256 : `${file.sha256}-${index + 1}`;
        const added = await keepStatement(tx, act, { ...file, sha256 }, statement);
        fresh += added;
        known += statement.movements.length - added;
      }
      await recordFact(tx, {
        organisationId,
        kind: 'statement.imported',
        actorId: act.by,
        subject: { kind: 'organisation', id: organisationId },
        detail: { format: file.format, sha256: file.sha256, fresh, known },
      });
      return { ok: true, fresh, known };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'bank_statement_once') throw error;
    return { ok: false, refusal: 'same-file' };
  }
}

/** Several days of one account in a file are one statement: each its own movements, in order. */
function joinAccounts(statements: StatementFile['statements']): StatementFile['statements'] {
  const joined = new Map<string, StatementFile['statements'][number]>();
  for (const one of statements) {
    const before = joined.get(one.accountLast4);
    const days = [before?.firstDay, before?.lastDay, one.firstDay, one.lastDay]
      .filter((day) => typeof day === 'string')
      .sort();
    joined.set(one.accountLast4, {
      ...one,
      firstDay: days[0] ?? null,
      lastDay: days.at(-1) ?? null,
      opening: before ? before.opening : one.opening,
      movements: [...(before?.movements ?? []), ...one.movements],
    });
  }
  return [...joined.values()];
}

async function keepStatement(
  tx: Tx,
  { organisationId, by }: PayingAct,
  { format, name, sha256 }: Omit<StatementFile, 'statements'>,
  statement: StatementFile['statements'][number],
): Promise<number> {
  const { accountLast4 } = statement;
  // references are a bank's own for one account
  const movements = statement.movements.map((one) => ({
    ...one,
    bankReference: one.bankReference && `${accountLast4} ${one.bankReference}`,
  }));
  const fresh = findFresh(movements, await listKept(tx, organisationId, statement));
  const { id: statementId } = await tx
    .insertInto('bank_statement')
    .values({
      organisation_id: organisationId,
      format,
      file_name: name.slice(0, 200),
      sha256,
      account_last4: accountLast4,
      first_day: statement.firstDay,
      last_day: statement.lastDay,
      opening: statement.opening,
      closing: statement.closing,
      lines: fresh.length,
      imported_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let at = 0; at < fresh.length; at += LINES_AT_ONCE)
    await tx
      .insertInto('bank_statement_line')
      .values(
        fresh.slice(at, at + LINES_AT_ONCE).map((one, index) => ({
          organisation_id: organisationId,
          statement_id: statementId,
          position: at + index + 1,
          booked_on: one.day,
          amount: one.amount,
          bank_reference: one.bankReference,
          end_to_end_id: one.endToEndId,
          words: one.words,
          returned: one.returned,
        })),
      )
      .execute();
  return fresh.length;
}

async function listKept(
  tx: Tx,
  organisationId: string,
  { accountLast4, movements }: StatementFile['statements'][number],
) {
  const days = movements.map(({ day }) => day).sort();
  const rows = await tx
    .selectFrom('bank_statement_line as l')
    .innerJoin('bank_statement as s', (join) =>
      join
        .onRef('s.organisation_id', '=', 'l.organisation_id')
        .onRef('s.id', '=', 'l.statement_id'),
    )
    .select(['l.booked_on', 'l.amount', 'l.bank_reference', 'l.end_to_end_id', 'l.words'])
    .where('l.organisation_id', '=', organisationId)
    .where('s.account_last4', '=', accountLast4)
    .where('l.booked_on', '>=', days[0] ?? '1900-01-01')
    .where('l.booked_on', '<=', days.at(-1) ?? '1900-01-01')
    .execute();
  return rows.map((row) => ({
    day: row.booked_on,
    amount: row.amount,
    bankReference: row.bank_reference,
    endToEndId: row.end_to_end_id,
    words: row.words,
  }));
}

/**
 * Settles whatever the bank names by our own id and the very amount, each in a transaction of its own: what stopped half-way
 * goes on the next time. `because` says the reason of a return to its group.
 */
export async function matchLines(
  db: Db,
  act: PayingAct,
  because: (code: ReturnCode | null) => string,
): Promise<number> {
  const [open, awaited] = await Promise.all([
    listOpenLines(db, act.organisationId, MOST_OPEN),
    listAwaited(db, act.organisationId),
  ]);
  const byId = new Map(open.map((line) => [line.id, line]));
  let settled = 0;
  for (const { lineId, paymentId, kind } of matchExactly(open, awaited)) {
    const line = byId.get(lineId)!;
    const told = { day: line.day, lineId };
    const done =
      kind === 'paid'
        ? await settlePayment(db, act, paymentId, told)
        : await rejectPayment(db, act, paymentId, {
            ...told,
            reason: because(readReturnCode(line.words)),
            asksBank: isOfAccount(readReturnCode(line.words)),
          });
    if (done.ok) settled += 1;
  }
  return settled;
}

const statements = (db: Db, organisationId: string) =>
  db
    .selectFrom('bank_statement')
    .select(['id', 'format', 'file_name', 'account_last4', 'first_day', 'last_day'])
    .select(['opening', 'closing', 'lines', 'imported_at'])
    .where('organisation_id', '=', organisationId);

type StatementRow = Awaited<ReturnType<ReturnType<typeof statements>['executeTakeFirstOrThrow']>>;

const asStatement = (row: StatementRow): KeptStatement => ({
  id: row.id,
  format: row.format as KeptStatement['format'],
  fileName: row.file_name,
  accountLast4: row.account_last4,
  firstDay: row.first_day,
  lastDay: row.last_day,
  opening: row.opening,
  closing: row.closing,
  lines: row.lines,
  importedAt: row.imported_at,
});

/** The newest first. */
export async function listStatements(db: Db, organisationId: string): Promise<KeptStatement[]> {
  const rows = await statements(db, organisationId)
    .orderBy('imported_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(asStatement);
}

/** `id`: a uuid. */
export async function findStatement(
  db: Db,
  organisationId: string,
  id: string,
): Promise<KeptStatement | null> {
  const row = await statements(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asStatement(row) : null;
}
