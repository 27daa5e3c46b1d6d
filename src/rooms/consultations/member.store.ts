import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { lockSpace, notEnded } from './space.store.ts';
import { type SpaceAct, tellSpace } from './space-writing.store.ts';

/** Ids of members of a private space: one page after a key, and the key of the next. */
export async function listMembers(
  db: Db,
  organisationId: string,
  spaceId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ ids: string[]; next: string | null }> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from space_member
    where organisation_id = ${organisationId} and space_id = ${spaceId}::uuid
      and ${notEnded()} and (${after}::uuid is null or person_id > ${after}::uuid)
    order by person_id limit ${limit + 1}`.execute(db);
  const ids = rows.slice(0, limit).map(({ id }) => id);
  return { ids, next: rows.length > limit ? ids.at(-1)! : null };
}

/** How many members a private space has. */
export async function countMembers(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<number> {
  const row = await db
    .selectFrom('space_member')
    .select((of) => of.fn.countAll<string>().as('members'))
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .where(notEnded())
    .executeTakeFirstOrThrow();
  return Number(row.members);
}

/** Lets people in; gives how many were not members yet. The journal says how many, never who. */
export async function addMembers(
  db: Db,
  act: SpaceAct,
  spaceId: string,
  personIds: readonly string[],
): Promise<number> {
  if (personIds.length === 0) return 0;
  return inTransaction(db, async (tx) => {
    const space = (await lockSpace(tx, act.organisationId, spaceId))!;
    const added = await tx
      .insertInto('space_member')
      .values(
        personIds.map((id) => ({
          organisation_id: act.organisationId,
          space_id: spaceId,
          person_id: id,
          added_by: act.by,
        })),
      )
      // whose mandate ended is let in again, without an end
      .onConflict((on) =>
        on
          .columns(['organisation_id', 'space_id', 'person_id'])
          .doUpdateSet({ ends_at: null })
          .where(sql<boolean>`space_member.ends_at <= palabre_now()`),
      )
      .returning('person_id')
      .execute();
    if (added.length > 0)
      await tellSpace(tx, act, 'space.members-added', space, { count: added.length });
    return added.length;
  });
}

/** From the next request on the space is not there for them. */
export async function removeMember(
  db: Db,
  act: SpaceAct,
  spaceId: string,
  personId: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const space = (await lockSpace(tx, act.organisationId, spaceId))!;
    const gone = await tx
      .deleteFrom('space_member')
      .where('organisation_id', '=', act.organisationId)
      .where('space_id', '=', spaceId)
      .where(sql<boolean>`person_id::text = ${personId}`)
      .returning('person_id')
      .execute();
    if (gone.length > 0) await tellSpace(tx, act, 'space.member-removed', space);
  });
}

/** Lets somebody in until a date (UTC; null: without one), in the transaction that verified why. Asked again, the date is the new one. */
export async function admitMember(
  tx: Tx,
  act: SpaceAct,
  spaceId: string,
  { personId, endsAt }: { personId: string; endsAt: Date | null },
): Promise<void> {
  const space = (await lockSpace(tx, act.organisationId, spaceId))!;
  const { rows } = await sql<{ is_new: boolean }>`
    insert into space_member (organisation_id, space_id, person_id, added_by, ends_at)
    values (${act.organisationId}, ${spaceId}::uuid, ${personId}::uuid, ${act.by}, ${endsAt})
    on conflict (organisation_id, space_id, person_id) do update set ends_at = excluded.ends_at
    returning xmax = 0 as is_new`.execute(tx);
  if (rows[0]?.is_new) await tellSpace(tx, act, 'space.members-added', space, { count: 1 });
}
