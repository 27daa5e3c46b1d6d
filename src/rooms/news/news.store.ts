import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { listFiles } from '../../platform/files/index.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { type News, type NewsPicture, PAGE_SIZE, type PublicNews } from './news.ts';

interface Asked {
  /** null: of every edition, and of none. */
  editionId?: string | null;
  /** The item after which the page begins. */
  after?: string | null;
  limit?: number;
}

/** What everybody may read now, the newest first; `next`: the last one shown, where more follow. */
export async function listPublicNews(
  db: Db,
  organisationId: string,
  { editionId = null, after = null, limit = PAGE_SIZE }: Asked = {},
): Promise<{ news: PublicNews[]; next: string | null }> {
  let query = publicNews(db, organisationId)
    .orderBy('shows_at', 'desc')
    .orderBy('id')
    .limit(limit + 1);
  if (editionId) query = query.where('edition_id', '=', editionId);
  if (after && isUuid(after)) {
    // its date stays where it was, were it withdrawn meanwhile
    const edge = sql`(select shows_at from news_item
      where organisation_id = ${organisationId} and id = ${after}::uuid)`;
    query = query.where(
      sql<boolean>`(shows_at < ${edge} or (shows_at = ${edge} and id > ${after}::uuid))`,
    );
  }
  const rows = await query.execute();
  const news = await withPictures(db, organisationId, rows.slice(0, limit));
  return { news, next: rows.length > limit ? news.at(-1)!.id : null };
}

/** Those of a list that everybody may read now, in the order asked for. */
export async function listPublicNewsByIds(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<PublicNews[]> {
  if (ids.length === 0) return [];
  const rows = await publicNews(db, organisationId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  const news = await withPictures(db, organisationId, rows);
  return ids.flatMap((id) => news.find((one) => one.id === id) ?? []);
}

export async function findPublicNews(
  db: Db,
  organisationId: string,
  by: { number: number } | { id: string },
): Promise<PublicNews | null> {
  const query = publicNews(db, organisationId);
  const rows = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('number', '=', by.number)
  ).execute();
  return (await withPictures(db, organisationId, rows))[0] ?? null;
}

function publicNews(db: Db, organisationId: string) {
  return db
    .selectFrom('public_news')
    .select(['id', 'number', 'edition_id as editionId', 'title', 'summary', 'body', 'correction'])
    .select(['corrected_at as correctedAt', 'shows_at as showsAt', 'picture_id'])
    .where('organisation_id', '=', organisationId);
}

/** Everything the office wrote, drafts first, then the newest: a page of it. `next`: as of the public list. */
export async function listOfficeNews(
  db: Db,
  organisationId: string,
  editionIds: readonly string[] | null,
  after: string | null,
): Promise<{ news: News[]; next: string | null }> {
  let query = officeNews(db, organisationId)
    .orderBy('number', 'desc')
    .limit(PAGE_SIZE * 2 + 1);
  if (editionIds) query = query.where(sql<boolean>`edition_id = any(${[...editionIds]}::uuid[])`);
  if (after && /^\d{1,9}$/.test(after)) query = query.where('number', '<', Number(after));
  const rows = await query.execute();
  const news = await withPictures(db, organisationId, rows.slice(0, PAGE_SIZE * 2));
  return { news, next: rows.length > news.length ? String(news.at(-1)!.number) : null };
}

/** Drafts included: whoever shows it looks at its state. */
export async function findNews(
  db: Db,
  organisationId: string,
  by: { number: number } | { id: string },
  lock = false,
): Promise<News | null> {
  let query = officeNews(db, organisationId);
  query = 'id' in by ? query.where('id', '=', by.id) : query.where('number', '=', by.number);
  if (lock) query = query.forUpdate();
  return (await withPictures(db, organisationId, await query.execute()))[0] ?? null;
}

function officeNews(db: Db, organisationId: string) {
  return db
    .selectFrom('news_item')
    .select(['id', 'number', 'edition_id as editionId', 'title', 'summary', 'body', 'version'])
    .select(['written_at as writtenAt', 'published_at as publishedAt', 'shows_at as showsAt'])
    .select(['correction', 'corrected_at as correctedAt', 'withdrawn_at as withdrawnAt'])
    .select(['withdraw_reason as withdrawReason', 'picture_id'])
    .where('organisation_id', '=', organisationId);
}

/** With its picture: one query, however many items. */
async function withPictures<Row extends { picture_id: string | null }>(
  db: Db,
  organisationId: string,
  rows: readonly Row[],
): Promise<(Omit<Row, 'picture_id'> & { picture: NewsPicture | null })[]> {
  const ids = rows.flatMap(({ picture_id }) => picture_id ?? []);
  const files = await listFiles(db, organisationId, ids);
  return rows.map(({ picture_id, ...row }) => ({
    ...row,
    picture: files.find(({ fileId }) => fileId === picture_id) ?? null,
  }));
}

/** Instant of the last change of what everybody reads: of a feed. */
export const changedAt = ({ showsAt, correctedAt }: PublicNews): Date =>
  correctedAt && correctedAt > showsAt ? correctedAt : showsAt;

export type SearchedNews = { number: number; title: string; text: string } & {
  edition_id: string | null;
  query: string;
};

/** By their words, the closest first; only what everybody may read now. */
export async function searchNewsRows(
  db: Db,
  organisationId: string,
  { words, editionIds, loosely, most }: SearchedWords,
): Promise<SearchedNews[]> {
  const here: RawBuilder<unknown> = sql`n.organisation_id = ${organisationId}
    and (n.edition_id is null or n.edition_id = any(${[...editionIds]}::uuid[]))`;
  const among = loosely
    ? sql`array(select distinct w.stem from public_news n
        cross join lateral unnest(tsvector_to_array(n.words)) as w (stem) where ${here})`
    : sql`null::text[]`;
  const { rows } = await sql<SearchedNews>`
    with search as materialized (select words_query(${[...words]}::text[], ${among}) as query)
    select n.number, n.title, n.summary || E'\n' || n.body as text, n.edition_id,
      (select query from search)::text as query
    from public_news n
    where ${here} and n.words @@ (select query from search)
    order by ts_rank(n.words, (select query from search)) desc, n.shows_at desc, n.id
    limit ${most}`.execute(db);
  return rows;
}

interface SearchedWords {
  words: readonly string[];
  editionIds: readonly string[];
  loosely: boolean;
  most: number;
}
