import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';

export async function insertFiles(
  tx: Tx,
  organisationId: string,
  messageId: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await tx
    .insertInto('list_file')
    .values(
      fileIds.map((fileId, position) => ({
        organisation_id: organisationId,
        message_id: messageId,
        file_id: fileId,
        position,
      })),
    )
    .execute();
}

/** Ids of the files of some messages, in order. */
export async function listFileIds(
  db: Db,
  organisationId: string,
  messageIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (messageIds.length === 0) return new Map();
  const { rows } = await sql<{ messageId: string; ids: string[] }>`
    select message_id as "messageId", array_agg(file_id order by position) as ids from list_file
    where organisation_id = ${organisationId} and message_id = any(${[...messageIds]}::uuid[])
    group by message_id`.execute(db);
  return new Map(rows.map(({ messageId, ids }) => [messageId, ids]));
}

/** Whether this file came with a message of this list, and whether that stands in the archive. */
export async function findMessageOfFile(
  db: Db,
  organisationId: string,
  listId: string,
  fileId: string,
): Promise<{ isPublished: boolean } | null> {
  const { rows } = await sql<{ isPublished: boolean }>`
    select m.published_at is not null and m.withdrawn_at is null as "isPublished" from list_file f
    join list_message m on m.organisation_id = f.organisation_id and m.id = f.message_id
    where f.organisation_id = ${organisationId} and f.file_id = ${fileId}::uuid and m.list_id = ${listId}`.execute(
    db,
  );
  return rows[0] ?? null;
}
