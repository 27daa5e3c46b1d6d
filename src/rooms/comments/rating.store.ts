import { sql } from 'kysely';
import type { Database, Db } from '../../platform/database/database.ts';

/** 1: useful; −1: not; 0: says nothing any more. */
export type Rating = -1 | 0 | 1;

/** One person's rating of a comment (R130), in place of the one before. The comment's row is the lock of its counts. */
export async function rateComment(
  db: Database,
  act: { organisationId: string; commentId: string; personId: string },
  rating: Rating,
): Promise<void> {
  const { organisationId, commentId, personId } = act;
  await db.transaction().execute(async (tx) => {
    await sql`select 1 from comment where organisation_id = ${organisationId} and id = ${commentId} for update`.execute(
      tx,
    );
    const { rows } = await sql<{ value: Rating }>`
      delete from comment_rating where organisation_id = ${organisationId} and comment_id = ${commentId}
        and person_id = ${personId} returning value`.execute(tx);
    const before = rows[0]?.value ?? 0;
    if (rating !== 0)
      await tx
        .insertInto('comment_rating')
        .values({
          organisation_id: organisationId,
          comment_id: commentId,
          person_id: personId,
          value: rating,
        })
        .execute();
    const change = (value: Rating) => Number(rating === value) - Number(before === value);
    await sql`update comment set up = up + ${change(1)}, down = down + ${change(-1)}
      where organisation_id = ${organisationId} and id = ${commentId}`.execute(tx);
  });
}

/** What somebody said of each of these comments. */
export async function findOwnRatings(
  db: Db,
  organisationId: string,
  personId: string | null,
  commentIds: readonly string[],
): Promise<ReadonlyMap<string, Rating>> {
  if (personId === null || commentIds.length === 0) return new Map();
  const { rows } = await sql<{ commentId: string; value: Rating }>`
    select comment_id as "commentId", value from comment_rating
    where organisation_id = ${organisationId} and person_id = ${personId}
      and comment_id = any(${[...commentIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ commentId, value }) => [commentId, value]));
}
