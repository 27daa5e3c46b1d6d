import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { deleteFile } from '../../platform/files/index.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const LIST_COLUMNS: Readonly<Record<string, Fate>> = {
  'list_subscription.person_id': 'removed',
  'list_message.author_id': 'unnamed',
  'list_message.sender_name': 'removed',
  'list_message.sender_email': 'removed',
};

export const listRows = {
  subscriptions: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select list_id, delivery, shows_address, subscribed_at, paused_at
      from list_subscription where organisation_id = ${organisationId} and person_id = ${id} order by subscribed_at`,
  ),
  messages: ownRows(
    ({
      organisationId,
      id,
      email,
    }) => sql`select id, list_id, thread_id, parent_id, mail_id, subject, body, quoted, came_by,
      received_at, published_at, refused_at, refusal
      from list_message where organisation_id = ${organisationId}
        and (author_id = ${id} or lower(sender_email) = lower(${email})) order by received_at, id`,
  ),
};

/** What they wrote stays under an empty account, as letters of it have left; their subscriptions go, and what nobody read yet. */
export async function eraseSubscriber(tx: Tx, { organisationId, id, email }: Owner) {
  await tx
    .deleteFrom('list_subscription')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  await sql`update list_message set sender_name = '', sender_email = ''
    where organisation_id = ${organisationId} and lower(sender_email) = lower(${email})`.execute(
    tx,
  );
  const { rows } = await sql<{ fileId: string }>`
    with waiting as (
      select id from list_message where organisation_id = ${organisationId} and author_id = ${id} and published_at is null)
    delete from list_file using waiting where list_file.organisation_id = ${organisationId}
      and list_file.message_id = waiting.id returning list_file.file_id as "fileId"`.execute(tx);
  await tx
    .deleteFrom('list_message')
    .where('organisation_id', '=', organisationId)
    .where('author_id', '=', id)
    .where('published_at', 'is', null)
    .execute();
  const keys: string[] = [];
  for (const { fileId } of rows) {
    const gone = await deleteFile(tx, organisationId, fileId);
    if (gone) keys.push(gone.storageKey);
  }
  return keys;
}
