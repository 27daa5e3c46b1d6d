import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { deleteFile } from '../../platform/files/index.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const IDEA_COLUMNS: Readonly<Record<string, Fate>> = {
  'idea.author_id': 'unnamed',
  'idea_draft.person_id': 'removed',
  'idea_meeting.linked_by': 'unnamed',
  'idea_origin.email': 'removed',
  'idea_origin.mailbox': 'removed',
  'idea_origin.name': 'removed',
  'idea_origin.phone': 'removed',
  'idea_support.person_id': 'unnamed',
};

export const ideaRows = {
  ideas: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select id, edition_id, number, title, body, lang, place, longitude, latitude,
      video_link, support_count, published_at, edited_at, withdrawn_at, withdrawal_reason from idea
    where organisation_id = ${organisationId} and author_id = ${id} order by published_at, id`,
  ),
  drafts: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select id, edition_id, title, body, lang, place, longitude, latitude, video_link,
      saved_at from idea_draft
    where organisation_id = ${organisationId} and person_id = ${id} and published_idea_id is null
    order by saved_at, id`,
  ),
  supports: ownRows(
    ({ organisationId, id }) => sql`select s.idea_id, i.number, i.title, s.supported_at
    from idea_support s join idea i on i.organisation_id = s.organisation_id and i.id = s.idea_id
    where s.organisation_id = ${organisationId} and s.person_id = ${id} order by s.supported_at, s.idea_id`,
  ),
  entered: ownRows(
    ({
      organisationId,
      mailbox,
    }) => sql`select idea_id, channel, name, email, phone, postal_address, consent_on,
      entered_at from idea_origin
    where organisation_id = ${organisationId} and mailbox = ${mailbox} and mailbox <> '' order by entered_at`,
  ),
};

/** Attached to their ideas and drafts. */
export async function listOwnFiles(db: Db, { organisationId, id }: Owner): Promise<string[]> {
  const { rows } = await sql<{ fileId: string }>`select t.file_id as "fileId" from idea_attachment t
    left join idea i on i.organisation_id = t.organisation_id and i.id = t.idea_id
    left join idea_draft d on d.organisation_id = t.organisation_id and d.id = t.draft_id
    where t.organisation_id = ${organisationId} and (i.author_id = ${id} or d.person_id = ${id})
    order by t.file_id`.execute(db);
  return rows.map(({ fileId }) => fileId);
}

/**
 * Ideas and supports stay, and every count with them (R193). Drafts go with their files; of an idea that was entered
 * for this mailbox, whose it is goes, with the signed sheet.
 */
export async function eraseAuthor(tx: Tx, { organisationId, id, mailbox }: Owner) {
  const { rows: attached } = await sql<{ fileId: string }>`
    delete from idea_attachment t using idea_draft d
    where d.organisation_id = ${organisationId} and d.person_id = ${id}
      and t.organisation_id = d.organisation_id and t.draft_id = d.id
    returning t.file_id as "fileId"`.execute(tx);
  await tx
    .deleteFrom('idea_draft')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  const { rows: sheets } = await sql<{ fileId: string }>`
    with theirs as (
      select idea_id, consent_file_id from idea_origin
      where organisation_id = ${organisationId} and mailbox = ${mailbox} for update
    )
    update idea_origin o set name = 'Compte supprimé', email = '', mailbox = '', phone = '', postal_address = '',
      consent_file_id = null
    from theirs t where o.organisation_id = ${organisationId} and o.idea_id = t.idea_id
    returning t.consent_file_id as "fileId"`.execute(tx);
  const keys: string[] = [];
  for (const { fileId } of [...attached, ...sheets]) {
    const file = fileId && (await deleteFile(tx, organisationId, fileId));
    if (file) keys.push(file.storageKey);
  }
  return keys;
}
