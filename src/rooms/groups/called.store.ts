import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Group } from './group.ts';

/** Those that are called so: by what their address says, or by their name, whatever its accents, capitals and signs. */
export async function listGroupsCalled(
  db: Db,
  organisationId: string,
  called: readonly string[],
): Promise<Pick<Group, 'id' | 'slug' | 'name'>[]> {
  if (called.length === 0) return [];
  return db
    .selectFrom('action_group')
    .select(['id', 'slug', 'name'])
    .where('organisation_id', '=', organisationId)
    .where(
      sql<boolean>`(slug = any(${[...called]}::text[]) or regexp_replace(name_key, '[^[:alnum:]]', '', 'g') = any(
        select regexp_replace(palabre_fold(one), '[^[:alnum:]]', '', 'g') from unnest(${[...called]}::text[]) as c (one)))`,
    )
    .orderBy('name_key')
    .orderBy('id')
    .execute();
}
