import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type Act, nextFreeSlug, slugify } from '../../spaces/index.ts';
import { lockList } from '../list-lock.store.ts';
import { moveOne, type Way } from '../order.ts';
import { dropDraft } from './draft.store.ts';
import { standIn } from './editorial.store.ts';
import {
  type EditorialPage,
  MOST_IN_MENU,
  MOST_PAGES,
  type Place,
  type WrittenPage,
} from './editorial.ts';
import { forgetUnlessPlaced, listPictures } from './picture.store.ts';
import { listPlaced } from './picture.ts';

type Made = { ok: true; slug: string } | { ok: false; refusal: 'too-many' | 'menu-full' };

/** Adds a page at the end, seen by those who write it only. Sent twice, the form makes one. The caller has checked the texts. */
export async function insertPage(
  db: Db,
  act: Act,
  madeFrom: string,
  written: WrittenPage,
  componentId: string | null = null,
): Promise<Made> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    await lockList(tx, organisationId, 'pages');
    const pages = await listSlots(tx, organisationId, componentId);
    const made = pages.find((page) => page.madeFrom === madeFrom);
    if (made) return { ok: true, slug: made.slug };
    if (pages.length >= MOST_PAGES) return { ok: false, refusal: 'too-many' };
    if (isMenuFull(pages, written.shownIn, null)) return { ok: false, refusal: 'menu-full' };
    // an address of the office is no page's
    const taken = new Set([...pages.map(({ slug }) => slug), 'nouvelle']);
    const slug = nextFreeSlug(taken, slugify(written.title) || 'page');
    const { id } = await tx
      .insertInto('editorial_page')
      .values({
        organisation_id: organisationId,
        slug,
        component_id: componentId,
        shown_in: written.shownIn,
        made_from: madeFrom,
        position: Math.max(0, ...pages.map(({ position }) => position)) + 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertVersion(tx, act, id, 1, written);
    await dropDraft(tx, act, { pageId: null, componentId });
    await tell(tx, act, 'page.written', { id, title: written.title });
    return { ok: true, slug };
  });
}

interface Slot {
  id: string;
  slug: string;
  position: number;
  shownIn: Place;
  madeFrom: string;
}

async function listSlots(
  tx: Tx,
  organisationId: string,
  componentId: string | null,
): Promise<Slot[]> {
  const { rows } = await sql<Slot>`select id, slug, position, shown_in as "shownIn",
      made_from as "madeFrom"
    from editorial_page where organisation_id = ${organisationId} and ${standIn(componentId)}
    order by position, id`.execute(tx);
  return rows;
}

/** Counted with those that are not published yet: publishing one is then never refused. */
const isMenuFull = (pages: readonly Slot[], shownIn: Place, but: string | null): boolean =>
  shownIn === 'menu' &&
  pages.filter((page) => page.shownIn === 'menu' && page.id !== but).length >= MOST_IN_MENU;

/** A new version; pictures that it places no more are on their way out. Made from one that somebody has replaced meanwhile, nothing is written. */
export async function rewritePage(
  db: Db,
  act: Act,
  { id, version, componentId = null }: { id: string; version: number; componentId?: string | null },
  written: WrittenPage,
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' | 'menu-full' }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    await lockList(tx, organisationId, 'pages');
    if (isMenuFull(await listSlots(tx, organisationId, componentId), written.shownIn, id))
      return { ok: false, refusal: 'menu-full' };
    const changed = await tx
      .updateTable('editorial_page')
      .set({ version: version + 1, shown_in: written.shownIn })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .executeTakeFirst();
    if (!changed) return { ok: false, refusal: 'changed-meanwhile' };
    await insertVersion(tx, act, id, version + 1, written);
    await dropDraft(tx, act, { pageId: id, componentId: null });
    const placed = listPlaced(written);
    for (const { number } of await listPictures(tx, organisationId, id))
      if (!placed.has(number)) await forgetUnlessPlaced(tx, { organisationId, pageId: id, number });
    await tell(tx, act, 'page.rewritten', { id, title: written.title });
    return { ok: true };
  });
}

async function insertVersion(
  tx: Tx,
  { organisationId, by }: Act,
  pageId: string,
  number: number,
  { title, summary, body, titleEn, summaryEn, bodyEn }: WrittenPage,
): Promise<void> {
  await tx
    .insertInto('editorial_version')
    .values({
      organisation_id: organisationId,
      page_id: pageId,
      number,
      title,
      summary,
      body,
      title_en: titleEn,
      summary_en: summaryEn,
      body_en: bodyEn,
      written_by: by,
    })
    .execute();
}

/** Shows a page to everybody, or takes it back; asked twice, it is done once. */
export async function showPage(
  db: Db,
  act: Act,
  page: EditorialPage,
  shown: boolean,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const changed = await tx
      .updateTable('editorial_page')
      .set({
        published_at: shown ? sql<Date>`palabre_now()` : null,
        published_by: shown ? act.by : null,
      })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', page.id)
      .where('published_at', shown ? 'is' : 'is not', null)
      .returning('id')
      .execute();
    if (changed.length === 0) return;
    await tell(tx, act, shown ? 'page.published' : 'page.unpublished', page);
  });
}

/** Changes places with the page before or after it. */
export async function movePage(db: Db, act: Act, page: EditorialPage, way: Way): Promise<void> {
  const { organisationId } = act;
  await inTransaction(db, async (tx) => {
    await lockList(tx, organisationId, 'pages');
    const ids = (await listSlots(tx, organisationId, page.componentId)).map(({ id }) => id);
    const moved = moveOne(ids, page.id, way);
    if (!moved) return;
    await sql`update editorial_page p set position = o.position
      from unnest(${moved}::uuid[]) with ordinality o (id, position)
      where p.organisation_id = ${organisationId} and p.id = o.id and p.position <> o.position`.execute(
      tx,
    );
    await tell(tx, act, 'page.moved', page);
  });
}

function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `page.${string}`,
  { id, title }: { id: string; title: string },
): Promise<void> {
  const subject = { kind: 'page', id };
  return recordFact(tx, { organisationId, kind, actorId: by, subject, detail: { title } });
}
