import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** An idea of one's own, for one's own page. */
export interface OwnIdea {
  id: string;
  editionId: string;
  number: number;
  title: string;
  lang: string;
  supportCount: number;
  publishedAt: Date;
}

/** What somebody published, in every edition, the newest first, a hundred at most. */
export async function listOwnIdeas(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<OwnIdea[]> {
  const { rows } = await sql<OwnIdea>`
    select id, edition_id as "editionId", number, title, lang, support_count as "supportCount", published_at as "publishedAt"
    from idea where organisation_id = ${organisationId} and author_id = ${personId}
    order by published_at desc, id limit 100`.execute(db);
  return rows;
}

/** Begun by this account and not published, the latest first. */
export async function listOwnDrafts(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<{ id: string; editionId: string; title: string; savedAt: Date }[]> {
  const { rows } = await sql<{ id: string; editionId: string; title: string; savedAt: Date }>`
    select id, edition_id as "editionId", title, saved_at as "savedAt" from idea_draft
    where organisation_id = ${organisationId} and person_id = ${personId} and published_idea_id is null
      and continues_draft_id is null and (title <> '' or body <> '')
    order by saved_at desc limit 20`.execute(db);
  return rows;
}

/** The newest ideas of somebody that are in sight, by id. */
export async function listShownIdeasOf(
  db: Db,
  organisationId: string,
  personId: string,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from idea
    where organisation_id = ${organisationId} and author_id = ${personId} and hidden_at is null
    order by published_at desc, id limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}
