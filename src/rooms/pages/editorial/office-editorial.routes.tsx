import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  page as answerPage,
  type SignedInVisit,
  seeOther,
} from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { actOf } from '../act-of.routes.ts';
import { readWay } from '../order.ts';
import { type DraftOf, dropDraft, findDraft, saveDraft } from './draft.store.ts';
import { findPage, listPages } from './editorial.store.ts';
import { checkPage, type EditorialPage, type WrittenPage } from './editorial.ts';
import { insertPage, movePage, rewritePage, showPage } from './editorial-writing.store.ts';
import { OfficePagesPage } from './office-pages.page.tsx';
import { PageFormPage, refusalWords, sayProblems } from './page-form.page.tsx';
import { asDraftTexts, PLACE_FIELD, readBase, readTypedPage } from './page-form.ts';
import { listPictures } from './picture.store.ts';
import { placeable } from './pictures.page.tsx';
import type { Shelf } from './shelf.ts';
import { addressesOf, FAMILIES } from './shelf-address.page.ts';
import { loadPage, loadShelf } from './shelf-load.routes.ts';

/** Bytes: two texts of 20,000 characters of any script, as forms send them. */
const BODY_LIMIT = 1024 * 1024;

/** Pages of the organisation and of the components of spaces (R98), for those who write them. */
export const officeEditorialRoutes: readonly Route[] = FAMILIES.flatMap((family) => [
  get(family.office, family.right, async (visit) => {
    const { db, organisation } = visit;
    const shelf = await loadShelf(visit);
    const pages = await listPages(db, organisation.id, shelf.componentId);
    return answerPage({
      title: m.pages_office_title(),
      section: 'admin',
      body: <OfficePagesPage shelf={shelf} pages={pages} />,
    });
  }),

  get(family.fresh, family.right, async (visit) => openForm(visit, await loadShelf(visit), null)),
  post(family.fresh, family.right, async (visit) => save(visit, await loadShelf(visit), null), {
    bodyLimit: BODY_LIMIT,
  }),
  get(family.form, family.right, async (visit) => {
    const { shelf, page } = await loadPage(visit);
    return openForm(visit, shelf, page);
  }),
  post(
    family.form,
    family.right,
    async (visit) => {
      const { shelf, page } = await loadPage(visit);
      return save(visit, shelf, page);
    },
    { bodyLimit: BODY_LIMIT },
  ),

  /** What the page's script saves as one types: no page comes back. */
  post(
    family.draft,
    family.right,
    async (visit) => {
      const { shelf, page } = await loadDrafted(visit);
      const form = await visit.form();
      const { revision } = readBase(form.text('base'));
      const follows = page ? readFollows(form.text('suit')) : 0;
      const texts = asDraftTexts(readTypedPage((name) => form.text(name)));
      const draft = { revision, follows, texts };
      const saved = await saveDraft(visit.db, actOf(visit), draftOf(shelf, page), draft);
      if (saved === null) return new Response(null, { status: 412 });
      const headers = { 'x-saved-at': `${follows}.${saved}` };
      return new Response(null, { status: 204, headers });
    },
    { bodyLimit: BODY_LIMIT },
  ),

  post(family.dropDraft, family.right, async (visit) => {
    const { shelf, page } = await loadDrafted(visit);
    await dropDraft(visit.db, actOf(visit), draftOf(shelf, page));
    const to = addressesOf(shelf);
    return seeOther(visit, page ? to.form(page.slug) : to.fresh(), 'page-draft-dropped');
  }),

  post(family.show, family.right, async (visit) => {
    const { shelf, page } = await loadPage(visit);
    const shown = (await visit.form()).text('publier') === 'oui';
    await showPage(visit.db, actOf(visit), page, shown);
    const notice = shown ? 'page-published' : 'page-unpublished';
    return seeOther(visit, addressesOf(shelf).form(page.slug), notice);
  }),

  post(family.move, family.right, async (visit) => {
    const { shelf, page } = await loadPage(visit);
    const way = readWay((await visit.form()).text('sens'));
    await movePage(visit.db, actOf(visit), page, way);
    return seeOther(visit, addressesOf(shelf).office(), 'page-moved');
  }),
]);

/** The page that is being written; null: one that is not there yet. */
const loadDrafted = async (
  visit: SignedInVisit<'page'>,
): Promise<{ shelf: Shelf; page: EditorialPage | null }> =>
  visit.params.page === 'nouvelle'
    ? { shelf: await loadShelf(visit), page: null }
    : loadPage(visit);

const draftOf = (shelf: Shelf, page: EditorialPage | null): DraftOf =>
  page ? { pageId: page.id, componentId: null } : { pageId: null, componentId: shelf.componentId };

const readFollows = (typed: string): number => Number(/^\d{1,9}$/.exec(typed)?.[0] ?? 0);

const EMPTY: WrittenPage = {
  title: '',
  summary: '',
  body: '',
  titleEn: '',
  summaryEn: '',
  bodyEn: '',
  shownIn: 'footer',
};

/** The page as it stands, or what this person was writing. */
async function openForm(
  visit: SignedInVisit,
  shelf: Shelf,
  page: EditorialPage | null,
): Promise<Answer> {
  const draft = await findDraft(visit.db, actOf(visit), draftOf(shelf, page));
  const typed = draft ? readTypedPage((name) => draft.texts[name] ?? '') : (page ?? EMPTY);
  return formPage(visit, shelf, page, typed, {
    follows: draft?.follows ?? page?.version ?? 0,
    revision: draft?.revision ?? 0,
    draftOf: draft?.savedAt ?? null,
  });
}

async function save(
  visit: SignedInVisit,
  shelf: Shelf,
  page: EditorialPage | null,
): Promise<Answer> {
  const form = await visit.form();
  const read = readTypedPage((name) => form.text(name));
  // menu and footer lead to the organisation's own pages only
  const typed: WrittenPage = shelf.kind === 'component' ? { ...read, shownIn: 'nowhere' } : read;
  const to = addressesOf(shelf);
  const given = form.text('formulaire');
  const formId = isUuid(given) ? given : randomUUID();
  const follows = page ? readFollows(form.text('suit')) : 0;
  const draft = await findDraft(visit.db, actOf(visit), draftOf(shelf, page));
  const shown = { follows, formId, revision: draft?.revision ?? 0, unsaved: true };
  if (form.text('geste') === 'apercu')
    return formPage(visit, shelf, page, typed, { ...shown, preview: true });
  const problems = sayProblems(checkPage(typed));
  if (Object.keys(problems).length > 0)
    return formPage(visit, shelf, page, typed, { ...shown, problems });
  if (!page) {
    const made = await insertPage(visit.db, actOf(visit), formId, typed, shelf.componentId);
    if (made.ok) return seeOther(visit, to.form(made.slug), 'page-written');
    return formPage(visit, shelf, page, typed, { ...shown, problems: refuse(made.refusal) });
  }
  const version = { id: page.id, version: follows, componentId: page.componentId };
  const written = await rewritePage(visit.db, actOf(visit), version, typed);
  if (written.ok) return seeOther(visit, to.form(page.slug), 'page-rewritten');
  const refused = refuse(written.refusal);
  if (written.refusal === 'menu-full')
    return formPage(visit, shelf, page, typed, { ...shown, problems: refused });
  // sent once more, it is what was typed here that counts
  const now = found(
    await findPage(visit.db, visit.organisation.id, page.slug, shelf.componentId),
    'page',
  );
  const again = { ...shown, follows: now.version, problems: refused };
  return formPage(visit, shelf, now, typed, { ...again, conflict: now });
}

const refuse = (refusal: keyof typeof refusalWords): Problems => ({
  [refusal === 'menu-full' ? PLACE_FIELD : 'form']: refusalWords[refusal](),
});

interface Shown {
  follows: number;
  revision: number;
  formId?: string;
  draftOf?: Date | null;
  unsaved?: boolean;
  problems?: Problems;
  conflict?: EditorialPage | null;
  preview?: boolean;
}

async function formPage(
  { db, organisation, locale }: SignedInVisit,
  shelf: Shelf,
  page: EditorialPage | null,
  typed: WrittenPage,
  shown: Shown,
): Promise<Answer> {
  const { problems = {}, conflict = null, preview = false, unsaved = false } = shown;
  const pictures = page ? await listPictures(db, organisation.id, page.id) : [];
  return answerPage({
    title: page?.title ?? m.pages_new(),
    section: 'admin',
    scripts: ['marked-editor.js', 'draft-autosave.js'],
    ...(Object.keys(problems).length > 0 && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <PageFormPage
        shelf={shelf}
        page={page}
        typed={typed}
        problems={problems}
        follows={shown.follows}
        revision={shown.revision}
        formId={shown.formId ?? randomUUID()}
        draftOf={shown.draftOf ?? null}
        unsaved={unsaved}
        conflict={conflict}
        preview={preview}
        pictures={placeable(pictures, locale)}
      />
    ),
  });
}
