import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { selectFound } from './idea-keys.store.ts';
import { readWords } from './idea-list.ts';

/** An idea as officers choose it among others. */
export interface OfficeIdea {
  id: string;
  number: number;
  title: string;
  categoryId: string;
  authorId: string | null;
  supportCount: number;
  publishedAt: Date;
}

/** Ideas of an edition on one page of the office. */
const OFFICE_PAGE_SIZE = 50;

/**
 * Ideas of an edition in order of number, 50 at a time after the number that `cursor` gives.
 * `filter`: a category, words of a search, ideas to leave out (those that already have a project).
 */
export async function listIdeasForOffice(
  db: Db,
  organisationId: string,
  editionId: string,
  options: {
    cursor?: number | null;
    filter?: { categoryId?: string | null; search?: string; without?: readonly string[] };
  } = {},
): Promise<{ ideas: OfficeIdea[]; next: number | null }> {
  const { cursor = null, filter = {} } = options;
  const words = readWords(filter.search ?? '');
  let query = db
    .selectFrom('idea')
    .select(['id', 'number', 'title', 'category_id', 'author_id', 'support_count', 'published_at'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('number', '>', cursor ?? 0)
    .orderBy('number')
    .limit(OFFICE_PAGE_SIZE + 1);
  if (filter.categoryId) query = query.where('category_id', '=', filter.categoryId);
  if (filter.without?.length) {
    query = query.where(sql<boolean>`id <> all (${[...filter.without]}::uuid[])`);
  }
  if (words.length > 0) {
    const here = sql`i.organisation_id = ${organisationId} and i.edition_id = ${editionId}
      and i.number > ${cursor ?? 0}
      ${filter.categoryId ? sql`and i.category_id = ${filter.categoryId}` : sql``}
      ${filter.without?.length ? sql`and i.id <> all (${[...filter.without]}::uuid[])` : sql``}`;
    const found = selectFound({ organisationId, editionId, words }, here, OFFICE_PAGE_SIZE + 1);
    query = query.where(sql<boolean>`id in (${found})`);
  }
  const rows = await query.execute();
  const shown = rows.slice(0, OFFICE_PAGE_SIZE).map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    categoryId: row.category_id,
    authorId: row.author_id,
    supportCount: row.support_count,
    publishedAt: row.published_at,
  }));
  return { ideas: shown, next: rows.length > OFFICE_PAGE_SIZE ? shown.at(-1)!.number : null };
}

export interface IdeaTitle {
  id: string;
  editionId: string;
  number: number;
  title: string;
  lang: string;
  /** Out of sight: for the office alone. */
  isHidden: boolean;
}

/** Titles of given ideas, in order of number; those of other organisations are absent. */
export async function listIdeaTitles(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<IdeaTitle[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('idea')
    .select(['id', 'edition_id', 'number', 'title', 'lang', 'hidden_at'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    editionId: row.edition_id,
    number: row.number,
    title: row.title,
    lang: row.lang,
    isHidden: row.hidden_at !== null,
  }));
}
