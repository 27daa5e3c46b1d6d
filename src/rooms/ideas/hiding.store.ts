import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { publishFiles, unpublishFiles } from '../../platform/files/index.ts';
import { countOne, lockTally } from './tally.store.ts';

/**
 * Takes an idea out of sight, or back: lists, counts, searches, the map and what resembles it leave it out;
 * its files are there for nobody else. Its number, its
 * supports and what it says stay as they are. Locked as an edit locks: the idea, then the tally of its edition.
 * false: it was so already, or is not there.
 */
export async function setHidden(
  tx: Tx,
  organisationId: string,
  id: string,
  isHidden: boolean,
): Promise<boolean> {
  const { rows } = await sql<{ editionId: string; categoryId: string }>`
    update idea set hidden_at = case when ${isHidden} then palabre_now() end
    where organisation_id = ${organisationId} and id = ${id} and (hidden_at is null) = ${isHidden}
    returning edition_id as "editionId", category_id as "categoryId"`.execute(tx);
  const [idea] = rows;
  if (!idea) return false;
  await lockTally(tx, organisationId, idea.editionId);
  const { rows: files } = await sql<{ id: string }>`select file_id as id from idea_attachment
    where organisation_id = ${organisationId} and idea_id = ${id}`.execute(tx);
  const fileIds = files.map((file) => file.id);
  await (isHidden
    ? unpublishFiles(tx, organisationId, fileIds)
    : publishFiles(tx, organisationId, fileIds, null));
  await countOne(tx, organisationId, idea, isHidden ? -1 : 1);
  return true;
}
