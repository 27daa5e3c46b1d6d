import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { deleteFile } from '../../platform/files/index.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const DOCUMENT_COLUMNS: Readonly<Record<string, Fate>> = {
  'document.author_id': 'unnamed',
  'document.withdrawn_by': 'unnamed',
  'document_folder.created_by': 'unnamed',
  'document_share.person_id': 'removed',
  'document_upload.person_id': 'removed',
  'document_version.written_by': 'unnamed',
};

export const documentRows = {
  documents: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select id, number, component_id, type, title, summary, assembly, level, adopted_on,
      result, theme, tags, is_template, reach, territory, began_on, ended_on, place, latitude, longitude, contact, link,
      created_at, changed_at, withdrawn_at
    from document where organisation_id = ${organisationId} and author_id = ${id} order by number`,
  ),
  versions: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select v.document_id, v.number, v.file_id, v.text, v.note, v.written_at
    from document_version v
    where v.organisation_id = ${organisationId} and v.written_by = ${id} order by v.written_at, v.number`,
  ),
};

/** Files of documents that they wrote, and those that wait for their form. */
export async function listOwnFiles(db: Db, { organisationId, id }: Owner): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select file_id as id from document_version
      where organisation_id = ${organisationId} and written_by = ${id} and file_id is not null
    union select file_id from document_upload where organisation_id = ${organisationId} and person_id = ${id}`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

/** What they wrote stays with its space, under nobody's name; what they had not deposited goes. */
export async function eraseWriter(tx: Tx, { organisationId, id }: Owner): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`delete from document_upload
    where organisation_id = ${organisationId} and person_id = ${id} returning file_id as id`.execute(
    tx,
  );
  const keys: string[] = [];
  for (const row of rows) {
    const deleted = await deleteFile(tx, organisationId, row.id);
    if (deleted) keys.push(deleted.storageKey);
  }
  await sql`delete from document_share where organisation_id = ${organisationId} and person_id = ${id}`.execute(
    tx,
  );
  return keys;
}
