import * as m from '../../../paraglide/messages.js';
import { openStorage } from '../../../platform/files/index.ts';
import { type Form, UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { listRolesOf, ROLES } from '../../../platform/http/roles.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listStaff } from '../../identity/index.ts';
import { type Act, readNumber } from '../../spaces/index.ts';
import { fileWords } from '../file-words.page.ts';
import { addStartingGuides, listMissing } from '../start/starting-guides.store.ts';
import { receiveUpload } from '../uploaded.routes.ts';
import { findGuide, listGuides } from './guide.store.ts';
import { checkGuide, type Guide, type WrittenGuide } from './guide.ts';
import { GuideFormPage, sayProblems, type TypedGuide } from './guide-form.page.tsx';
import {
  attachGuideFile,
  insertGuide,
  moveGuide,
  removeGuideFile,
  rewriteGuide,
  showGuide,
} from './guide-writing.store.ts';
import { listGuideDocuments } from './guides.routes.tsx';
import { OfficeGuidesPage } from './office-guides.page.tsx';
import { countReadings } from './staff-reading.store.ts';

/** Training pages, for those who write them (R37). */
export const officeGuidesRoutes: readonly Route[] = [
  get(urls.adminGuides, 'officer', async ({ db, organisation }) => {
    const guides = await listGuides(db, organisation.id);
    const counts = await countReadings(db, organisation.id, await listStaff(db, organisation.id));
    const missing = listMissing(guides).length;
    return page({
      title: m.guides_office_title(),
      section: 'admin',
      body: <OfficeGuidesPage guides={guides} counts={counts} missing={missing} />,
    });
  }),

  post(urls.adminGuidesStart, 'officer', async (visit) => {
    await addStartingGuides(visit.db, visit.config.root, actOf(visit), visit.locale);
    return seeOther(visit, urls.adminGuides(), 'guides-started');
  }),

  get(urls.adminNewGuide, 'officer', async (visit) => formPage(visit, null, emptyGuide(visit))),

  post(urls.adminNewGuide, 'officer', async (visit) => {
    const form = await visit.form();
    const typed = readTyped(form);
    if (form.text('geste') === 'apercu') return formPage(visit, null, typed, { preview: true });
    const problems = sayProblems(checkGuide(typed));
    if (Object.keys(problems).length > 0) return formPage(visit, null, typed, { problems });
    const inserted = await insertGuide(visit.db, actOf(visit), asWritten(typed));
    return inserted.ok
      ? seeOther(visit, urls.adminGuide({ page: inserted.slug }), 'guide-written')
      : formPage(visit, null, typed, { problems: { form: m.guides_problem_too_many() } });
  }),

  get(urls.adminGuide, 'officer', async (visit) => {
    const guide = await loadGuide(visit);
    return formPage(visit, guide, typeGuide(guide));
  }),

  post(urls.adminGuide, 'officer', async (visit) => {
    const guide = await loadGuide(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readNumber(form.text('version')) ?? 0;
    if (form.text('geste') === 'apercu')
      return formPage(visit, guide, typed, { preview: true, version });
    const problems = sayProblems(checkGuide(typed));
    if (Object.keys(problems).length > 0)
      return formPage(visit, guide, typed, { problems, version });
    const made = { slug: guide.slug, version };
    const written = await rewriteGuide(
      visit.db,
      actOf(visit),
      made,
      asWritten(typed),
      typed.asksAgain,
    );
    if (written.ok)
      return seeOther(visit, urls.adminGuide({ page: guide.slug }), 'guide-rewritten');
    return formPage(visit, await loadGuide(visit), typed, { conflict: true });
  }),

  post(urls.adminGuideShow, 'officer', async (visit) => {
    const guide = await loadGuide(visit);
    const shown = (await visit.form()).text('publier') === 'oui';
    await showGuide(visit.db, actOf(visit), guide, shown);
    const notice = shown ? 'guide-published' : 'guide-unpublished';
    return seeOther(visit, urls.adminGuide({ page: guide.slug }), notice);
  }),

  post(urls.adminGuideMove, 'officer', async (visit) => {
    const guide = await loadGuide(visit);
    const way = (await visit.form()).text('sens') === 'haut' ? 'up' : 'down';
    await moveGuide(visit.db, actOf(visit), guide.slug, way);
    return seeOther(visit, urls.adminGuides(), 'guide-moved');
  }),

  post(
    urls.adminGuideFiles,
    'officer',
    async (visit) => {
      const guide = await loadGuide(visit);
      const refused = (problem: string) =>
        formPage(visit, guide, typeGuide(guide), { problems: { file: problem } });
      const received = await receiveUpload(visit);
      if (!received.ok) return refused(received.problem);
      const storage = openStorage(visit.config);
      const added = await attachGuideFile(visit.db, storage, actOf(visit), guide, received.upload);
      return added.ok
        ? seeOther(visit, urls.adminGuide({ page: guide.slug }), 'guide-file-added')
        : refused(fileWords(added.refusal));
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.adminRemoveGuideFile, 'officer', async (visit) => {
    const guide = await loadGuide(visit);
    const number = found(readNumber(visit.params.file), 'file');
    const storage = openStorage(visit.config);
    const removed = await removeGuideFile(visit.db, storage, actOf(visit), guide, number);
    found(removed || null, 'file');
    return seeOther(visit, urls.adminGuide({ page: guide.slug }), 'guide-file-removed');
  }),
];

export const actOf = ({ organisation, visitor }: SignedInVisit): Act => ({
  organisationId: organisation.id,
  by: visitor.id,
});

/** The page of the address, of this organisation, published or not. */
export async function loadGuide({
  db,
  organisation,
  params,
}: SignedInVisit<'page'>): Promise<Guide> {
  return found(await findGuide(db, organisation.id, params.page), 'guide');
}

const emptyGuide = ({ locale }: SignedInVisit): TypedGuide => ({
  title: '',
  summary: '',
  body: '',
  lang: locale,
  audience: [],
  asksAgain: false,
});

const typeGuide = ({ title, summary, body, lang, audience }: Guide): TypedGuide => ({
  title,
  summary,
  body,
  lang,
  audience: [...audience],
  asksAgain: false,
});

const readTyped = (form: Form): TypedGuide => ({
  title: form.text('title').replaceAll(/\s+/g, ' '),
  summary: form.text('summary').replaceAll(/\s+/g, ' '),
  body: form.text('body'),
  lang: form.text('lang') === 'en' ? 'en' : 'fr',
  audience: ROLES.filter((role) => form.all('audience').includes(role)),
  asksAgain: form.text('asksAgain') === 'oui',
});

const asWritten = ({ asksAgain: _, lang, ...typed }: TypedGuide): WrittenGuide => ({
  ...typed,
  lang: lang === 'en' ? 'en' : 'fr',
});

interface Shown {
  problems?: Problems;
  version?: number;
  conflict?: boolean;
  preview?: boolean;
}

async function formPage(
  visit: SignedInVisit,
  guide: Guide | null,
  typed: TypedGuide,
  { problems = {}, version = guide?.version ?? 0, conflict = false, preview = false }: Shown = {},
) {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: guide?.title ?? m.guides_new_title(),
    section: 'admin',
    scripts: ['marked-editor.js'],
    ...(faulty && { status: 422, faulty }),
    ...(conflict && { status: 409, faulty: true }),
    body: (
      <GuideFormPage
        roles={listRolesOf(visit.organisation)}
        guide={guide}
        typed={typed}
        problems={conflict ? { form: m.guides_conflict_words() } : problems}
        version={version}
        conflict={conflict ? guide : null}
        preview={preview}
        documents={guide ? await listGuideDocuments(visit, guide) : []}
      />
    ),
  });
}
