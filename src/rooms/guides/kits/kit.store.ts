import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { type Kit, type KitItem, MOST_KITS } from './kit.ts';

/** The kits of an edition in the order they were made, with what they hold. */
export async function listKits(db: Db, organisationId: string, editionId: string): Promise<Kit[]> {
  const rows = await db
    .selectFrom('kit')
    .select(['id', 'slug', 'version', 'title', 'summary', 'audiences', 'steps', 'shown_to'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('made_at')
    .orderBy('id')
    .limit(MOST_KITS)
    .execute();
  const items = await db
    .selectFrom('kit_item')
    .select(['kit_id', 'number', 'title', 'sheet', 'file_id'])
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`kit_id = any(${rows.map((row) => row.id)}::uuid[])`)
    .orderBy('number')
    .execute();
  return rows.map(({ shown_to, ...row }) => ({
    ...row,
    shownTo: shown_to as Kit['shownTo'],
    items: items
      .filter((item) => item.kit_id === row.id)
      .map(({ number, title, sheet, file_id }) => ({
        number,
        title,
        sheet: sheet as KitItem['sheet'],
        fileId: file_id,
      })),
  }));
}

export async function findKit(
  db: Db,
  organisationId: string,
  editionId: string,
  slug: string,
): Promise<Kit | null> {
  // an edition has a few kits: the list is the one way to read them
  const kits = await listKits(db, organisationId, editionId);
  return kits.find((kit) => kit.slug === slug) ?? null;
}

/** Editions that have a kit for whoever holds a role. */
export async function listEditionIdsWithKits(
  db: Db,
  organisationId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('kit')
    .select('edition_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('shown_to', 'in', ['staff', 'public'])
    .execute();
  return new Set(rows.map((row) => row.edition_id));
}

/** Whether everybody may see a kit of this edition. */
export async function hasPublicKit(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('kit')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .where('shown_to', '=', 'public')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** One more download, today: nothing about who. */
export async function countDownload(
  db: Db,
  organisationId: string,
  kitId: string,
  number: number,
): Promise<void> {
  // the item may have been taken away in between: then there is nothing to count
  await sql`insert into kit_download (organisation_id, kit_id, number)
    select organisation_id, kit_id, number from kit_item
    where organisation_id = ${organisationId} and kit_id = ${kitId} and number = ${number}::int
    on conflict (organisation_id, kit_id, number, day) do update set downloads = kit_download.downloads + 1`.execute(
    db,
  );
}

export interface DownloadDay {
  number: number;
  /** `YYYY-MM-DD` */
  day: string;
  downloads: number;
}

/** Days looked back on. */
const DAYS_SHOWN = 60;

/** Of one kit, by item and day, the newest day first. */
export async function listDownloads(
  db: Db,
  organisationId: string,
  kitId: string,
): Promise<DownloadDay[]> {
  const { rows } = await sql<DownloadDay>`select number, day, downloads from kit_download
    where organisation_id = ${organisationId} and kit_id = ${kitId}
      and day > (palabre_now() at time zone 'Europe/Paris')::date - ${DAYS_SHOWN}::int
    order by day desc, number`.execute(db);
  return rows;
}

/** Downloads in all, by kit and item: `kitId number` → how many. */
export async function sumDownloads(
  db: Db,
  organisationId: string,
  kitIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; downloads: number }>`
    select kit_id || ' ' || number as key, sum(downloads)::int as downloads from kit_download
    where organisation_id = ${organisationId} and kit_id = any(${[...kitIds]}::uuid[])
    group by kit_id, number`.execute(db);
  return new Map(rows.map(({ key, downloads }) => [key, downloads]));
}
