import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

/** An idea of one's own, for one's own page. */
export interface OwnIdea {
  id: string;
  boardId: string;
  number: number;
  title: string;
  lang: string;
  supportCount: number;
  publishedAt: Date;
}

/** What somebody published, on every board, the newest first, a hundred at most. */
export async function listOwnIdeas(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<OwnIdea[]> {
  const { rows } = await sql<OwnIdea>`
    select id, edition_id as "boardId", number, title, lang, support_count as "supportCount", published_at as "publishedAt"
    from idea where organisation_id = ${organisationId} and author_id = ${personId}
    order by published_at desc, id limit 100`.execute(db);
  return rows;
}

export interface OwnDraft {
  id: string;
  boardId: string;
  title: string;
  savedAt: Date;
  /** Sent, and waits to be read. */
  isHeld: boolean;
}

/** Begun by this account and not published, the latest first. */
export async function listOwnDrafts(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<OwnDraft[]> {
  const { rows } = await sql<OwnDraft>`
    select id, edition_id as "boardId", title, saved_at as "savedAt",
      held_at is not null as "isHeld" from idea_draft
    where organisation_id = ${organisationId} and person_id = ${personId} and published_idea_id is null
      and refused_at is null and continues_draft_id is null and (title <> '' or body <> '')
    order by saved_at desc limit 20`.execute(db);
  return rows;
}

/** An idea that somebody supports, for their own page alone. */
export type SupportedIdea = Pick<OwnIdea, 'id' | 'boardId' | 'number' | 'title' | 'lang'>;

/** What somebody supports and everybody may still see, the latest first. */
export async function listOwnSupports(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<SupportedIdea[]> {
  const { rows } = await sql<SupportedIdea>`
    select i.id, i.edition_id as "boardId", i.number, i.title, i.lang
    from idea_support s join idea i on i.organisation_id = s.organisation_id and i.id = s.idea_id
    where s.organisation_id = ${organisationId} and s.person_id = ${personId} and i.hidden_at is null
    order by s.supported_at desc, i.id limit 50`.execute(db);
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

/** How many ideas one person has published on a board, or sent to be read first; but for the one that will have this id. */
export async function countIdeasOf(
  db: Db,
  organisationId: string,
  editionId: string,
  authorId: string,
  exceptId: string | null = null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select
      (select count(*) from idea where organisation_id = ${organisationId} and author_id = ${authorId}
        and edition_id = ${editionId})::int
      + (select count(*) from idea_draft where organisation_id = ${organisationId} and person_id = ${authorId}
        and edition_id = ${editionId} and held_at is not null and refused_at is null
        and held_as is distinct from ${exceptId}::uuid)::int as count`.execute(db);
  return rows[0]!.count;
}
