import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { type Delivery, MOST_BOUNCES, type Subscription } from './list.ts';

const asSubscription = (row: Selectable<DB['list_subscription']>): Subscription => ({
  id: row.id,
  personId: row.person_id,
  delivery: row.delivery as Delivery,
  showsAddress: row.shows_address,
  isTrusted: row.trusted_at !== null,
  pausedAt: row.paused_at,
});

export async function findSubscription(
  db: Db,
  organisationId: string,
  listId: string,
  personId: string,
): Promise<Subscription | null> {
  const row = await db
    .selectFrom('list_subscription')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('list_id', '=', listId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? asSubscription(row) : null;
}

/** By its own id, as a link of a letter says it; with its list. */
export async function findSubscriptionById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<(Subscription & { listId: string }) | null> {
  const row = await db
    .selectFrom('list_subscription')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { ...asSubscription(row), listId: row.list_id } : null;
}

/** They asked for it, or chose otherwise: once each, however often the form is sent (`list_subscription_once`). */
export async function subscribe(
  db: Db,
  organisationId: string,
  listId: string,
  personId: string,
  chosen: { delivery: Delivery; showsAddress: boolean },
): Promise<void> {
  const choice = { delivery: chosen.delivery, shows_address: chosen.showsAddress };
  await db
    .insertInto('list_subscription')
    .values({
      organisation_id: organisationId,
      list_id: listId,
      person_id: personId,
      ...choice,
    })
    .onConflict((on) => on.constraint('list_subscription_once').doUpdateSet(choice))
    .execute();
}

export async function unsubscribe(
  db: Db,
  organisationId: string,
  subscriptionId: string,
): Promise<void> {
  await db
    .deleteFrom('list_subscription')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', subscriptionId)
    .execute();
}

/** Their mailbox works again, they say: what came back before counts no more. */
export async function resume(db: Db, organisationId: string, id: string): Promise<void> {
  await db
    .updateTable('list_subscription')
    .set({ paused_at: null, resumed_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where('paused_at', 'is not', null)
    .execute();
}

/** Somebody of the team has read a message of theirs. */
export async function trust(
  tx: Tx,
  organisationId: string,
  listId: string,
  personId: string,
): Promise<void> {
  await tx
    .updateTable('list_subscription')
    .set({ trusted_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('list_id', '=', listId)
    .where('person_id', '=', personId)
    .where('trusted_at', 'is', null)
    .execute();
}

/** How many read it, by how they do. */
export async function countSubscribers(
  db: Db,
  organisationId: string,
  listId: string,
): Promise<Record<Delivery | 'paused', number>> {
  const { rows } = await sql<Record<Delivery | 'paused', number>>`
    select (count(*) filter (where paused_at is null and delivery = 'each'))::int as "each",
      (count(*) filter (where paused_at is null and delivery = 'digest'))::int as "digest",
      (count(*) filter (where paused_at is null and delivery = 'archive'))::int as "archive",
      (count(*) filter (where paused_at is not null))::int as "paused"
    from list_subscription where organisation_id = ${organisationId} and list_id = ${listId}`.execute(
    db,
  );
  return rows[0]!;
}

/**
 * A letter came back for good: counted once, however often it is told. Gives whose subscription was paused by it; null: nobody's.
 */
export async function recordBounce(
  tx: Tx,
  letterId: string,
): Promise<{
  organisationId: string;
  personId: string;
  listId: string;
  subscriptionId: string;
} | null> {
  const { rows } = await sql<{ organisationId: string; subscriptionId: string }>`
    update list_letter set bounced_at = palabre_now() where id = ${letterId}::uuid and bounced_at is null
    returning organisation_id as "organisationId", subscription_id as "subscriptionId"`.execute(tx);
  const [letter] = rows;
  if (!letter) return null;
  // two that come back at once count one after the other
  const subscription = await tx
    .selectFrom('list_subscription')
    .selectAll()
    .where('organisation_id', '=', letter.organisationId)
    .where('id', '=', letter.subscriptionId)
    .forUpdate()
    .executeTakeFirst();
  if (!subscription || subscription.paused_at) return null;
  const { rows: counted } = await sql<{ bounces: number }>`
    select count(*)::int as bounces from list_letter
    where organisation_id = ${letter.organisationId} and subscription_id = ${letter.subscriptionId}
      and bounced_at > greatest(palabre_now() - interval '30 days', ${subscription.resumed_at})`.execute(
    tx,
  );
  if (counted[0]!.bounces < MOST_BOUNCES) return null;
  await tx
    .updateTable('list_subscription')
    .set({ paused_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', letter.organisationId)
    .where('id', '=', letter.subscriptionId)
    .execute();
  return { ...letter, personId: subscription.person_id, listId: subscription.list_id };
}

/** Those of some people who let others read where they are written to. */
export async function listShownAddresses(
  db: Db,
  organisationId: string,
  listId: string,
  personIds: readonly string[],
): Promise<string[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select person_id as id from list_subscription
    where organisation_id = ${organisationId} and list_id = ${listId} and shows_address
      and person_id = any(${[...personIds]}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
}
