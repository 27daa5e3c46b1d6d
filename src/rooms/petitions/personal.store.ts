import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const PETITION_COLUMNS: Readonly<Record<string, Fate>> = {
  'petition.made_by': 'unnamed',
  'petition_signature.email': 'removed',
  'petition_signature.mailbox': 'removed',
  'petition_signature.name': 'removed',
  'petition_signature.person_id': 'removed',
  'petition_step.by_person': 'unnamed',
  'petition_version.by_person': 'unnamed',
};

export const petitionRows = {
  made: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select id, number, kind, title, call, body, published_at, closed_at from petition
    where organisation_id = ${organisationId} and made_by = ${id} order by number`,
  ),
  signatures: ownRows(
    ({
      organisationId,
      id,
      mailbox,
    }) => sql`select s.petition_id, p.title, s.name, s.email, s.office, s.place, s.is_named,
      s.asked_at, s.signed_at
    from petition_signature s join petition p on p.organisation_id = s.organisation_id and p.id = s.petition_id
    where s.organisation_id = ${organisationId} and (s.person_id = ${id} or s.mailbox = ${mailbox}) order by s.number`,
  ),
};

/** They signed, and that stays counted; who they were goes (decision 083). What nobody proved goes altogether. */
export async function eraseSigner(tx: Tx, { organisationId, id, mailbox }: Owner) {
  const own = sql`organisation_id = ${organisationId} and (person_id = ${id} or mailbox = ${mailbox})`;
  await sql`delete from petition_signature where ${own} and signed_at is null`.execute(tx);
  await sql`update petition_signature set person_id = null, mailbox = 'erased ' || id, email = '', name = '', office = '',
    place = '', is_named = false where ${own}`.execute(tx);
  return [];
}
