import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { type EditorialPage, MOST_PAGES, type PageTexts, type Place } from './editorial.ts';

const texts = sql`v.title, v.summary, v.body, v.title_en as "titleEn", v.summary_en as "summaryEn",
  v.body_en as "bodyEn", v.written_at as "writtenAt"`;

const columns = sql`p.id, p.slug, p.component_id as "componentId", p.shown_in as "shownIn", p.version, p.published_at as "publishedAt", ${texts}`;

const newest = sql`from editorial_page p join editorial_version v
  on v.organisation_id = p.organisation_id and v.page_id = p.id and v.number = p.version`;

/** Those that stand in a component of a space, or in none: then they are the organisation's own. */
export const standIn = (componentId: string | null) =>
  componentId ? sql`component_id = ${componentId}` : sql`component_id is null`;

/** Every page of one place in order, as its office sees them: at most two hundred, read as one list. */
export async function listPages(
  db: Db,
  organisationId: string,
  componentId: string | null = null,
): Promise<EditorialPage[]> {
  const { rows } = await sql<EditorialPage>`select ${columns} ${newest}
    where p.organisation_id = ${organisationId} and p.${standIn(componentId)} order by p.position, p.id limit ${MOST_PAGES}`.execute(
    db,
  );
  return rows;
}

/** Published or not: who may see it is for the caller to ask. */
export async function findPage(
  db: Db,
  organisationId: string,
  slug: string,
  componentId: string | null = null,
): Promise<EditorialPage | null> {
  const { rows } = await sql<EditorialPage>`select ${columns} ${newest}
    where p.organisation_id = ${organisationId} and p.${standIn(componentId)} and p.slug = ${slug}`.execute(
    db,
  );
  return rows[0] ?? null;
}

export interface PageLink {
  slug: string;
  title: string;
  titleEn: string;
  shownIn: Place;
}

/** What leads to published pages from all others, in order. */
export async function listPageLinks(db: Db, organisationId: string): Promise<PageLink[]> {
  const { rows } =
    await sql<PageLink>`select p.slug, v.title, v.title_en as "titleEn", p.shown_in as "shownIn" ${newest}
    where p.organisation_id = ${organisationId} and p.component_id is null and p.published_at is not null
      and p.shown_in <> 'nowhere'
    order by p.position, p.id limit ${MOST_PAGES}`.execute(db);
  return rows;
}

/** How many published pages stand in each of some components; those left out hold none. */
export async function countPagesIn(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`select component_id as id, count(*)::int
    from editorial_page where organisation_id = ${organisationId} and published_at is not null
      and component_id = any(${[...componentIds]}::uuid[]) group by component_id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export interface VersionLine {
  number: number;
  title: string;
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
): Promise<VersionLine[]> {
  const { rows } = await sql<VersionLine>`select v.number, v.title, v.written_by as "writtenBy",
      v.written_at as "writtenAt"
    from editorial_version v where v.organisation_id = ${organisationId} and v.page_id = ${pageId}
      and v.number < ${before ?? 2_147_483_647} order by v.number desc limit ${VERSIONS_A_PAGE}`.execute(
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
): Promise<(PageTexts & { writtenAt: Date }) | null> {
  const { rows } = await sql<
    PageTexts & { writtenAt: Date }
  >`select ${texts} from editorial_version v
    where v.organisation_id = ${organisationId} and v.page_id = ${pageId} and v.number = ${number}`.execute(
    db,
  );
  return rows[0] ?? null;
}
