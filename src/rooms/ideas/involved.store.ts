import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** Of some people, those who hold or support an idea of an edition, or of one of its categories. */
export async function listInvolved(
  db: Db,
  organisationId: string,
  where: { editionId: string; categoryId: string | null },
  personIds: readonly string[],
): Promise<string[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select p.id from unnest(${[...personIds]}::uuid[]) as p (id)
    where exists (
      select from idea i
      where i.organisation_id = ${organisationId} and i.edition_id = ${where.editionId}::uuid
        and (${where.categoryId}::uuid is null or i.category_id = ${where.categoryId}::uuid)
        and (i.author_id = p.id or exists (
          select from idea_support s
          where s.organisation_id = i.organisation_id and s.idea_id = i.id and s.person_id = p.id)))`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
