import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { listFiles } from '../../platform/files/index.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type {
  AmendmentState,
  Document,
  DocumentType,
  Level,
  Reach,
  Result,
  Version,
  VersionFile,
} from './document.ts';

export const documents = (db: Db, organisationId: string) =>
  db
    .selectFrom('document')
    .select([
      'id',
      'number',
      'component_id',
      'folder_id',
      'author_id',
      'type',
      'title',
      'summary',
      'assembly',
      'level',
      'adopted_on',
      'result',
      'theme',
      'tags',
      'is_template',
      'reach',
      'territory',
      'began_on',
      'ended_on',
      'place',
      'latitude',
      'longitude',
      'contact',
      'link',
      'copied_from',
      'copied_version',
      'reuses',
      'amends',
      'amendment_state',
      'latest',
      'version',
      'created_at',
      'changed_at',
      'withdrawn_at',
      'hidden_at',
      'held_at',
      'refused_at',
    ])
    .where('organisation_id', '=', organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof documents>['executeTakeFirstOrThrow']>>;

export const asDocument = (row: Row): Document => ({
  id: row.id,
  number: row.number,
  componentId: row.component_id,
  folderId: row.folder_id,
  authorId: row.author_id,
  type: row.type as DocumentType,
  title: row.title,
  summary: row.summary,
  assembly: row.assembly,
  level: row.level as Level | null,
  adoptedOn: row.adopted_on,
  result: row.result as Result | null,
  theme: row.theme,
  tags: row.tags,
  isTemplate: row.is_template,
  reach: row.reach as Reach,
  territory: row.territory,
  beganOn: row.began_on,
  endedOn: row.ended_on,
  place: row.place,
  point:
    row.latitude === null || row.longitude === null
      ? null
      : { latitude: row.latitude, longitude: row.longitude },
  contact: row.contact,
  link: row.link,
  copiedFrom: row.copied_from,
  copiedVersion: row.copied_version,
  reuses: row.reuses,
  amends: row.amends,
  amendmentState: row.amendment_state as AmendmentState | null,
  latest: row.latest,
  version: row.version,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  withdrawnAt: row.withdrawn_at,
  isHidden: row.hidden_at !== null,
  isHeld: row.held_at !== null,
  isRefused: row.refused_at !== null,
});

/** Withdrawn and hidden ones too: whoever shows it asks who may see it. */
export async function findDocument(
  db: Db,
  organisationId: string,
  by: { number: number } | { id: string } | { madeFrom: string },
): Promise<Document | null> {
  if ('id' in by && !isUuid(by.id)) return null;
  const query = documents(db, organisationId);
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : 'madeFrom' in by
      ? query.where('made_from', '=', by.madeFrom)
      : query.where('number', '=', by.number)
  ).executeTakeFirst();
  return row ? asDocument(row) : null;
}

/** Holds a document until the transaction ends: whoever adds a version, changes or moves it waits. */
export async function lockDocument(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<Document | null> {
  await sql`select 1 from document where organisation_id = ${organisationId} and id = ${id}::uuid
    for update`.execute(tx);
  return findDocument(tx, organisationId, { id });
}

const versions = (db: Db, organisationId: string, documentId: string) =>
  db
    .selectFrom('document_version')
    .select(['number', 'file_id', 'text', 'note', 'written_by', 'written_at', 'reading', 'pages'])
    .where('organisation_id', '=', organisationId)
    .where('document_id', '=', documentId);

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>;

async function asVersions(
  db: Db,
  organisationId: string,
  rows: readonly VersionRow[],
): Promise<Version[]> {
  const files = await findFiles(
    db,
    organisationId,
    rows.flatMap(({ file_id }) => file_id ?? []),
  );
  return rows.map((row) => ({
    number: row.number,
    file: (row.file_id && files.get(row.file_id)) || null,
    text: row.text,
    note: row.note,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    reading: row.reading as Version['reading'],
    pages: row.pages,
  }));
}

/** What is known of some files, by their id. */
export async function findFiles(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, VersionFile>> {
  const files = await listFiles(db, organisationId, ids);
  return new Map(
    files.map(({ fileId, name, mediaType, bytes, width, height }) => [
      fileId,
      { fileId, name, mediaType, bytes, width, height },
    ]),
  );
}

/** The newest first. */
export async function listVersions(
  db: Db,
  organisationId: string,
  documentId: string,
): Promise<Version[]> {
  const rows = await versions(db, organisationId, documentId)
    .orderBy('number', 'desc')
    .limit(200)
    .execute();
  return asVersions(db, organisationId, rows);
}

export async function findVersion(
  db: Db,
  organisationId: string,
  documentId: string,
  number: number,
): Promise<Version | null> {
  const rows = await versions(db, organisationId, documentId)
    .where('number', '=', number)
    .execute();
  const [version] = await asVersions(db, organisationId, rows);
  return version ?? null;
}

/** What a version says, plain: written, then read out of its file. */
export async function readVersionText(
  db: Db,
  organisationId: string,
  documentId: string,
  number: number,
): Promise<string> {
  const row = await db
    .selectFrom('document_version')
    .select('read_text')
    .where('organisation_id', '=', organisationId)
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.read_text ?? '';
}
