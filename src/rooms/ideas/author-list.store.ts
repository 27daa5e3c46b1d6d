import type { Db } from '../../platform/database/database.ts';

/** Accounts that hold an idea of an edition, each once, in order of id, after one of them, page after page. */
export async function listAuthors(
  db: Db,
  organisationId: string,
  editionId: string,
  afterId: string | null,
  limit: number,
): Promise<string[]> {
  let query = db
    .selectFrom('idea')
    .select('author_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('author_id', 'is not', null)
    .orderBy('author_id')
    .limit(limit);
  if (afterId) query = query.where('author_id', '>', afterId);
  return (await query.execute()).map(({ author_id }) => author_id!);
}

/** Accounts that support an idea of an edition, likewise. */
export async function listSupporters(
  db: Db,
  organisationId: string,
  editionId: string,
  afterId: string | null,
  limit: number,
): Promise<string[]> {
  let query = db
    .selectFrom('idea_support')
    .innerJoin('idea', (join) =>
      join
        .onRef('idea.organisation_id', '=', 'idea_support.organisation_id')
        .onRef('idea.id', '=', 'idea_support.idea_id'),
    )
    .select('idea_support.person_id')
    .distinct()
    .where('idea.organisation_id', '=', organisationId)
    .where('idea.edition_id', '=', editionId)
    .orderBy('idea_support.person_id')
    .limit(limit);
  if (afterId) query = query.where('idea_support.person_id', '>', afterId);
  return (await query.execute()).map(({ person_id }) => person_id);
}
