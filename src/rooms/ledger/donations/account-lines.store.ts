import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { AccountKind, AccountRef } from '../ledger.ts';
import { type AccountLine, LINES_A_PAGE } from './solidarity.ts';

/** Entries of some accounts of one holder, or of the organisation, the newest first; between two of them: once. */
export async function listAccountLines(
  db: Db,
  organisationId: string,
  of: Accounts,
  after: number | null,
): Promise<{ lines: AccountLine[]; next: number | null }> {
  const { rows } = await linesOf(organisationId, of, after).execute(db);
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

interface Accounts {
  kinds: readonly AccountRef['kind'][];
  holderId?: string | null;
}

type Line = AccountLine & {
  other_kind: AccountKind;
  other_holder: string | null;
  counted_on: string;
};

/** The last ones that went out and that came in, each out of the index of its own. */
export function linesOf(
  organisationId: string,
  { kinds, holderId = null }: Accounts,
  after: number | null,
): RawBuilder<Line> {
  const side = (own: string, other: string, sign: 1 | -1) => sql`select one.* from own, lateral (
      select id, sequence, kind, ${sql.lit(sign)} * amount as amount, ${sql.ref(other)} as other, words, counted_on
      from ledger_entry where organisation_id = ${organisationId} and ${sql.ref(own)} = own.id
        ${after === null ? sql`` : sql`and sequence < ${after}`}
        ${sign === 1 ? sql`and from_account <> all(array(select id from own))` : sql``}
      order by sequence desc limit ${LINES_A_PAGE + 1}) one`;
  return sql`
    with own as (select id from ledger_account where organisation_id = ${organisationId}
      and kind = any(${[...kinds]}::text[]) and ${isHeldBy(holderId)}),
    legs as (${side('from_account', 'to_account', -1)} union all ${side('to_account', 'from_account', 1)})
    select l.id, l.sequence, l.kind, l.amount, l.words, l.counted_on, a.kind as other_kind, a.holder_id as other_holder
    from legs l join ledger_account a on a.organisation_id = ${organisationId} and a.id = l.other
    order by l.sequence desc limit ${LINES_A_PAGE + 1}`;
}

/** The account of this holder, or of the organisation itself, as its index finds it. */
export const isHeldBy = (holderId: string | null): RawBuilder<unknown> =>
  holderId === null ? sql`holder_id is null` : sql`holder_id = ${holderId}::uuid`;
