import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';
import { keepsAdministrator } from './access/last-administrator.ts';
import { ERASED_NICKNAME } from './nickname.ts';
import { findCredentials } from './person.store.ts';
import type { Person } from './person.ts';

export type ErasureRefusal = 'gone' | 'last-administrator';

/**
 * Locks an account that is to be erased until the transaction ends: nothing is written for it meanwhile, and a second
 * erasure finds it gone. The last administrator stays: nobody could give roles any more.
 */
export async function beginErasure(
  tx: Tx,
  organisationId: string,
  personId: string,
): Promise<{ ok: true; person: Person } | { ok: false; refusal: ErasureRefusal }> {
  // as when a role ends: administrators who leave at the same moment come one after the other
  await sql`select 1 from role_grant g where g.organisation_id = ${organisationId} and g.role = 'administrator'
    and (g.ends_at is null or g.ends_at > palabre_now()) order by g.id for update`.execute(tx);
  await sql`select 1 from person where organisation_id = ${organisationId} and id = ${personId} for update`.execute(
    tx,
  );
  const person = await findCredentials(tx, organisationId, { id: personId });
  if (!person) return { ok: false, refusal: 'gone' };
  return (await isLastAdministrator(tx, organisationId, personId))
    ? { ok: false, refusal: 'last-administrator' }
    : { ok: true, person };
}

/** Whether nobody would be left who gives roles. */
export async function isLastAdministrator(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  const { rows } = await sql<{ personId: string; endsAt: Date | null; now: Date }>`
    select person_id as "personId", ends_at as "endsAt", palabre_now() as now from role_grant
    where organisation_id = ${organisationId} and role = 'administrator'
      and (ends_at is null or ends_at > palabre_now())`.execute(db);
  const own = rows.filter((row) => row.personId === personId);
  if (own.length === 0) return false;
  const from = own.some(({ endsAt }) => endsAt === null) ? null : own[0]!.endsAt;
  const others = rows.filter((row) => row.personId !== personId).map(({ endsAt }) => endsAt);
  return !keepsAdministrator(others, { from, until: own[0]!.now });
}

export const IDENTITY_COLUMNS: Readonly<Record<string, Fate>> = {
  'person.email': 'removed',
  'person.mailbox': 'removed',
  'person.name': 'removed',
  'person.nickname': 'removed',
  'person.birth_date': 'removed',
  'authenticator_app.person_id': 'removed',
  'charter_acceptance.person_id': 'removed',
  'invitation.email': 'removed',
  'invitation.mailbox': 'removed',
  'invitation.name': 'removed',
  'linked_identity.person_id': 'removed',
  'mail_proof.new_email': 'removed',
  'mail_proof.new_mailbox': 'removed',
  'mail_proof.person_id': 'removed',
  'passkey.person_id': 'removed',
  'recovery_code.person_id': 'removed',
  'role_grant.person_id': 'removed',
  'session.person_id': 'removed',
  'spent_code.person_id': 'removed',
};

/** All that opens the account goes; its row stays, empty, for what it published. Recorded, and of whom nothing is said. */
export async function eraseIdentity(tx: Tx, { organisationId, id, mailbox }: Owner) {
  for (const table of [
    'session',
    'mail_proof',
    'authenticator_app',
    'passkey',
    'recovery_code',
    'spent_code',
    'linked_identity',
    'charter_acceptance',
    'role_grant',
  ] as const)
    await tx
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', id)
      .execute();
  await tx
    .deleteFrom('invitation')
    .where('organisation_id', '=', organisationId)
    .where('mailbox', '=', mailbox)
    .execute();
  const nobody = `erased:${id}`;
  await tx
    .updateTable('person')
    .set({
      erased_at: sql<Date>`palabre_now()`,
      name: '',
      email: '',
      nickname: ERASED_NICKNAME,
      mailbox: nobody,
      nickname_key: nobody,
      password_hash: null,
      confirmed_at: null,
      birth_date: null,
      residence: null,
      residence_declared_on: null,
      reminders_agreed_on: null,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  await recordFact(tx, {
    organisationId,
    kind: 'person.erased',
    actorId: id,
    subject: { kind: 'person', id },
  });
  return [];
}

export const identityRows = {
  account: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select nickname, name, email, locale, joined_at, birth_date, residence,
      residence_declared_on, reminders_agreed_on, password_hash is not null as has_password
    from person where organisation_id = ${organisationId} and id = ${id}`,
  ),
  charters: ownRows(
    ({ organisationId, id }) => sql`select version, accepted_at from charter_acceptance
    where organisation_id = ${organisationId} and person_id = ${id} order by version`,
  ),
  roles: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select role, edition_id, space_id, department_id, granted_at, ends_at from role_grant
    where organisation_id = ${organisationId} and person_id = ${id} order by granted_at`,
  ),
  invitations: ownRows(
    ({
      organisationId,
      mailbox,
    }) => sql`select email, name, invited_at, used_at, withdrawn_at from invitation
    where organisation_id = ${organisationId} and mailbox = ${mailbox} order by invited_at`,
  ),
  devices: ownRows(
    ({ organisationId, id }) => sql`select device, opened_on, seen_on, expires_on from session
    where organisation_id = ${organisationId} and person_id = ${id} order by opened_on`,
  ),
  factors: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select 'application' as kind, '' as name, added_on from authenticator_app
      where organisation_id = ${organisationId} and person_id = ${id} and added_on is not null
    union all select 'passkey', name, added_on from passkey
      where organisation_id = ${organisationId} and person_id = ${id}`,
  ),
  linked: ownRows(
    ({ organisationId, id }) => sql`select issuer, subject, linked_on from linked_identity
    where organisation_id = ${organisationId} and person_id = ${id}`,
  ),
};
