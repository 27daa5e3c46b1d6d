import type { Db } from '../../platform/database/database.ts';
import type { IdeaVersion } from './afterlife/versions.ts';

/** Oldest first; none for an idea that was never corrected. */
export async function listIdeaVersions(
  db: Db,
  organisationId: string,
  ideaId: string,
): Promise<IdeaVersion[]> {
  const rows = await db
    .selectFrom('idea_version')
    .select(['title', 'body', 'category_id', 'lang', 'replaced_at'])
    .where('organisation_id', '=', organisationId)
    .where('idea_id', '=', ideaId)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    title: row.title,
    body: row.body,
    categoryId: row.category_id,
    lang: row.lang,
    replacedAt: row.replaced_at,
  }));
}
