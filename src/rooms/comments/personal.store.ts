import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const COMMENT_COLUMNS: Readonly<Record<string, Fate>> = {
  'comment.author_id': 'unnamed',
  'comment_mention.person_id': 'removed',
  'comment_rating.person_id': 'unnamed',
};

export const commentRows = {
  comments: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select id, target_kind, target_id, parent_id, number, body, lang, alignment, up, down,
      published_at, hidden_at, held_at from comment
    where organisation_id = ${organisationId} and author_id = ${id} order by published_at, id`,
  ),
  ratings: ownRows(
    ({ organisationId, id }) => sql`select comment_id, value from comment_rating
    where organisation_id = ${organisationId} and person_id = ${id} order by comment_id`,
  ),
  mentions: ownRows(
    ({ organisationId, id }) => sql`select comment_id from comment_mention
    where organisation_id = ${organisationId} and person_id = ${id} order by comment_id`,
  ),
};

/** What they wrote and how they rated stay, and every count with them (R193); that others named them goes. */
export async function eraseCommenter(tx: Tx, { organisationId, id }: Owner) {
  await tx
    .deleteFrom('comment_mention')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  return [];
}
