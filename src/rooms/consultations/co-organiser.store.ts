import type { Db } from '../../platform/database/database.ts';
import type { CoOrganiser } from './space.ts';

/** Who organises a space together, in order (R93). */
export async function listCoOrganisers(
  db: Db,
  organisationId: string,
  spaceId: string,
): Promise<CoOrganiser[]> {
  const rows = await db
    .selectFrom('co_organiser as c')
    .leftJoin('published_file as f', (on) =>
      on.onRef('f.organisation_id', '=', 'c.organisation_id').onRef('f.id', '=', 'c.logo_file_id'),
    )
    .select([
      'c.id',
      'c.name',
      'c.address',
      'c.role_words',
      'f.id as file_id',
      'f.width',
      'f.height',
    ])
    .where('c.organisation_id', '=', organisationId)
    .where('c.space_id', '=', spaceId)
    .orderBy('c.position')
    .orderBy('c.id')
    .execute();
  return rows.map(
    ({ id, name, address, role_words: roleWords, file_id: fileId, width, height }) => ({
      id,
      name,
      address,
      roleWords,
      logo: fileId && width && height ? { fileId, width, height } : null,
    }),
  );
}
