import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';

/** Holds the edition's tally until the transaction ends; returns the last number given. */
export async function lockTally(
  tx: Tx,
  organisationId: string,
  editionId: string,
): Promise<number> {
  await sql`insert into idea_tally (organisation_id, edition_id) values (${organisationId}, ${editionId})
    on conflict on constraint idea_tally_unique do nothing`.execute(tx);
  const { last_number } = await tx
    .selectFrom('idea_tally')
    .select('last_number')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('category_id', 'is', null)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return last_number;
}

/** Counts one idea more, or less, in an edition (`categoryId` null) or in one of its categories. */
export async function addToTally(
  tx: Tx,
  organisationId: string,
  editionId: string,
  categoryId: string | null,
  ideas: 1 | -1,
  lastNumber = 0,
): Promise<void> {
  await sql`insert into idea_tally (organisation_id, edition_id, category_id, ideas, last_number)
    values (${organisationId}, ${editionId}, ${categoryId}, 1, ${lastNumber})
    on conflict on constraint idea_tally_unique do update set
      ideas = idea_tally.ideas + ${ideas},
      last_number = greatest(idea_tally.last_number, excluded.last_number)`.execute(tx);
}

/** How many ideas an edition holds; kept as they come, never counted. */
export async function countIdeas(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<number> {
  return (await countIdeasOfEditions(db, organisationId, [editionId])).get(editionId) ?? 0;
}

/** The same of many editions in one query; those without any are absent. */
export async function countIdeasOfEditions(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('idea_tally')
    .select(['edition_id', 'ideas'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`edition_id = any(${[...editionIds]}::uuid[])`)
    .where('category_id', 'is', null)
    .execute();
  return new Map(rows.map(({ edition_id, ideas }) => [edition_id, ideas]));
}
