import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Category } from './request.ts';

/** Somebody who offers to help in a category of a component. */
export interface Helper {
  personId: string;
  category: Category;
  offeredAt: Date;
  confirmedAt: Date | null;
}

interface Place {
  organisationId: string;
  componentId: string;
}

/** Everybody who offers to help in a component: as many as volunteer. */
export async function listHelpers(
  db: Db,
  { organisationId, componentId }: Place,
): Promise<Helper[]> {
  const { rows } =
    await sql<Helper>`select person_id as "personId", category, offered_at as "offeredAt",
      confirmed_at as "confirmedAt" from help_helper
    where organisation_id = ${organisationId} and component_id = ${componentId}::uuid
    order by category, offered_at, person_id limit 500`.execute(db);
  return rows;
}

/** Categories that somebody offered to help in, in a component. */
export async function listOwnHelp(
  db: Db,
  { organisationId, componentId }: Place,
  personId: string | null,
): Promise<{ category: Category; isConfirmed: boolean }[]> {
  if (personId === null) return [];
  const { rows } = await sql<{ category: Category; isConfirmed: boolean }>`
    select category, confirmed_at is not null as "isConfirmed" from help_helper
    where organisation_id = ${organisationId} and component_id = ${componentId}::uuid and person_id = ${personId}::uuid
    order by category`.execute(db);
  return rows;
}

/** Who was confirmed in a category: those whom a request is told to. */
export async function listHelpersOf(
  db: Db,
  { organisationId, componentId }: Place,
  category: Category,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select person_id as id from help_helper
    where organisation_id = ${organisationId} and component_id = ${componentId}::uuid and category = ${category}
      and confirmed_at is not null order by person_id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Somebody offers to help in these categories, and in no other of the component; what was confirmed stays so. */
export async function offerHelp(
  tx: Tx,
  { organisationId, componentId }: Place,
  personId: string,
  categories: readonly Category[],
): Promise<void> {
  await sql`delete from help_helper where organisation_id = ${organisationId}
    and component_id = ${componentId}::uuid and person_id = ${personId}::uuid
    and category <> all(${[...categories]}::text[])`.execute(tx);
  await sql`insert into help_helper (organisation_id, component_id, category, person_id)
    select ${organisationId}, ${componentId}::uuid, c, ${personId}::uuid from unnest(${[...categories]}::text[]) c
    on conflict on constraint help_helper_once do nothing`.execute(tx);
}

/** false: they do not offer it any more, or were confirmed already. */
export async function confirmHelper(
  tx: Tx,
  { organisationId, componentId }: Place,
  { personId, category }: Pick<Helper, 'personId' | 'category'>,
  by: string,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update help_helper set confirmed_at = palabre_now(), confirmed_by = ${by}
      where organisation_id = ${organisationId} and component_id = ${componentId}::uuid and category = ${category}
        and person_id = ${personId}::uuid and confirmed_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

export async function removeHelper(
  tx: Tx,
  { organisationId, componentId }: Place,
  { personId, category }: Pick<Helper, 'personId' | 'category'>,
): Promise<void> {
  await sql`delete from help_helper where organisation_id = ${organisationId}
    and component_id = ${componentId}::uuid and category = ${category} and person_id = ${personId}::uuid`.execute(
    tx,
  );
}
