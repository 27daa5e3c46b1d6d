import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { RegisterOf } from './register.store.ts';
import type { Entry } from './register.ts';

/** People of a register who can be written to and have no code that counts. */
const withoutCode = ({ organisationId, editionId }: RegisterOf) => sql`from register_entry e
  where e.organisation_id = ${organisationId} and e.edition_id = ${editionId}
    and e.address <> '' and (e.town <> '' or e.postcode <> '')
    and not exists (select 1 from voting_code c
      join code_batch b on b.organisation_id = c.organisation_id and b.id = c.batch_id
      where c.organisation_id = e.organisation_id and c.edition_id = e.edition_id and c.entry_id = e.id
        and b.revoked_at is null)`;

export async function countPeopleWithoutCode(db: Db, of: RegisterOf): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count ${withoutCode(of)}`.execute(db);
  return rows[0]!.count;
}

/** Their ids, street by street as a postman goes. */
export async function listPeopleWithoutCode(db: Db, of: RegisterOf): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select e.id ${withoutCode(of)}
    order by e.postcode, e.town, e.address, e.last_key, e.first_key, e.id`.execute(db);
  return rows.map(({ id }) => id);
}

export type Addressee = Pick<
  Entry,
  'lastName' | 'usedName' | 'firstNames' | 'address' | 'postcode' | 'town'
>;

/** By id; those that are gone are absent. */
export async function listAddressees(
  db: Db,
  { organisationId, editionId }: RegisterOf,
  ids: readonly string[],
): Promise<Map<string, Addressee>> {
  const { rows } = await sql<Addressee & { id: string }>`
    select id, last_name as "lastName", used_name as "usedName", first_names as "firstNames",
      address, postcode, town
    from register_entry where organisation_id = ${organisationId} and edition_id = ${editionId}
      and id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...addressee }) => [id, addressee]));
}

/** Codes stay, and are nobody's any more: once names may not be kept, neither may what is made of them. */
export async function forgetPeopleOfCodes(
  db: Db,
  { organisationId, editionId }: RegisterOf,
): Promise<void> {
  await db
    .updateTable('voting_code')
    .set({ entry_id: null })
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('entry_id', 'is not', null)
    .execute();
}
