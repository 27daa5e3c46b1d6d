import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type GroupAct, tellGroup } from './founding.store.ts';
import { lockGroup } from './group.store.ts';
import type { Group } from './group.ts';

/**
 * Comes into a group at once, or asks to be let in where it wants to be asked. Asked again, nothing happens. `at once`:
 * somebody of the group has said yes already.
 */
export async function joinGroup(
  db: Db,
  act: GroupAct,
  groupId: string,
  { words = '', atOnce = false }: { words?: string; atOnce?: boolean } = {},
): Promise<'joined' | 'asked' | 'there'> {
  return inTransaction(db, async (tx) => {
    const group = (await lockGroup(tx, act.organisationId, groupId))!;
    if (atOnce || group.joining === 'open') {
      const isNew = await letIn(tx, act, group, act.by);
      return isNew ? 'joined' : 'there';
    }
    const { rows } = await sql<{ asked: boolean }>`
      insert into group_join_request (organisation_id, group_id, person_id, words)
      select ${act.organisationId}, ${groupId}, ${act.by}, ${words}
      where not exists (select from group_member where organisation_id = ${act.organisationId}
        and group_id = ${groupId} and person_id = ${act.by})
      on conflict on constraint group_join_request_once do nothing
      returning true as asked`.execute(tx);
    if (rows.length === 0) return 'there';
    await tellGroup(tx, act, 'group.join-asked', group);
    return 'asked';
  });
}

/** A manager lets somebody in who asked, or not. false: nobody waits any more. */
export async function answerJoinRequest(
  db: Db,
  act: GroupAct,
  groupId: string,
  personId: string,
  answer: 'yes' | 'no',
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const group = (await lockGroup(tx, act.organisationId, groupId))!;
    const { numDeletedRows } = await tx
      .deleteFrom('group_join_request')
      .where('organisation_id', '=', act.organisationId)
      .where('group_id', '=', groupId)
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    if (answer === 'yes') await letIn(tx, act, group, personId);
    else await tellGroup(tx, act, 'group.join-declined', group);
    return true;
  });
}

/** Under the group's lock. false: is in it already. */
async function letIn(tx: Tx, act: GroupAct, group: Group, personId: string): Promise<boolean> {
  const { organisationId } = act;
  const inserted = await tx
    .insertInto('group_member')
    .values({
      organisation_id: organisationId,
      group_id: group.id,
      person_id: personId,
      role: 'member',
    })
    .onConflict((conflict) => conflict.constraint('group_member_once').doNothing())
    .returning('person_id')
    .executeTakeFirst();
  await tx
    .deleteFrom('group_join_request')
    .where('organisation_id', '=', organisationId)
    .where('group_id', '=', group.id)
    .where('person_id', '=', personId)
    .execute();
  if (inserted) await tellGroup(tx, act, 'group.joined', group, { personId });
  return inserted !== undefined;
}
