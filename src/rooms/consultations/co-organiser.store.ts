import type { Db } from '../../platform/database/database.ts';
import { listFiles } from '../../platform/files/index.ts';
import { findSpaceById } from './space.store.ts';
import type { CoOrganiser, Space } from './space.ts';

/** Who organises a space together, in order (R93). */
export async function listCoOrganisers(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<CoOrganiser[]> {
  const rows = await db
    .selectFrom('co_organiser')
    .select(['id', 'name', 'address', 'role_words', 'logo_file_id'])
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const ids = rows.flatMap(({ logo_file_id: id }) => (id === null ? [] : [id]));
  const files = await listFiles(db, organisationId, ids);
  return rows.map((row) => {
    const logo = files.find(({ fileId }) => fileId === row.logo_file_id);
    return {
      id: row.id,
      name: row.name,
      address: row.address,
      roleWords: row.role_words,
      logo:
        logo?.publishedAt && logo.width && logo.height
          ? { fileId: logo.fileId, width: logo.width, height: logo.height }
          : null,
    };
  });
}

/** The space one of whose co-organisers has this logo; null: no logo of one. */
export async function findSpaceOfLogo(
  db: Db,
  organisationId: string,
  fileId: string,
): Promise<Space | null> {
  const row = await db
    .selectFrom('co_organiser')
    .select('space_id')
    .where('organisation_id', '=', organisationId)
    .where('logo_file_id', '=', fileId)
    .executeTakeFirst();
  return row ? findSpaceById(db, organisationId, row.space_id) : null;
}
