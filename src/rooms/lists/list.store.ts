import { type Selectable, sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { MailingList, Moderation, Strangers, WrittenList } from './list.ts';

/** Who did it, in which organisation. null: the house itself. */
export interface Act {
  organisationId: string;
  by: string | null;
}

const asList = (row: Selectable<DB['mailing_list']>): MailingList => ({
  id: row.id,
  organisationId: row.organisation_id,
  componentId: row.component_id,
  localPart: row.local_part,
  prefix: row.prefix,
  strangers: row.strangers as Strangers,
  moderation: row.moderation as Moderation,
  mostBytes: row.most_bytes,
  version: row.version,
  closedAt: row.closed_at,
});

/** Of whatever organisation: mails say no more than an address. */
export async function findListOfAddress(db: Db, localPart: string): Promise<MailingList | null> {
  const row = await db
    .selectFrom('mailing_list')
    .selectAll()
    .where('local_part', '=', localPart)
    .executeTakeFirst();
  return row ? asList(row) : null;
}

export async function findListOf(
  db: Db,
  organisationId: string,
  componentId: string,
): Promise<MailingList | null> {
  const row = await db
    .selectFrom('mailing_list')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('component_id', '=', componentId)
    .executeTakeFirst();
  return row ? asList(row) : null;
}

/** `held`: nobody changes or closes it until the transaction ends. */
export async function findList(
  db: Db,
  organisationId: string,
  id: string,
  { held = false } = {},
): Promise<MailingList | null> {
  let query = db
    .selectFrom('mailing_list')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id);
  if (held) query = query.forShare();
  const row = await query.executeTakeFirst();
  return row ? asList(row) : null;
}

const columnsOf = (written: WrittenList) => ({
  local_part: written.localPart,
  prefix: written.prefix,
  strangers: written.strangers,
  moderation: written.moderation,
  most_bytes: written.mostBytes,
});

export type Saving =
  | { ok: true; list: MailingList }
  | { ok: false; refusal: 'local-taken' | 'changed-meanwhile' };

/** Makes the list of a component: one each, however often its form is sent (`mailing_list_of_component`). */
export async function makeList(
  db: Db,
  act: Act,
  component: { id: string; title: string },
  written: WrittenList,
): Promise<Saving> {
  try {
    return await inTransaction(db, async (tx) => {
      const row = await tx
        .insertInto('mailing_list')
        .values({
          organisation_id: act.organisationId,
          component_id: component.id,
          made_by: act.by,
          ...columnsOf(written),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await tell(tx, act, 'list.made', row.id, component);
      return { ok: true, list: asList(row) };
    });
  } catch (error) {
    return refuseSaving(error);
  }
}

export async function changeList(
  db: Db,
  act: Act,
  list: Pick<MailingList, 'id' | 'version'> & { title: string },
  written: WrittenList,
): Promise<Saving> {
  try {
    return await inTransaction(db, async (tx) => {
      const row = await tx
        .updateTable('mailing_list')
        .set({ ...columnsOf(written), version: list.version + 1 })
        .where('organisation_id', '=', act.organisationId)
        .where('id', '=', list.id)
        .where('version', '=', list.version)
        .returningAll()
        .executeTakeFirst();
      if (!row) return { ok: false, refusal: 'changed-meanwhile' };
      await tell(tx, act, 'list.changed', list.id, list);
      return { ok: true, list: asList(row) };
    });
  } catch (error) {
    return refuseSaving(error);
  }
}

function refuseSaving(error: unknown): Saving {
  const constraint = violatedConstraint(error);
  if (constraint === 'mailing_list_local_part') return { ok: false, refusal: 'local-taken' };
  if (constraint === 'mailing_list_of_component')
    return { ok: false, refusal: 'changed-meanwhile' };
  throw error;
}

/** Nothing comes in any more, or comes in again; the archive stays either way. */
export async function closeList(
  db: Db,
  act: Act,
  list: { id: string; title: string },
  isClosed: boolean,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('mailing_list')
      .set(
        isClosed
          ? { closed_at: sql<Date>`palabre_now()`, closed_by: act.by }
          : { closed_at: null, closed_by: null },
      )
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', list.id)
      .where('closed_at', isClosed ? 'is' : 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows > 0n)
      await tell(tx, act, isClosed ? 'list.closed' : 'list.reopened', list.id, list);
  });
}

export const tell = (
  tx: Tx,
  { organisationId, by }: Act,
  kind: `list.${string}`,
  id: string,
  { title }: { title: string },
): Promise<void> =>
  recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'list', id },
    detail: { title },
  });
