import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type GroupAct, tellGroup } from './founding.store.ts';
import type { Group } from './group.ts';
import type { PublicAction } from './public-action.ts';

/** Public actions of a group, the newest first. */
export async function listPublicActions(
  db: Db,
  organisationId: string,
  groupId: string,
  limit = 20,
): Promise<PublicAction[]> {
  const rows = await db
    .selectFrom('group_public_action')
    .select(['id', 'title', 'held_on', 'place', 'people'])
    .where('organisation_id', '=', organisationId)
    .where('group_id', '=', groupId)
    .orderBy('held_on', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ held_on: heldOn, ...row }) => ({ ...row, heldOn }));
}

/** Declares a public action, once. The caller has checked it. */
export async function declarePublicAction(
  db: Db,
  act: GroupAct,
  group: Pick<Group, 'id' | 'slug' | 'name'>,
  { title, heldOn, place, people }: Omit<PublicAction, 'id'>,
): Promise<{ ok: true } | { ok: false; refusal: 'declared-already' }> {
  try {
    await inTransaction(db, async (tx) => {
      await tx
        .insertInto('group_public_action')
        .values({
          organisation_id: act.organisationId,
          group_id: group.id,
          title,
          held_on: heldOn,
          place,
          people,
          declared_by: act.by,
        })
        .execute();
      await tellGroup(tx, act, 'group.action-declared', group, { title, heldOn });
    });
    return { ok: true };
  } catch (error) {
    if (violatedConstraint(error) !== 'group_public_action_once') throw error;
    return { ok: false, refusal: 'declared-already' };
  }
}

/** Takes back a declaration that was a mistake. false: it is not there. */
export async function removePublicAction(
  db: Db,
  act: GroupAct,
  group: Pick<Group, 'id' | 'slug' | 'name'>,
  id: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const removed = await tx
      .deleteFrom('group_public_action')
      .where('organisation_id', '=', act.organisationId)
      .where('group_id', '=', group.id)
      .where(sql<boolean>`id::text = ${id}`)
      .returning('title')
      .executeTakeFirst();
    if (removed) await tellGroup(tx, act, 'group.action-removed', group, { title: removed.title });
    return removed !== undefined;
  });
}
