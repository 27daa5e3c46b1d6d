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
import { urls } from '../../../urls.ts';
import { actOf } from '../act-of.routes.ts';
import { readWay } from '../order.ts';
import { dropDraft, findDraft, saveDraft } from './draft.store.ts';
import { OfficePagesPage } from './editorial.page.tsx';
import { findPage, listPages } from './editorial.store.ts';
import { checkPage, type EditorialPage, type WrittenPage } from './editorial.ts';
import { insertPage, movePage, rewritePage, showPage } from './editorial-writing.store.ts';
import { PageFormPage, refusalWords, sayProblems } from './page-form.page.tsx';
import { asDraftTexts, PLACE_FIELD, readBase, readTypedPage } from './page-form.ts';

/** Bytes: two texts of 20,000 characters of any script, as forms send them. */
const BODY_LIMIT = 1024 * 1024;

/** Pages of the organisation (R98), for those who write them. */
export const officeEditorialRoutes: readonly Route[] = [
  get(urls.adminPages, 'officer', async ({ db, organisation }) =>
    answerPage({
      title: m.pages_office_title(),
      section: 'admin',
      body: <OfficePagesPage pages={await listPages(db, organisation.id)} />,
    }),
  ),

  get(urls.adminNewPage, 'officer', (visit) => openForm(visit, null)),
  post(urls.adminNewPage, 'officer', (visit) => save(visit, null), { bodyLimit: BODY_LIMIT }),
  get(urls.adminPage, 'officer', async (visit) => openForm(visit, await loadPage(visit))),
  post(urls.adminPage, 'officer', async (visit) => save(visit, await loadPage(visit)), {
    bodyLimit: BODY_LIMIT,
  }),

  /** What the page's script saves as one types: no page comes back. */
  post(
    urls.adminPageDraft,
    'officer',
    async (visit) => {
      const page = await loadDrafted(visit);
      const form = await visit.form();
      const { revision } = readBase(form.text('base'));
      const follows = page ? readFollows(form.text('suit')) : 0;
      const texts = asDraftTexts(readTypedPage((name) => form.text(name)));
      const draft = { revision, follows, texts };
      const saved = await saveDraft(visit.db, actOf(visit), page?.id ?? null, draft);
      if (saved === null) return new Response(null, { status: 412 });
      const headers = { 'x-saved-at': `${follows}.${saved}` };
      return new Response(null, { status: 204, headers });
    },
    { bodyLimit: BODY_LIMIT },
  ),

  post(urls.adminDropPageDraft, 'officer', async (visit) => {
    const page = await loadDrafted(visit);
    await dropDraft(visit.db, actOf(visit), page?.id ?? null);
    const at = page ? urls.adminPage({ page: page.slug }) : urls.adminNewPage();
    return seeOther(visit, at, 'page-draft-dropped');
  }),

  post(urls.adminPageShow, 'officer', async (visit) => {
    const page = await loadPage(visit);
    const shown = (await visit.form()).text('publier') === 'oui';
    await showPage(visit.db, actOf(visit), page, shown);
    const notice = shown ? 'page-published' : 'page-unpublished';
    return seeOther(visit, urls.adminPage({ page: page.slug }), notice);
  }),

  post(urls.adminPageMove, 'officer', async (visit) => {
    const page = await loadPage(visit);
    const way = readWay((await visit.form()).text('sens'));
    await movePage(visit.db, actOf(visit), page, way);
    return seeOther(visit, urls.adminPages(), 'page-moved');
  }),
];

/** The page of the address, of this organisation, published or not. */
export async function loadPage({
  db,
  organisation,
  params,
}: SignedInVisit<'page'>): Promise<EditorialPage> {
  return found(await findPage(db, organisation.id, params.page), 'page');
}

/** The page that is being written; null: one that is not there yet. */
const loadDrafted = async (visit: SignedInVisit<'page'>): Promise<EditorialPage | null> =>
  visit.params.page === 'nouvelle' ? null : loadPage(visit);

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
async function openForm(visit: SignedInVisit, page: EditorialPage | null): Promise<Answer> {
  const draft = await findDraft(visit.db, actOf(visit), page?.id ?? null);
  const typed = draft ? readTypedPage((name) => draft.texts[name] ?? '') : (page ?? EMPTY);
  return formPage(page, typed, {
    follows: draft?.follows ?? page?.version ?? 0,
    revision: draft?.revision ?? 0,
    draftOf: draft?.savedAt ?? null,
  });
}

async function save(visit: SignedInVisit, page: EditorialPage | null): Promise<Answer> {
  const form = await visit.form();
  const typed = readTypedPage((name) => form.text(name));
  const given = form.text('formulaire');
  const formId = isUuid(given) ? given : randomUUID();
  const follows = page ? readFollows(form.text('suit')) : 0;
  const draft = await findDraft(visit.db, actOf(visit), page?.id ?? null);
  const shown = { follows, formId, revision: draft?.revision ?? 0, unsaved: true };
  if (form.text('geste') === 'apercu') return formPage(page, typed, { ...shown, preview: true });
  const problems = sayProblems(checkPage(typed));
  if (Object.keys(problems).length > 0) return formPage(page, typed, { ...shown, problems });
  if (!page) {
    const made = await insertPage(visit.db, actOf(visit), formId, typed);
    if (made.ok) return seeOther(visit, urls.adminPage({ page: made.slug }), 'page-written');
    return formPage(page, typed, { ...shown, problems: refuse(made.refusal) });
  }
  const version = { id: page.id, version: follows };
  const written = await rewritePage(visit.db, actOf(visit), version, typed);
  if (written.ok) return seeOther(visit, urls.adminPage({ page: page.slug }), 'page-rewritten');
  const refused = refuse(written.refusal);
  if (written.refusal === 'menu-full')
    return formPage(page, typed, { ...shown, problems: refused });
  // sent once more, it is what was typed here that counts
  const now = found(await findPage(visit.db, visit.organisation.id, page.slug), 'page');
  const again = { ...shown, follows: now.version, problems: refused };
  return formPage(now, typed, { ...again, conflict: now });
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

function formPage(page: EditorialPage | null, typed: WrittenPage, shown: Shown): Answer {
  const { problems = {}, conflict = null, preview = false, unsaved = false } = shown;
  return answerPage({
    title: page?.title ?? m.pages_new(),
    section: 'admin',
    scripts: ['marked-editor.js', 'draft-autosave.js'],
    ...(Object.keys(problems).length > 0 && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <PageFormPage
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
      />
    ),
  });
}
