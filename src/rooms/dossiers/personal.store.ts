import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const DOSSIER_COLUMNS: Readonly<Record<string, Fate>> = {
  'dossier.created_by': 'unnamed',
  'dossier.closed_by': 'unnamed',
  'dossier_document.attached_by': 'unnamed',
  'dossier_meeting.linked_by': 'unnamed',
  'dossier_member.invited_by': 'unnamed',
  'dossier_member.person_id': 'removed',
  'dossier_task.assignee_id': 'removed',
  'dossier_task.created_by': 'unnamed',
  'dossier_task.done_by': 'unnamed',
};

export const dossierRows = {
  memberships: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select d.id as dossier_id, d.title, m.role, m.asked_at, m.invited_at, m.joined_at
    from dossier_member m join dossier d on d.organisation_id = m.organisation_id and d.id = m.dossier_id
    where m.organisation_id = ${organisationId} and m.person_id = ${id} order by d.created_at, d.id`,
  ),
  tasks: ownRows(
    ({ organisationId, id }) => sql`select t.dossier_id, d.title, t.words, t.due_on, t.done_at,
      t.assignee_id is not distinct from ${id}::uuid as is_mine, t.created_by is not distinct from ${id}::uuid as written_by_me
    from dossier_task t join dossier d on d.organisation_id = t.organisation_id and d.id = t.dossier_id
    where t.organisation_id = ${organisationId} and ${id}::uuid in (t.assignee_id, t.created_by, t.done_by)
    order by t.created_at, t.id`,
  ),
  opened: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select id, component_id, number, title, purpose, lang, reach, created_at, closed_at, result
    from dossier where organisation_id = ${organisationId} and created_by = ${id} order by created_at, id`,
  ),
};

/**
 * Leaves every dossier, and their tasks to the others. Where nobody else leads, the empty account stays its lead without a
 * name: nobody is made one without having said yes.
 */
export async function eraseMember(tx: Tx, { organisationId, id }: Owner): Promise<string[]> {
  await sql`select 1 from dossier where organisation_id = ${organisationId} and id in (
      select dossier_id from dossier_member where organisation_id = ${organisationId} and person_id = ${id})
    order by id for update`.execute(tx);
  await sql`delete from dossier_member m
    where m.organisation_id = ${organisationId} and m.person_id = ${id} and (m.role <> 'lead' or exists (
      select from dossier_member o where o.organisation_id = m.organisation_id and o.dossier_id = m.dossier_id
        and o.role = 'lead' and o.person_id <> m.person_id))`.execute(tx);
  await tx
    .updateTable('dossier_task')
    .set({ assignee_id: null })
    .where('organisation_id', '=', organisationId)
    .where('assignee_id', '=', id)
    .execute();
  return [];
}
