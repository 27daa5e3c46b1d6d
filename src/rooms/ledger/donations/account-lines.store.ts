import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { AccountKind, AccountRef } from '../ledger.ts';
import { type AccountLine, LINES_A_PAGE } from './solidarity.ts';

/** Entries of some accounts of one holder, or of the organisation, the newest first; between two of them: once. */
export async function listAccountLines(
  db: Db,
  organisationId: string,
  { kinds, holderId = null }: { kinds: readonly AccountRef['kind'][]; holderId?: string | null },
  after: number | null,
): Promise<{ lines: AccountLine[]; next: number | null }> {
  const { rows } = await sql<
    AccountLine & { other_kind: AccountKind; other_holder: string | null; counted_on: string }
  >`
    with own as (select id from ledger_account where organisation_id = ${organisationId}
      and kind = any(${[...kinds]}::text[]) and holder_id is not distinct from ${holderId}::uuid),
    legs as (
      (select e.id, e.sequence, e.kind, -e.amount as amount, e.to_account as other, e.words, e.counted_on
        from own join ledger_entry e on e.organisation_id = ${organisationId} and e.from_account = own.id
        where (${after}::bigint is null or e.sequence < ${after}::bigint)
        order by e.sequence desc limit ${LINES_A_PAGE + 1})
      union all
      (select e.id, e.sequence, e.kind, e.amount, e.from_account, e.words, e.counted_on
        from own join ledger_entry e on e.organisation_id = ${organisationId} and e.to_account = own.id
        where (${after}::bigint is null or e.sequence < ${after}::bigint)
          and not exists (select from own o where o.id = e.from_account)
        order by e.sequence desc limit ${LINES_A_PAGE + 1}))
    select l.id, l.sequence, l.kind, l.amount, l.words, l.counted_on, a.kind as other_kind, a.holder_id as other_holder
    from legs l join ledger_account a on a.organisation_id = ${organisationId} and a.id = l.other
    order by l.sequence desc limit ${LINES_A_PAGE + 1}`.execute(db);
  const lines = rows.slice(0, LINES_A_PAGE).map(
    (row): AccountLine => ({
      id: row.id,
      sequence: row.sequence,
      kind: row.kind,
      amount: row.amount,
      other: { kind: row.other_kind, holderId: row.other_holder },
      words: row.words,
      countedOn: row.counted_on,
    }),
  );
  return { lines, next: rows.length > LINES_A_PAGE ? lines.at(-1)!.sequence : null };
}
