import type { Db, Tx } from '../../../platform/database/database.ts';
import { violatedConstraint } from '../../../platform/database/database.ts';
import { listProviders } from '../../organisations/index.ts';
import { deleteUnconfirmed } from '../person.store.ts';

/** An identity at a provider: one account of ours at most, and an account has one at each provider at most. */
export interface Subject {
  providerId: string;
  issuer: string;
  subject: string;
}

export interface Link extends Subject {
  /** `YYYY-MM-DD`. */
  linkedOn: string;
}

/** The confirmed account of an identity. One that was never confirmed is as if it were not there. */
export async function findLinkedPerson(
  db: Db,
  organisationId: string,
  { issuer, subject }: Subject,
): Promise<string | null> {
  const holder = await findHolder(db, organisationId, { issuer, subject });
  return holder?.confirmed_at ? holder.id : null;
}

export async function listLinks(db: Db, organisationId: string, personId: string): Promise<Link[]> {
  const rows = await db
    .selectFrom('linked_identity')
    .select(['provider_id', 'issuer', 'subject', 'linked_on'])
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .orderBy('provider_id')
    .execute();
  return rows.map((row) => ({
    providerId: row.provider_id,
    issuer: row.issuer,
    subject: row.subject,
    linkedOn: row.linked_on,
  }));
}

/** What the providers on offer know a person by: whoever proves the same identity elsewhere is the same person. */
export async function findLinkedSubjects(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<Subject[]> {
  const offered = new Set(
    (await listProviders(db, organisationId)).filter((one) => one.enabled).map(({ id }) => id),
  );
  const links = await listLinks(db, organisationId, personId);
  return links
    .filter(({ providerId }) => offered.has(providerId))
    .map(({ linkedOn: _, ...subject }) => subject);
}

export type LinkRefusal = 'subject-taken' | 'provider-taken';

/** Links an identity to an account; an account that nobody confirmed gives it up. Races end in a refusal. */
export async function insertLink(
  tx: Tx,
  organisationId: string,
  personId: string,
  { providerId, issuer, subject }: Subject,
): Promise<void> {
  await releaseSubject(tx, organisationId, { issuer, subject });
  await tx
    .insertInto('linked_identity')
    .values({
      organisation_id: organisationId,
      person_id: personId,
      provider_id: providerId,
      issuer,
      subject,
    })
    .execute();
}

/** An account that nobody confirmed gives its identity, its nickname and its mailbox back to whoever begins again. */
export async function releaseSubject(
  tx: Tx,
  organisationId: string,
  identity: { issuer: string; subject: string },
): Promise<void> {
  const holder = await findHolder(tx, organisationId, identity);
  if (holder && !holder.confirmed_at)
    await deleteUnconfirmed(tx, organisationId, { id: holder.id });
}

/** What a failed `insertLink` means; null: something else. */
export function readLinkRefusal(error: unknown): LinkRefusal | 'provider-gone' | null {
  switch (violatedConstraint(error)) {
    case 'linked_identity_subject_once':
      return 'subject-taken';
    case 'linked_identity_one_a_provider':
      return 'provider-taken';
    case 'linked_identity_of_provider':
      return 'provider-gone';
    default:
      return null;
  }
}

/** False when there was none. */
export async function deleteLink(
  tx: Tx,
  organisationId: string,
  personId: string,
  providerId: string,
): Promise<boolean> {
  const row = await tx
    .deleteFrom('linked_identity')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('provider_id', '=', providerId)
    .returning('provider_id')
    .executeTakeFirst();
  return row !== undefined;
}

async function findHolder(
  db: Db,
  organisationId: string,
  { issuer, subject }: { issuer: string; subject: string },
) {
  return db
    .selectFrom('linked_identity as l')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'l.organisation_id').onRef('p.id', '=', 'l.person_id'),
    )
    .select(['p.id', 'p.confirmed_at'])
    .where('l.organisation_id', '=', organisationId)
    .where('l.issuer', '=', issuer)
    .where('l.subject', '=', subject)
    .executeTakeFirst();
}
