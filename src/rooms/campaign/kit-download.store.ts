import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Piece } from './piece.ts';

/** One more download, today: nothing about who. */
export async function countKitDownload(
  db: Db,
  organisationId: string,
  projectId: string,
  piece: Piece,
): Promise<void> {
  await sql`insert into project_kit_download (organisation_id, project_id, piece)
    values (${organisationId}, ${projectId}, ${piece})
    on conflict on constraint project_kit_download_once
      do update set downloads = project_kit_download.downloads + 1`.execute(db);
}

/** Of one project, in all: by piece; those that nobody took are absent. */
export async function sumKitDownloads(
  db: Db,
  organisationId: string,
  projectId: string,
): Promise<ReadonlyMap<Piece, number>> {
  const { rows } = await sql<{ piece: Piece; downloads: number }>`
    select piece, sum(downloads)::int as downloads from project_kit_download
    where organisation_id = ${organisationId} and project_id = ${projectId}
    group by piece`.execute(db);
  return new Map(rows.map(({ piece, downloads }) => [piece, downloads]));
}
