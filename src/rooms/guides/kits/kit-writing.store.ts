import type { FileStorage } from '@flystorage/file-storage';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import {
  type CleanUpload,
  deleteFile,
  keepFile,
  removeBytes,
} from '../../../platform/files/index.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type Act, slugify } from '../../spaces/index.ts';
import { freeSlug } from '../pages/guide-writing.store.ts';
import { type Kit, MOST_ITEMS, MOST_KITS, type SheetName, type WrittenKit } from './kit.ts';

interface Place {
  editionId: string;
}

/** Adds a kit; with sheets, when it is a starting one. The caller has checked it. */
export async function insertKit(
  db: Db,
  act: Act,
  { editionId }: Place,
  kit: WrittenKit,
  sheets: readonly SheetName[] = [],
): Promise<{ ok: true; slug: string } | { ok: false; refusal: 'too-many' }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`kits:${editionId}`}, 0))`.execute(
      tx,
    );
    const { rows } = await sql<{ slug: string }>`select slug from kit
      where organisation_id = ${organisationId} and edition_id = ${editionId}`.execute(tx);
    if (rows.length >= MOST_KITS) return { ok: false, refusal: 'too-many' };
    const slug = freeSlug(
      slugify(kit.title) || 'kit',
      rows.map((row) => row.slug),
    );
    const { id } = await tx
      .insertInto('kit')
      .values({
        organisation_id: organisationId,
        edition_id: editionId,
        slug,
        items: sheets.length,
        ...asRow(kit),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const [at, sheet] of sheets.entries())
      await tx
        .insertInto('kit_item')
        .values({ organisation_id: organisationId, kit_id: id, number: at + 1, sheet })
        .execute();
    await tell(tx, act, 'kit.made', { id, title: kit.title, editionId, shownTo: kit.shownTo });
    return { ok: true, slug };
  });
}

/** Changes what a kit says of itself and who sees it, unless somebody changed it meanwhile. */
export async function changeKit(
  db: Db,
  act: Act,
  { editionId }: Place,
  { slug, version }: Pick<Kit, 'slug' | 'version'>,
  kit: WrittenKit,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' }> {
  return inTransaction(db, async (tx) => {
    const changed = await tx
      .updateTable('kit')
      .set({ ...asRow(kit), version: version + 1 })
      .where('organisation_id', '=', act.organisationId)
      .where('edition_id', '=', editionId)
      .where('slug', '=', slug)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst();
    if (!changed) return { ok: false, refusal: 'changed-meanwhile' };
    const { title, shownTo } = kit;
    await tell(tx, act, 'kit.changed', { id: changed.id, title, editionId, shownTo });
    return { ok: true };
  });
}

const asRow = ({ title, summary, audiences, steps, shownTo }: WrittenKit) => ({
  title,
  summary,
  audiences: [...audiences],
  steps: [...steps],
  shown_to: shownTo,
});

type ItemRefusal = 'too-many-files' | 'sheet-there';
export type ItemAdded = { ok: true } | { ok: false; refusal: ItemRefusal };

/** Adds a sheet or a clean upload. The kit's row is the lock. */
export async function addKitItem(
  db: Db,
  act: Act,
  { editionId }: Place,
  kit: Kit,
  added: { sheet: SheetName } | { storage: FileStorage; upload: CleanUpload; title: string },
): Promise<ItemAdded> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    const { items: number } = await tx
      .updateTable('kit')
      .set({ items: sql`items + 1` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', kit.id)
      .returning('items')
      .executeTakeFirstOrThrow();
    const { rows } = await sql<{ sheet: string | null }>`select sheet
      from kit_item where organisation_id = ${organisationId} and kit_id = ${kit.id}`.execute(tx);
    if (rows.length >= MOST_ITEMS) return { ok: false, refusal: 'too-many-files' };
    if ('sheet' in added && rows.some((row) => row.sheet === added.sheet))
      return { ok: false, refusal: 'sheet-there' };
    const item =
      'sheet' in added
        ? { sheet: added.sheet }
        : {
            title: added.title,
            file_id: (
              await keepFile(tx, added.storage, organisationId, added.upload, {
                alt: '',
                uploadedBy: by,
              })
            ).fileId,
          };
    await tx
      .insertInto('kit_item')
      .values({ organisation_id: organisationId, kit_id: kit.id, number, ...item })
      .execute();
    await tell(tx, act, 'kit.item-added', { ...kit, editionId });
    return { ok: true };
  });
}

/** Takes a sheet or a file out of a kit; its counts go with it. */
export async function removeKitItem(
  db: Db,
  storage: FileStorage,
  act: Act,
  { editionId }: Place,
  kit: Kit,
  number: number,
): Promise<boolean> {
  const { organisationId } = act;
  const removed = await inTransaction(db, async (tx) => {
    const row = await tx
      .deleteFrom('kit_item')
      .where('organisation_id', '=', organisationId)
      .where('kit_id', '=', kit.id)
      .where('number', '=', number)
      .returning('file_id')
      .executeTakeFirst();
    if (!row) return null;
    await tell(tx, act, 'kit.item-removed', { ...kit, editionId });
    return { file: row.file_id && (await deleteFile(tx, organisationId, row.file_id)) };
  });
  if (removed?.file) await removeBytes(storage, removed.file.storageKey);
  return removed !== null;
}

function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `kit.${string}`,
  {
    id,
    title,
    editionId,
    shownTo,
  }: { id: string; title: string; editionId: string } & Pick<Kit, 'shownTo'>,
): Promise<void> {
  return recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'kit', id },
    detail: { title, editionId, shownTo },
  });
}
