import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type Owner, ownRows } from '../../../platform/personal.ts';

/** Whether somebody shows no public profile. */
export async function isProfileClosed(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from profile_closing
    where organisation_id = ${organisationId} and person_id = ${personId}`.execute(db);
  return rows.length > 0;
}

/** Shows one's profile, or no more. Asked twice, it is the same. */
export async function setProfileClosed(
  db: Db,
  organisationId: string,
  personId: string,
  isClosed: boolean,
): Promise<void> {
  if (isClosed)
    await db
      .insertInto('profile_closing')
      .values({ organisation_id: organisationId, person_id: personId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else await openProfile(db, organisationId, personId);
}

async function openProfile(db: Db, organisationId: string, personId: string): Promise<void> {
  await db
    .deleteFrom('profile_closing')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute();
}

export const PROFILE_COLUMNS = {
  'profile_closing.person_id': 'removed',
  'official_account.person_id': 'unnamed',
} as const;

/** Under which labels they spoke, and whether they closed their profile. */
export const readOwnLabels = ownRows(
  ({ organisationId, id }: Owner) => sql`select label, given_at, ended_at from official_account
    where organisation_id = ${organisationId} and person_id = ${id} order by given_at, id`,
);

export const readOwnClosing = ownRows(
  ({ organisationId, id }: Owner) => sql`select closed_on from profile_closing
    where organisation_id = ${organisationId} and person_id = ${id}`,
);

export const eraseClosing = (tx: Tx, { organisationId, id }: Owner): Promise<void> =>
  openProfile(tx, organisationId, id);
