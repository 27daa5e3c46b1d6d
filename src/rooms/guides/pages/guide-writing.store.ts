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
import { MOST_GUIDES } from './guide.store.ts';
import type { Guide, WrittenGuide } from './guide.ts';

/** One officer at a time changes the list of pages: its order, and which addresses are taken. */
export async function lockGuides(tx: Tx, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`guides:${organisationId}`}, 0))`.execute(
    tx,
  );
}

/** Adds a page at the end, seen by officers only. The caller has checked it. */
export async function insertGuide(
  db: Db,
  act: Act,
  written: WrittenGuide,
  starting: string | null = null,
): Promise<{ ok: true; slug: string } | { ok: false; refusal: 'too-many' }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    await lockGuides(tx, organisationId);
    const { rows } = await sql<{ slug: string; position: number }>`select slug, position
      from guide_page where organisation_id = ${organisationId}`.execute(tx);
    if (rows.length >= MOST_GUIDES) return { ok: false, refusal: 'too-many' };
    const slug = freeSlug(
      slugify(written.title) || 'page',
      rows.map((row) => row.slug),
    );
    const { id } = await tx
      .insertInto('guide_page')
      .values({
        organisation_id: organisationId,
        slug,
        starting,
        position: Math.max(0, ...rows.map((row) => row.position)) + 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertVersion(tx, act, id, 1, written, true);
    await tell(tx, act, 'guide.written', { id, title: written.title, version: 1 });
    return { ok: true, slug };
  });
}

/** `accueil`, `accueil-2`, … ; nothing may be called as an address of the office is. */
export function freeSlug(wanted: string, taken: readonly string[]): string {
  const refused = new Set([...taken, 'nouvelle', 'nouveau', 'kits']);
  let slug = wanted;
  for (let number = 2; refused.has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}

async function insertVersion(
  tx: Tx,
  { organisationId, by }: Act,
  pageId: string,
  number: number,
  { title, summary, body, lang, audience }: WrittenGuide,
  asksAgain: boolean,
): Promise<void> {
  await tx
    .insertInto('guide_version')
    .values({
      organisation_id: organisationId,
      page_id: pageId,
      number,
      title,
      summary,
      body,
      lang,
      audience: [...audience],
      asks_again: asksAgain,
      written_by: by,
    })
    .execute();
}

/**
 * A new version of a page; `asksAgain`: whoever had read it is asked to read it anew. Made from a version
 * that somebody has replaced meanwhile, nothing is written.
 */
export async function rewriteGuide(
  db: Db,
  act: Act,
  { slug, version }: { slug: string; version: number },
  written: WrittenGuide,
  asksAgain: boolean,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const changed = await tx
      .updateTable('guide_page')
      .set({
        version: version + 1,
        ...(asksAgain && { asked_version: version + 1 }),
      })
      .where('organisation_id', '=', organisationId)
      .where('slug', '=', slug)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst();
    if (!changed) return { ok: false, refusal: 'changed-meanwhile' };
    await insertVersion(tx, act, changed.id, version + 1, written, asksAgain);
    const detail = { id: changed.id, title: written.title, version: version + 1, asksAgain };
    await tell(tx, act, 'guide.rewritten', detail);
    return { ok: true };
  });
}

/** Shows a page to those it is for, or takes it back; asked twice, it is done once. */
export async function showGuide(db: Db, act: Act, guide: Guide, shown: boolean): Promise<void> {
  const { organisationId, by } = act;
  await inTransaction(db, async (tx) => {
    const changed = await tx
      .updateTable('guide_page')
      .set({
        published_at: shown ? sql<Date>`palabre_now()` : null,
        published_by: shown ? by : null,
      })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', guide.id)
      .where('published_at', shown ? 'is' : 'is not', null)
      .returning('id')
      .execute();
    if (changed.length === 0) return;
    await tell(tx, act, shown ? 'guide.published' : 'guide.unpublished', guide);
  });
}

/** Changes places with the page before or after it. */
export async function moveGuide(
  db: Db,
  { organisationId }: Act,
  slug: string,
  way: 'up' | 'down',
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockGuides(tx, organisationId);
    const { rows } = await sql<{ id: string; slug: string }>`select id, slug from guide_page
      where organisation_id = ${organisationId} order by position, id`.execute(tx);
    const at = rows.findIndex((row) => row.slug === slug);
    const other = way === 'up' ? at - 1 : at + 1;
    if (at < 0 || !rows[other]) return;
    [rows[at], rows[other]] = [rows[other], rows[at]!];
    await sql`update guide_page p set position = o.position
      from unnest(${rows.map((row) => row.id)}::uuid[]) with ordinality o (id, position)
      where p.organisation_id = ${organisationId} and p.id = o.id and p.position <> o.position`.execute(
      tx,
    );
  });
}

const MOST_FILES = 10;

/** Adds a clean upload to a page. The page's row is the lock: never more than ten. */
export async function attachGuideFile(
  db: Db,
  storage: FileStorage,
  act: Act,
  guide: Guide,
  upload: CleanUpload,
): Promise<{ ok: true } | { ok: false; refusal: 'too-many-files' }> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    const { files: number } = await tx
      .updateTable('guide_page')
      .set({ files: sql`files + 1` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', guide.id)
      .returning('files')
      .executeTakeFirstOrThrow();
    const { rows } = await sql`select from guide_file
      where organisation_id = ${organisationId} and page_id = ${guide.id}`.execute(tx);
    if (rows.length >= MOST_FILES) return { ok: false, refusal: 'too-many-files' };
    const { fileId, name } = await keepFile(tx, storage, organisationId, upload, {
      alt: '',
      uploadedBy: by,
    });
    await tx
      .insertInto('guide_file')
      .values({
        organisation_id: organisationId,
        page_id: guide.id,
        number,
        file_id: fileId,
      })
      .execute();
    await tell(tx, act, 'guide.file-added', { ...guide, file: name });
    return { ok: true };
  });
}

export async function removeGuideFile(
  db: Db,
  storage: FileStorage,
  act: Act,
  guide: Guide,
  number: number,
): Promise<boolean> {
  const { organisationId } = act;
  const removed = await inTransaction(db, async (tx) => {
    const row = await tx
      .deleteFrom('guide_file')
      .where('organisation_id', '=', organisationId)
      .where('page_id', '=', guide.id)
      .where('number', '=', number)
      .returning('file_id')
      .executeTakeFirst();
    if (!row) return null;
    await tell(tx, act, 'guide.file-removed', guide);
    return deleteFile(tx, organisationId, row.file_id);
  });
  if (removed) await removeBytes(storage, removed.storageKey);
  return removed !== null;
}

function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `guide.${string}`,
  {
    id,
    title,
    version,
    ...more
  }: { id: string; title: string; version: number; asksAgain?: boolean; file?: string },
): Promise<void> {
  const { asksAgain, file } = more;
  return recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'guide', id },
    detail: {
      title,
      version,
      ...(asksAgain !== undefined && { asksAgain }),
      ...(file !== undefined && { file }),
    },
  });
}
