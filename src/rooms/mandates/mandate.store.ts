import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import {
  type HeldMandate,
  type Mandate,
  type MandateState,
  type QueueFilter,
  splitWords,
} from './mandate.ts';
import { asMandate, isHeldNow, mandates } from './mandate-row.store.ts';

export async function findMandate(
  db: Db,
  organisationId: string,
  spaceId: string,
  id: string,
): Promise<Mandate | null> {
  if (!isUuid(id)) return null;
  const row = await mandates(db, organisationId)
    .where('m.space_id', '=', spaceId)
    .where('m.id', '=', id)
    .executeTakeFirst();
  return row ? asMandate(row) : null;
}

/** The same, held until the transaction ends: after the lock of its space, where who is a member changes with it. */
export async function lockMandate(
  tx: Tx,
  organisationId: string,
  spaceId: string,
  id: string,
): Promise<Mandate | null> {
  await sql`select 1 from mandate where organisation_id = ${organisationId} and space_id = ${spaceId}
    and id = ${id}::uuid for update`.execute(tx);
  return findMandate(tx, organisationId, spaceId, id);
}

/** Somebody's mandates in a network, the newest declared first, however they stand. */
export async function listMandatesOf(
  db: Db,
  organisationId: string,
  spaceId: string,
  personId: string,
): Promise<Mandate[]> {
  const rows = await mandates(db, organisationId)
    .where('m.space_id', '=', spaceId)
    .where('m.person_id', '=', personId)
    .orderBy('m.declared_at', 'desc')
    .orderBy('m.id')
    .execute();
  return rows.map(asMandate);
}

/** Verified mandates of now of some members of a network, by person: those left out hold none. */
export async function findMandates(
  db: Db,
  organisationId: string,
  spaceId: string,
  personIds: readonly string[],
): Promise<Map<string, HeldMandate[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await mandates(db, organisationId)
    .where('m.space_id', '=', spaceId)
    .where(sql<boolean>`m.person_id = any(${[...personIds]}::uuid[])`)
    .where(isHeldNow('m'))
    .orderBy('m.began_on')
    .orderBy('m.id')
    .execute();
  const held = rows.flatMap((row) => {
    const { personId, ...mandate } = asMandate(row);
    return personId === null ? [] : [{ ...mandate, personId }];
  });
  return Map.groupBy(held, ({ personId }) => personId);
}

const states: Record<MandateState, ReturnType<typeof isHeldNow>> = {
  invited: sql`m.verified_at is null and m.refused_at is null and m.withdrawn_at is null and m.person_id is null`,
  waiting: sql`m.verified_at is null and m.refused_at is null and m.withdrawn_at is null and m.person_id is not null`,
  verified: isHeldNow('m'),
  ended: sql`m.verified_at is not null and m.refused_at is null and m.withdrawn_at is null and m.ends_at <= palabre_now()`,
  refused: sql`m.refused_at is not null and m.withdrawn_at is null`,
  withdrawn: sql`m.withdrawn_at is not null`,
};

const A_PAGE = 30;

/** Mandates as the team goes through them, a page after a key: those that wait the longest first, others the newest first. */
export async function listQueue(
  db: Db,
  organisationId: string,
  spaceId: string,
  { state, level, words, after }: QueueFilter,
  limit = A_PAGE,
): Promise<{ mandates: Mandate[]; next: string | null }> {
  const isOldestFirst = state === 'waiting';
  const direction = isOldestFirst ? 'asc' : 'desc';
  let query = mandates(db, organisationId)
    .where('m.space_id', '=', spaceId)
    .orderBy('m.declared_at', direction)
    .orderBy('m.id', direction)
    .limit(limit + 1);
  if (state) query = query.where(states[state]);
  if (level) query = query.where('m.level', '=', level);
  if (words !== '')
    query = query.where(
      sql<boolean>`m.words @@ (select words_query(${splitWords(words)}::text[]))`,
    );
  if (after) {
    const key = sql`(select a.declared_at, a.id from mandate a where a.organisation_id = ${organisationId} and a.id = ${after}::uuid)`;
    query = query.where(
      isOldestFirst
        ? sql<boolean>`(m.declared_at, m.id) > ${key}`
        : sql<boolean>`(m.declared_at, m.id) < ${key}`,
    );
  }
  const rows = await query.execute();
  const shown = rows.slice(0, limit).map(asMandate);
  return { mandates: shown, next: rows.length > limit ? shown.at(-1)!.id : null };
}

/** How many wait for the team, and since when the first one does. */
export async function countWaiting(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<{ count: number; since: Date | null }> {
  const row = await db
    .selectFrom('mandate as m')
    .select((of) => [of.fn.countAll<string>().as('count'), of.fn.min('m.declared_at').as('since')])
    .where('m.organisation_id', '=', organisationId)
    .where('m.space_id', '=', spaceId)
    .where(states.waiting)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), since: row.since };
}
