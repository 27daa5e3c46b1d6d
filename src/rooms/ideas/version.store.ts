import type { Db } from '../../platform/database/database.ts';

/** What an idea said before it was corrected. */
export interface IdeaVersion {
  title: string;
  body: string;
  categoryId: string;
  replacedAt: Date;
}

/** Oldest first; none for an idea that was never corrected. */
export async function listIdeaVersions(
  db: Db,
  organisationId: string,
  ideaId: string,
): Promise<IdeaVersion[]> {
  const rows = await db
    .selectFrom('idea_version')
    .select(['title', 'body', 'category_id', 'replaced_at'])
    .where('organisation_id', '=', organisationId)
    .where('idea_id', '=', ideaId)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    title: row.title,
    body: row.body,
    categoryId: row.category_id,
    replacedAt: row.replaced_at,
  }));
}
