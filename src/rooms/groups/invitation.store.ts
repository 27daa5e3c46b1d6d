import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type GroupAct, tellGroup } from './founding.store.ts';
import { lockGroup } from './group.store.ts';
import type { Group } from './group.ts';
import { joinGroup } from './joining.store.ts';

/** Days that a mailed invitation lasts. */
export const INVITATION_DAYS = 14;

export interface GroupInvitation {
  id: string;
  groupId: string;
  email: string;
  invitedBy: string;
  /** What it makes of whoever accepts. */
  role: 'member' | 'lead';
  expiresAt: Date;
}

/** Invites an address; invited again, the link lasts anew. Whether somebody has it is told to nobody. */
export async function inviteToGroup(
  db: Db,
  act: GroupAct,
  group: Pick<Group, 'id' | 'slug' | 'name'>,
  {
    email,
    mailbox,
    role = 'member',
  }: { email: string; mailbox: string; role?: GroupInvitation['role'] },
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const expires = sql<Date>`palabre_now() + make_interval(days => ${INVITATION_DAYS}::int)`;
    const { id } = await tx
      .insertInto('group_invitation')
      .values({
        organisation_id: act.organisationId,
        group_id: group.id,
        email,
        mailbox,
        role,
        invited_by: act.by,
        expires_at: expires,
      })
      .onConflict((conflict) =>
        conflict.constraint('group_invitation_once').doUpdateSet({
          role,
          invited_by: act.by,
          invited_at: sql`palabre_now()`,
          expires_at: expires,
        }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    await tellGroup(tx, act, 'group.invited', group);
    return id;
  });
}

/** Those that still hold, for who manages the group. */
export async function listGroupInvitations(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<GroupInvitation[]> {
  const rows = await invitations(db, organisationId)
    .where('group_id', '=', groupId)
    .orderBy('invited_at')
    .orderBy('id')
    .execute();
  return rows.map(asInvitation);
}

/** null: used, taken back or too old. */
export async function findGroupInvitation(
  db: Db,
  organisationId: string,
  id: string,
): Promise<GroupInvitation | null> {
  const row = await invitations(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asInvitation(row) : null;
}

/** Comes in by an invitation, which is spent. null: it was already. */
export async function acceptGroupInvitation(
  db: Db,
  act: GroupAct,
  id: string,
): Promise<'joined' | 'there' | null> {
  return inTransaction(db, async (tx) => {
    const spent = await tx
      .deleteFrom('group_invitation')
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .where('expires_at', '>', sql<Date>`palabre_now()`)
      .returning(['group_id', 'role'])
      .executeTakeFirst();
    if (!spent) return null;
    const done = await joinGroup(tx, act, spent.group_id, { atOnce: true });
    if (spent.role === 'lead') await makeLead(tx, act, spent.group_id);
    return done === 'there' ? 'there' : 'joined';
  });
}

/** Whom the office invited to lead is its lead from now on. */
async function makeLead(tx: Tx, act: GroupAct, groupId: string): Promise<void> {
  const group = (await lockGroup(tx, act.organisationId, groupId))!;
  await tx
    .updateTable('group_member')
    .set({ role: 'lead' })
    .where('organisation_id', '=', act.organisationId)
    .where('group_id', '=', groupId)
    .where('person_id', '=', act.by)
    .execute();
  await tellGroup(tx, act, 'group.role-changed', group, { personId: act.by, role: 'lead' });
}

/** Takes an invitation back. false: there was none any more. */
export async function withdrawGroupInvitation(
  db: Db,
  act: GroupAct,
  group: Pick<Group, 'id' | 'slug' | 'name'>,
  id: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('group_invitation')
      .where('organisation_id', '=', act.organisationId)
      .where('group_id', '=', group.id)
      .where(sql<boolean>`id::text = ${id}`)
      .executeTakeFirstOrThrow();
    if (numDeletedRows > 0n) await tellGroup(tx, act, 'group.invitation-withdrawn', group);
    return numDeletedRows > 0n;
  });
}

/** Addresses are kept no longer than their link lasts. */
export async function forgetGroupInvitations(db: Db): Promise<void> {
  await db
    .deleteFrom('group_invitation')
    .where('expires_at', '<=', sql<Date>`palabre_now()`)
    .execute();
}

function invitations(db: Db, organisationId: string) {
  return db
    .selectFrom('group_invitation')
    .select(['id', 'group_id', 'email', 'role', 'invited_by', 'expires_at'])
    .where('organisation_id', '=', organisationId)
    .where('expires_at', '>', sql<Date>`palabre_now()`);
}

function asInvitation(
  row: Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>,
): GroupInvitation {
  return {
    id: row.id,
    groupId: row.group_id,
    email: row.email,
    role: row.role as GroupInvitation['role'],
    invitedBy: row.invited_by,
    expiresAt: row.expires_at,
  };
}
