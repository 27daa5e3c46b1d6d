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

/** An idea goes from one category to another; the edition holds as many as before. */
export async function moveInTally(
  tx: Tx,
  organisationId: string,
  editionId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx
    .updateTable('idea_tally')
    .set((eb) => ({ ideas: eb('ideas', '-', 1) }))
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('category_id', '=', from)
    .execute();
  await countMore(tx, organisationId, editionId, [{ categoryId: to, ideas: 1 }]);
}

/** Counts new ideas of an edition, each in its category; `lastNumber`: of the last of them. */
export async function addToTally(
  tx: Tx,
  organisationId: string,
  editionId: string,
  categoryIds: readonly string[],
  lastNumber: number,
): Promise<void> {
  await countMore(tx, organisationId, editionId, [
    { categoryId: null, ideas: categoryIds.length, lastNumber },
    ...[...Map.groupBy(categoryIds, (id) => id)].map(([categoryId, { length }]) => ({
      categoryId,
      ideas: length,
    })),
  ]);
}

/** One idea more or less in its edition and its category; numbers go on as they were. */
export async function countOne(
  tx: Tx,
  organisationId: string,
  { editionId, categoryId }: { editionId: string; categoryId: string },
  by: 1 | -1,
): Promise<void> {
  await sql`update idea_tally set ideas = ideas + ${by}
    where organisation_id = ${organisationId} and edition_id = ${editionId}
      and (category_id is null or category_id = ${categoryId})`.execute(tx);
}

/** A count that is not there yet begins here. */
async function countMore(
  tx: Tx,
  organisationId: string,
  editionId: string,
  counts: readonly { categoryId: string | null; ideas: number; lastNumber?: number }[],
): Promise<void> {
  await sql`insert into idea_tally (organisation_id, edition_id, category_id, ideas, last_number)
    select ${organisationId}, ${editionId}, c.category_id, c.ideas, c.last_number
    from unnest(${counts.map(({ categoryId }) => categoryId)}::uuid[], ${counts.map(({ ideas }) => ideas)}::int[],
      ${counts.map(({ lastNumber = 0 }) => lastNumber)}::int[]) as c (category_id, ideas, last_number)
    on conflict on constraint idea_tally_unique do update set
      ideas = idea_tally.ideas + excluded.ideas,
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
