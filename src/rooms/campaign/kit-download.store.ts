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

/** How often each piece of each project's kit was taken, in all; what nobody took is absent. */
export async function sumKitDownloads(
  db: Db,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<Piece, number>>> {
  const { rows } = await sql<{ projectId: string; piece: Piece; downloads: number }>`
    select project_id as "projectId", piece, sum(downloads)::int as downloads
    from project_kit_download
    where organisation_id = ${organisationId} and project_id = any(${[...projectIds]}::uuid[])
    group by project_id, piece`.execute(db);
  const sums = new Map<string, Map<Piece, number>>();
  for (const { projectId, piece, downloads } of rows)
    sums.set(projectId, (sums.get(projectId) ?? new Map()).set(piece, downloads));
  return sums;
}
