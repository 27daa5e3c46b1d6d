import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Act } from '../../spaces/index.ts';

/** What somebody is writing and has not saved yet: theirs alone. */
export interface PageDraft {
  /** The version of the page that it was begun from; 0: of a page that is not there yet. */
  follows: number;
  revision: number;
  /** Fields as they were typed, by name. */
  texts: Record<string, string>;
  savedAt: Date;
}

/** What a draft is of: a page, or one that is not there yet, of a component or of the organisation itself. */
export type DraftOf = { pageId: string | null; componentId: string | null };

const own = ({ organisationId, by }: Act, { pageId, componentId }: DraftOf) =>
  sql`organisation_id = ${organisationId} and person_id = ${by} and page_id is not distinct from ${pageId}::uuid
    and component_id is not distinct from ${componentId}::uuid`;

export async function findDraft(db: Db, act: Act, of: DraftOf): Promise<PageDraft | null> {
  const { rows } = await sql<PageDraft>`select follows, revision, texts, saved_at as "savedAt"
    from editorial_draft where ${own(act, of)}`.execute(db);
  return rows[0] ?? null;
}

/**
 * Keeps what is typed; answers with its revision. Null: another window saved since `revision`, which is 0 where there
 * was no draft yet.
 */
export async function saveDraft(
  db: Db,
  act: Act,
  of: DraftOf,
  { revision, follows, texts }: Pick<PageDraft, 'revision' | 'follows' | 'texts'>,
): Promise<number | null> {
  const { rows } = await sql<{ revision: number }>`
    insert into editorial_draft as d (organisation_id, person_id, page_id, component_id, follows, texts)
    select ${act.organisationId}::uuid, ${act.by}::uuid, ${of.pageId}::uuid, ${of.componentId}::uuid,
      ${follows}::int, ${JSON.stringify(texts)}::jsonb
    where ${revision} = 0 or exists (select from editorial_draft where ${own(act, of)})
    on conflict on constraint editorial_draft_once do update
      set texts = excluded.texts, follows = excluded.follows, revision = d.revision + 1, saved_at = palabre_now()
      where d.revision = ${revision}
    returning revision`.execute(db);
  return rows[0]?.revision ?? null;
}

export async function dropDraft(db: Db, act: Act, of: DraftOf): Promise<void> {
  await sql`delete from editorial_draft where ${own(act, of)}`.execute(db);
}
