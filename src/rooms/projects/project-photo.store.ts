import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { listFiles } from '../../platform/files/index.ts';
import type { Project, ProjectPhoto } from './project.ts';

/** The same by ids alone. */
export async function listPhotosOf(
  db: Db,
  organisationId: string,
  projectIds: readonly string[],
): Promise<Map<string, ProjectPhoto>> {
  if (projectIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; fileIds: string[] }>`
    select project_id as id, array_agg(file_id order by position) as "fileIds" from project_file
    where organisation_id = ${organisationId} and project_id = any(${[...projectIds]}::uuid[])
    group by project_id`.execute(db);
  return listProjectPhotos(db, organisationId, rows);
}

/** The photo of each project that has one, by id of project; only what everybody may see. */
export async function listProjectPhotos(
  db: Db,
  organisationId: string,
  projects: readonly Pick<Project, 'id' | 'fileIds'>[],
): Promise<Map<string, ProjectPhoto>> {
  const kept = await listFiles(
    db,
    organisationId,
    projects.flatMap(({ fileIds }) => fileIds),
  );
  const photos = new Map(
    kept.flatMap(({ fileId, mediaType, storageKey, width, height, alt, publishedAt }) =>
      publishedAt === null || width === null || height === null || !mediaType.startsWith('image/')
        ? []
        : [[fileId, { fileId, mediaType, storageKey, width, height, alt }] as const],
    ),
  );
  return new Map(
    projects.flatMap(({ id, fileIds }) => {
      const first = fileIds.find((fileId) => photos.has(fileId));
      return first === undefined ? [] : [[id, photos.get(first)!] as const];
    }),
  );
}
