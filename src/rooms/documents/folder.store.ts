import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import {
  DEEPEST,
  type Folder,
  type FolderRefusal,
  listInside,
  MOST_FOLDERS,
  refuseMove,
} from './folder.ts';

interface Act {
  organisationId: string;
  by: string | null;
}
type Done = { ok: true; folder: Folder } | { ok: false; refusal: FolderRefusal };

/** All of a component: some hundreds at most. */
export async function listFolders(
  db: Db,
  organisationId: string,
  componentId: string,
): Promise<Folder[]> {
  const rows = await db
    .selectFrom('document_folder')
    .select(['id', 'component_id', 'number', 'parent_id', 'depth', 'name', 'created_by', 'version'])
    .where('organisation_id', '=', organisationId)
    .where('component_id', '=', componentId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    componentId: row.component_id,
    number: row.number,
    parentId: row.parent_id,
    depth: row.depth,
    name: row.name,
    createdBy: row.created_by,
    version: row.version,
  }));
}

/** `parentId`: of a folder of this component, or null. */
export async function addFolder(
  db: Db,
  { organisationId, by }: Act,
  componentId: string,
  { name, parentId }: { name: string; parentId: string | null },
): Promise<Done> {
  return changeTree(db, organisationId, componentId, async (tx, all): Promise<Done> => {
    if (all.length >= MOST_FOLDERS) return { ok: false, refusal: 'too-many-folders' };
    const parent = all.find(({ id }) => id === parentId);
    if (parentId !== null && !parent) return { ok: false, refusal: 'changed-meanwhile' };
    const depth = (parent?.depth ?? 0) + 1;
    if (depth > DEEPEST) return { ok: false, refusal: 'too-deep' };
    const { id, number } = await tx
      .insertInto('document_folder')
      .values({
        organisation_id: organisationId,
        component_id: componentId,
        number: Math.max(0, ...all.map((one) => one.number)) + 1,
        parent_id: parentId,
        depth,
        name,
        created_by: by,
      })
      .returning(['id', 'number'])
      .executeTakeFirstOrThrow();
    const folder = { id, componentId, number, parentId, depth, name, createdBy: by, version: 1 };
    return { ok: true, folder };
  });
}

/** Renames a folder, and puts it elsewhere with all that stands in it. */
export async function changeFolder(
  db: Db,
  { organisationId }: Act,
  { id, componentId, version }: Pick<Folder, 'id' | 'componentId' | 'version'>,
  { name, parentId }: { name: string; parentId: string | null },
): Promise<Done> {
  return changeTree(db, organisationId, componentId, async (tx, all): Promise<Done> => {
    const folder = all.find((one) => one.id === id);
    const parent = all.find((one) => one.id === parentId) ?? null;
    if (!folder || folder.version !== version || (parentId !== null && !parent))
      return { ok: false, refusal: 'changed-meanwhile' };
    const refusal = refuseMove(folder, parent, all);
    if (refusal) return { ok: false, refusal };
    const depth = (parent?.depth ?? 0) + 1;
    const inside = listInside(folder, all).map((one) => one.id);
    await sql`update document_folder set depth = depth + ${depth - folder.depth}
      where organisation_id = ${organisationId} and id = any(${inside}::uuid[])`.execute(tx);
    await tx
      .updateTable('document_folder')
      .set({ name, parent_id: parentId, depth, version: version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    return { ok: true, folder: { ...folder, name, parentId, depth, version: version + 1 } };
  });
}

/** Removes a folder in which nothing stands; what was withdrawn leaves it. */
export async function removeFolder(
  db: Db,
  { organisationId }: Act,
  { id, componentId }: Pick<Folder, 'id' | 'componentId'>,
): Promise<{ ok: true } | { ok: false; refusal: FolderRefusal }> {
  try {
    return await inTransaction(db, async (tx) => {
      await lockTree(tx, organisationId, componentId);
      await sql`update document set folder_id = null
        where organisation_id = ${organisationId} and component_id = ${componentId} and folder_id = ${id}
          and withdrawn_at is not null`.execute(tx);
      await tx
        .deleteFrom('document_folder')
        .where('organisation_id', '=', organisationId)
        .where('component_id', '=', componentId)
        .where('id', '=', id)
        .execute();
      return { ok: true } as const;
    });
  } catch (error) {
    const broken = violatedConstraint(error);
    if (broken === 'document_in_folder' || broken === 'document_folder_parent')
      return { ok: false, refusal: 'not-empty' };
    throw error;
  }
}

/** Folders of one component change one after the other: no two moves make a circle. */
async function changeTree(
  db: Db,
  organisationId: string,
  componentId: string,
  change: (tx: Tx, all: readonly Folder[]) => Promise<Done>,
): Promise<Done> {
  try {
    return await inTransaction(db, async (tx) => {
      await lockTree(tx, organisationId, componentId);
      return change(tx, await listFolders(tx, organisationId, componentId));
    });
  } catch (error) {
    if (violatedConstraint(error) === 'document_folder_named_once')
      return { ok: false, refusal: 'name-taken' };
    throw error;
  }
}

async function lockTree(tx: Tx, organisationId: string, componentId: string): Promise<void> {
  const key = `document-folders:${organisationId}:${componentId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}
