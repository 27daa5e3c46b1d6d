import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Alignment, CommentedKind } from './comment.ts';

/** A comment as an export of its space tells it: never by whom. */
export interface ExportedComment {
  id: string;
  aboutKind: CommentedKind;
  aboutId: string;
  number: number;
  /** The number of what it answers; null: what is commented on itself. */
  answers: number | null;
  alignment: Alignment | null;
  body: string;
  lang: string;
  up: number;
  down: number;
  publishedAt: Date;
}

/** What readers of a space find said in it, hidden components left out, after one of them: what is read at once. */
export async function listExportedComments(
  db: Db,
  organisationId: string,
  { id, hiddenComponents }: { id: string; hiddenComponents: readonly string[] },
  after: Pick<ExportedComment, 'aboutKind' | 'aboutId' | 'number'> | null,
  limit: number,
): Promise<ExportedComment[]> {
  const edge = after
    ? sql`and (c.target_kind, c.target_id, c.number) > (${after.aboutKind}, ${after.aboutId}::uuid, ${after.number})
        and (t.target_kind, t.target_id) >= (${after.aboutKind}, ${after.aboutId}::uuid)`
    : sql``;
  const { rows } = await sql<ExportedComment>`
    select c.id, c.target_kind as "aboutKind", c.target_id as "aboutId", c.number, p.number as answers, c.alignment,
      c.body, c.lang, c.up, c.down, c.published_at as "publishedAt"
    from comment_tally t
    join comment c on c.organisation_id = t.organisation_id and c.target_kind = t.target_kind
      and c.target_id = t.target_id and c.hidden_at is null
    left join comment p on p.organisation_id = c.organisation_id and p.id = c.parent_id
    where t.organisation_id = ${organisationId} and t.space_id = ${id}::uuid and t.hidden_at is null
      and (t.component_id is null or t.component_id <> all(${[...hiddenComponents]}::uuid[])) ${edge}
    order by c.target_kind, c.target_id, c.number limit ${limit}`.execute(db);
  return rows;
}
