import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { deleteFile } from '../../platform/files/index.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const MANDATE_COLUMNS: Readonly<Record<string, Fate>> = {
  'directory_entry.address': 'removed',
  'directory_entry.person_id': 'removed',
  'mandate.person_id': 'removed',
  'mandate.declared_by': 'unnamed',
  'mandate_invitation.email': 'removed',
  'mandate_invitation.mailbox': 'removed',
  'space_team_parity.person_id': 'removed',
  'team_request.person_id': 'removed',
};

export const mandateRows = {
  mandates: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select m.space_id as network, m.level, m.office, m.delegation, m.body,
      m.territory, m.code, m.began_on, m.ends_on, m.origin, m.declared_at, m.verified_at, m.refused_at, m.refusal,
      m.withdrawn_at, m.note
    from mandate m
    where m.organisation_id = ${organisationId} and m.person_id = ${id} order by m.declared_at, m.id`,
  ),
  invitations: ownRows(
    ({
      organisationId,
      mailbox,
    }) => sql`select m.space_id as network, m.office, m.territory, i.email, i.invited_at, i.expires_at
    from mandate_invitation i
    join mandate m on m.organisation_id = i.organisation_id and m.id = i.mandate_id
    where i.organisation_id = ${organisationId} and i.mailbox = ${mailbox} order by i.invited_at, m.id`,
  ),
  directory: ownRows(
    ({ organisationId, id }) => sql`select e.space_id as network, e.address, e.public_at
    from directory_entry e
    where e.organisation_id = ${organisationId} and e.person_id = ${id} order by e.id`,
  ),
  teamRequests: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select r.space_id as network, r.words, r.asked_at, r.withdrawn_at, r.answered_at, r.is_accepted
    from team_request r
    where r.organisation_id = ${organisationId} and r.person_id = ${id} order by r.asked_at, r.id`,
  ),
  parity: ownRows(
    ({ organisationId, id }) => sql`select p.space_id as network, p.gender
    from space_team_parity p
    where p.organisation_id = ${organisationId} and p.person_id = ${id} order by p.space_id`,
  ),
};

/** What proves mandates that nobody decided about yet. */
export async function listProofs(
  db: Db,
  { organisationId, id }: Pick<Owner, 'organisationId' | 'id'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('mandate')
    .select('proof_file_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .where('proof_file_id', 'is not', null)
    .execute();
  return rows.flatMap(({ proof_file_id }) => proof_file_id ?? []);
}

/** Mandates, directory and invitations let go of somebody; who they brought in for a team stays, unnamed. */
export async function eraseHolder(tx: Tx, owner: Owner): Promise<string[]> {
  const { organisationId, id, mailbox } = owner;
  const proofs = await listProofs(tx, owner);
  await sql`delete from mandate m using mandate_invitation i
    where i.organisation_id = m.organisation_id and i.mandate_id = m.id and m.person_id is null
      and m.organisation_id = ${organisationId} and i.mailbox = ${mailbox}`.execute(tx);
  await sql`delete from mandate where organisation_id = ${organisationId} and person_id = ${id}`.execute(
    tx,
  );
  await sql`delete from directory_entry where organisation_id = ${organisationId} and person_id = ${id}`.execute(
    tx,
  );
  await sql`delete from team_request where organisation_id = ${organisationId} and person_id = ${id}`.execute(
    tx,
  );
  await sql`delete from space_team_parity where organisation_id = ${organisationId} and person_id = ${id}`.execute(
    tx,
  );
  const freed: string[] = [];
  for (const fileId of proofs) {
    const file = await deleteFile(tx, organisationId, fileId);
    if (file) freed.push(file.storageKey);
  }
  return freed;
}
