import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { findByNicknameKeys } from '../identity/index.ts';
import { chooseMentioned, readMentions } from './comment.ts';

/** Keeps who a comment names (R131), once each; its author, and who does not see where it stands, are named in vain. */
export async function keepMentions(
  tx: Tx,
  organisationId: string,
  comment: { id: string; authorId: string; body: string },
  keepReaders: (personIds: readonly string[]) => Promise<readonly string[]>,
): Promise<string[]> {
  const mentions = readMentions(comment.body);
  if (mentions.length === 0) return [];
  const people = await findByNicknameKeys(tx, organisationId, [...new Set(mentions.flat())]);
  const chosen = chooseMentioned(mentions, people).filter((id) => id !== comment.authorId);
  const named = await keepReaders(chosen);
  if (named.length === 0) return [];
  const { rows } = await sql<{ personId: string }>`
    insert into comment_mention (organisation_id, comment_id, person_id)
    select ${organisationId}, ${comment.id}, unnest(${[...named]}::uuid[])
    on conflict on constraint comment_mentioned_once do nothing returning person_id as "personId"`.execute(
    tx,
  );
  return rows.map(({ personId }) => personId);
}
