import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { splitWords } from './directory.ts';

/** Groups by their id, as those are called who hold an account of the ledger. */
export async function listGroupNames(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<{ id: string; slug: string; name: string }[]> {
  return db
    .selectFrom('action_group')
    .select(['id', 'slug', 'name'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

/** So many groups are found by their words; whoever looks for more says more words. */
const MOST_SOUGHT = 500;

/** Ids of groups that these words find in the directory. */
export async function seekGroups(db: Db, organisationId: string, words: string): Promise<string[]> {
  const rows = await db
    .selectFrom('action_group')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`words @@ (select words_query(${splitWords(words)}::text[]))`)
    .orderBy('name_key')
    .limit(MOST_SOUGHT)
    .execute();
  return rows.map(({ id }) => id);
}
