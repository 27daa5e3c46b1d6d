import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Guide } from './guide.ts';

const columns = sql`p.id, p.slug, p.starting, p.version, p.asked_version as "askedVersion",
  p.published_at as "publishedAt", v.title, v.summary, v.body, v.lang, v.audience,
  v.written_at as "writtenAt"`;

const newest = sql`from guide_page p
  join guide_version v on v.organisation_id = p.organisation_id and v.page_id = p.id and v.number = p.version`;

/** Every page in order: an organisation writes a dozen or two, and they are read as one list. */
export async function listGuides(
  db: Db,
  organisationId: string,
  { published = false }: { published?: boolean } = {},
): Promise<Guide[]> {
  const { rows } = await sql<Guide>`select ${columns} ${newest}
    where p.organisation_id = ${organisationId} ${published ? sql`and p.published_at is not null` : sql``}
    order by p.position, p.id limit ${MOST_GUIDES}`.execute(db);
  return rows;
}

/** Pages that an organisation may have. */
export const MOST_GUIDES = 200;

export async function findGuide(
  db: Db,
  organisationId: string,
  slug: string,
): Promise<Guide | null> {
  const { rows } = await sql<Guide>`select ${columns} ${newest}
    where p.organisation_id = ${organisationId} and p.slug = ${slug}`.execute(db);
  return rows[0] ?? null;
}

export interface GuideVersionLine {
  number: number;
  title: string;
  asksAgain: boolean;
  writtenBy: string | null;
  writtenAt: Date;
}

export const VERSIONS_A_PAGE = 30;

/** The newest first, those older than `before`. */
export async function listVersions(
  db: Db,
  organisationId: string,
  pageId: string,
  before: number | null,
): Promise<GuideVersionLine[]> {
  const { rows } = await sql<GuideVersionLine>`select number, title, asks_again as "asksAgain",
      written_by as "writtenBy", written_at as "writtenAt"
    from guide_version where organisation_id = ${organisationId} and page_id = ${pageId}
      and number < ${before ?? 2_147_483_647} order by number desc limit ${VERSIONS_A_PAGE}`.execute(
    db,
  );
  return rows;
}

/** What the page said in a version. */
export async function findVersion(
  db: Db,
  organisationId: string,
  pageId: string,
  number: number,
): Promise<(Pick<Guide, 'title' | 'summary' | 'body' | 'lang'> & { writtenAt: Date }) | null> {
  const row = await db
    .selectFrom('guide_version')
    .select(['title', 'summary', 'body', 'lang', 'written_at'])
    .where('organisation_id', '=', organisationId)
    .where('page_id', '=', pageId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return null;
  const { written_at: writtenAt, lang, ...words } = row;
  return { ...words, lang: lang as Guide['lang'], writtenAt };
}

export interface GuideFileLine {
  number: number;
  fileId: string;
}

export async function listGuideFiles(
  db: Db,
  organisationId: string,
  pageId: string,
): Promise<GuideFileLine[]> {
  const rows = await db
    .selectFrom('guide_file')
    .select(['number', 'file_id'])
    .where('organisation_id', '=', organisationId)
    .where('page_id', '=', pageId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ number: row.number, fileId: row.file_id }));
}
