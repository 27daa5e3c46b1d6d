import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const GROUP_COLUMNS: Readonly<Record<string, Fate>> = {
  'action_group.founded_by': 'unnamed',
  'group_invitation.email': 'removed',
  'group_invitation.mailbox': 'removed',
  'group_join_request.person_id': 'removed',
  'group_member.person_id': 'removed',
  'group_public_action.declared_by': 'unnamed',
};

export const groupRows = {
  memberships: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select g.name, g.slug, p.role, p.treasurer_at, p.gender, p.joined_at
    from group_member p join action_group g on g.organisation_id = p.organisation_id and g.id = p.group_id
    where p.organisation_id = ${organisationId} and p.person_id = ${id} order by p.joined_at, g.id`,
  ),
  requests: ownRows(
    ({ organisationId, id }) => sql`select g.name, g.slug, r.words, r.asked_at
    from group_join_request r join action_group g on g.organisation_id = r.organisation_id and g.id = r.group_id
    where r.organisation_id = ${organisationId} and r.person_id = ${id} order by r.asked_at, g.id`,
  ),
  invitations: ownRows(
    ({ organisationId, mailbox }) => sql`select g.name, g.slug, i.email, i.invited_at, i.expires_at
    from group_invitation i join action_group g on g.organisation_id = i.organisation_id and g.id = i.group_id
    where i.organisation_id = ${organisationId} and i.mailbox = ${mailbox} order by i.invited_at, g.id`,
  ),
};

/**
 * Leaves every group. Where nobody else leads, the empty account stays its lead without a name: nobody is made one, and
 * named to everybody, without having accepted; the office gives the group another.
 */
export async function eraseMember(tx: Tx, { organisationId, id, mailbox }: Owner) {
  // the lock of a group, as whenever its members change; in one order
  await sql`select 1 from action_group where organisation_id = ${organisationId} and id in (
      select group_id from group_member where organisation_id = ${organisationId} and person_id = ${id})
    order by id for update`.execute(tx);
  await sql`delete from group_member p
    where p.organisation_id = ${organisationId} and p.person_id = ${id} and (p.role <> 'lead' or exists (
      select from group_member o where o.organisation_id = p.organisation_id and o.group_id = p.group_id
        and o.role = 'lead' and o.person_id <> p.person_id))`.execute(tx);
  await tx
    .updateTable('group_member')
    .set({ gender: null, treasurer_at: null, treasurer_by: null })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  await tx
    .deleteFrom('group_join_request')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  await tx
    .deleteFrom('group_invitation')
    .where('organisation_id', '=', organisationId)
    .where('mailbox', '=', mailbox)
    .execute();
  return [];
}
