import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { DirectoryEntry } from './mandate.ts';
import { isHeldNow } from './mandate-row.store.ts';

/** What some members chose for the directory of a network, by person; those left out never did: hidden, not public. */
export async function findEntries(
  db: Db,
  organisationId: string,
  spaceId: string,
  personIds: readonly string[],
): Promise<Map<string, DirectoryEntry>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('directory_entry')
    .select(['id', 'person_id', 'address', 'public_at'])
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        id: row.id,
        personId: row.person_id,
        address: row.address,
        isPublic: row.public_at !== null,
      },
    ]),
  );
}

export async function saveEntry(
  db: Db,
  organisationId: string,
  spaceId: string,
  { personId, address, isPublic }: Omit<DirectoryEntry, 'id'>,
): Promise<void> {
  await sql`insert into directory_entry (organisation_id, space_id, person_id, address, public_at)
    values (${organisationId}, ${spaceId}, ${personId}, ${address}, case when ${isPublic}::boolean then palabre_now() end)
    on conflict on constraint directory_entry_once do update set address = excluded.address,
      public_at = case when ${isPublic}::boolean then coalesce(directory_entry.public_at, palabre_now()) end`.execute(
    db,
  );
}

/** Members who are shown on the showcase: who chose so, and holds a verified mandate now. */
export async function listPublicMembers(
  db: Db,
  organisationId: string,
  spaceId: string,
  limit = 60,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.person_id as id from directory_entry e
    where e.organisation_id = ${organisationId} and e.space_id = ${spaceId} and e.public_at is not null
      and exists (select from mandate m where m.organisation_id = e.organisation_id and m.space_id = e.space_id
        and m.person_id = e.person_id and ${isHeldNow('m')})
    order by e.public_at, e.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
