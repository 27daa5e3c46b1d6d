import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { asDocument, documents, findFiles } from './document.store.ts';
import type { Document, Reach, VersionFile } from './document.ts';
import { type DocumentFilter, MOST_ON_MAP, PAGE_SIZE } from './document-list.ts';

export interface AskedDocuments {
  componentId: string;
  /** Of one folder (null: in none) where nothing is filtered; left out: of the whole component. */
  folderId?: string | null;
  filter: DocumentFilter;
  /** What this reader may read. */
  reaches: readonly Reach[];
  /** Of one author. */
  authorId?: string | null;
  /** Id of the document after which the page begins. */
  after?: string | null;
  limit?: number;
}

/** A document as lists show it, with the file of its newest version. */
export interface ListedDocument extends Document {
  file: VersionFile | null;
}

const IN_SIGHT = sql<boolean>`withdrawn_at is null and hidden_at is null`;

/** Which documents of a component are asked for. */
function askedDocuments(
  organisationId: string,
  { componentId, folderId, filter, reaches, authorId }: AskedDocuments,
) {
  const where: RawBuilder<boolean>[] = [
    sql<boolean>`component_id = ${componentId}::uuid`,
    IN_SIGHT,
    sql<boolean>`reach = any(${[...reaches]}::text[])`,
  ];
  if (folderId !== undefined)
    where.push(
      folderId === null
        ? sql<boolean>`folder_id is null`
        : sql<boolean>`folder_id = ${folderId}::uuid`,
    );
  for (const [column, value] of [
    ['type', filter.type],
    ['level', filter.level],
    ['result', filter.result],
    ['reach', filter.reach],
  ] as const)
    if (value) where.push(sql<boolean>`${sql.ref(column)} = ${value}`);
  if (filter.theme) where.push(sql<boolean>`lower(theme) = lower(${filter.theme})`);
  if (filter.tag) where.push(sql<boolean>`tags @> array[${filter.tag}]::text[]`);
  if (filter.onlyTemplates) where.push(sql<boolean>`is_template`);
  if (authorId !== undefined) where.push(sql<boolean>`author_id = ${authorId}::uuid`);
  const words = filter.words.split(/\s+/).filter((word) => word !== '');
  // looked for first, whatever the order of the list: walking the list to find them would read every text
  if (words.length > 0)
    where.push(sql<boolean>`id = any(array(select d.id from document d
      where d.organisation_id = ${organisationId} and d.component_id = ${componentId}::uuid
        and d.words @@ (select words_query(${words}::text[]))))`);
  return sql<boolean>`(${sql.join(where, sql` and `)})`;
}

/** A page of documents, those that changed last first; `next`: the last one shown, where more follow. */
export async function listDocuments(
  db: Db,
  organisationId: string,
  asked: AskedDocuments,
): Promise<{ documents: ListedDocument[]; next: string | null }> {
  const { after, limit = PAGE_SIZE } = asked;
  let query = documents(db, organisationId)
    .where(askedDocuments(organisationId, asked))
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after && isUuid(after))
    query = query.where(
      sql<boolean>`(changed_at, id) < (select d.changed_at, d.id from document d
        where d.organisation_id = ${organisationId} and d.id = ${after}::uuid)`,
    );
  const rows = await query.execute();
  const shown = await withFiles(db, organisationId, rows.slice(0, limit).map(asDocument));
  return { documents: shown, next: rows.length > limit ? shown.at(-1)!.id : null };
}

/** The same documents, each with the file of its newest version. */
export async function withFiles(
  db: Db,
  organisationId: string,
  shown: readonly Document[],
): Promise<ListedDocument[]> {
  if (shown.length === 0) return [];
  const { rows } = await sql<{ id: string; fileId: string }>`
    select v.document_id as id, v.file_id as "fileId"
    from unnest(${shown.map(({ id }) => id)}::uuid[], ${shown.map(({ latest }) => latest)}::int[]) as d (id, latest)
    join document_version v on v.organisation_id = ${organisationId} and v.document_id = d.id and v.number = d.latest
    where v.file_id is not null`.execute(db);
  const files = await findFiles(
    db,
    organisationId,
    rows.map(({ fileId }) => fileId),
  );
  const fileOf = new Map(rows.map(({ id, fileId }) => [id, files.get(fileId) ?? null]));
  return shown.map((document) => ({ ...document, file: fileOf.get(document.id) ?? null }));
}

/** The beginning of what some documents say, plain, by their id. */
export async function findOpenings(
  db: Db,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; opening: string }>`
    select id, left(read_text, 600) as opening from document
    where organisation_id = ${organisationId} and id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, opening }) => [id, opening]));
}

/** Documents of a component that have a place, the newest ones: what a map shows of a list. */
export async function listPlaced(
  db: Db,
  organisationId: string,
  asked: Omit<AskedDocuments, 'after' | 'limit'>,
): Promise<Document[]> {
  const rows = await documents(db, organisationId)
    .where(askedDocuments(organisationId, asked))
    .where('latitude', 'is not', null)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_ON_MAP)
    .execute();
  return rows.map(asDocument);
}

/** How many documents everybody inside finds in each of some components, by id. */
export async function countDocuments(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; documents: number }>`
    select component_id as id, count(*)::int as documents from document
    where organisation_id = ${organisationId} and component_id = any(${[...componentIds]}::uuid[]) and ${IN_SIGHT}
    group by component_id`.execute(db);
  return new Map(rows.map(({ id, documents: count }) => [id, count]));
}

/** Themes of a component as they are written, the most frequent first. */
export async function listThemes(
  db: Db,
  organisationId: string,
  componentId: string,
  reaches: readonly Reach[],
): Promise<string[]> {
  const { rows } = await sql<{ theme: string }>`
    select min(theme) as theme from document
    where organisation_id = ${organisationId} and component_id = ${componentId}::uuid and ${IN_SIGHT}
      and reach = any(${[...reaches]}::text[]) and theme <> ''
    group by lower(theme) order by count(*) desc, 1 limit 40`.execute(db);
  return rows.map(({ theme }) => theme);
}

/** How many documents, and folders, stand in each folder of a component: what everybody inside finds there. */
export async function countInFolders(
  db: Db,
  organisationId: string,
  componentId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; documents: number }>`
    select folder_id as id, count(*)::int as documents from document
    where organisation_id = ${organisationId} and component_id = ${componentId}::uuid and folder_id is not null
      and ${IN_SIGHT}
    group by folder_id`.execute(db);
  return new Map(rows.map(({ id, documents: count }) => [id, count]));
}
