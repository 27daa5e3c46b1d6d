import * as m from '../../../paraglide/messages.js';
import { openStorage } from '../../../platform/files/index.ts';
import { type Form, UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findEditionToChange } from '../../spaces/index.routes.ts';
import { type Edition, readNumber, STEPS } from '../../spaces/index.ts';
import { fileWords } from '../file-words.page.ts';
import { actOf } from '../pages/office-guides.routes.tsx';
import { receiveUpload } from '../uploaded.routes.ts';
import { findKit, listDownloads, listKits, sumDownloads } from './kit.store.ts';
import {
  checkKit,
  KIT_AUDIENCES,
  type Kit,
  LONGEST_KIT,
  SHEETS,
  SHOWN_TO,
  type WrittenKit,
} from './kit.ts';
import { KitFormPage } from './kit-form.page.tsx';
import { kitProblemWords } from './kit-words.page.ts';
import { addKitItem, changeKit, insertKit, removeKitItem } from './kit-writing.store.ts';
import { nameFiles } from './kits.routes.tsx';
import { OfficeKitsPage } from './office-kits.page.tsx';
import { startingKits } from './starting-kits.page.ts';

/** Kits of an edition, for those who prepare them (R39). */
export const officeKitsRoutes: readonly Route[] = [
  get(urls.adminKits, 'officer', async (visit) => {
    const { db, organisation } = visit;
    const edition = await findEditionToChange(visit);
    const kits = await listKits(db, organisation.id, edition.id);
    const ids = kits.map(({ id }) => id);
    const downloads = await sumDownloads(db, organisation.id, ids);
    return page({
      title: m.guides_kits(),
      section: 'admin',
      body: <OfficeKitsPage edition={edition} kits={kits} downloads={downloads} />,
    });
  }),

  post(urls.adminKitsStart, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const { db, organisation } = visit;
    const back = urls.adminKits({ edition: edition.slug });
    // pressed twice, they are there once
    if ((await listKits(db, organisation.id, edition.id)).length === 0)
      for (const { sheets, ...kit } of startingKits())
        await insertKit(db, actOf(visit), { editionId: edition.id }, kit, sheets);
    return seeOther(visit, back, 'kits-started');
  }),

  get(urls.adminNewKit, 'officer', async (visit) =>
    formPage(visit, await findEditionToChange(visit), null, emptyKit),
  ),

  post(urls.adminNewKit, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const typed = readTyped(await visit.form());
    const problems = sayProblems(typed);
    if (Object.keys(problems).length > 0)
      return formPage(visit, edition, null, typed, { problems });
    const made = await insertKit(visit.db, actOf(visit), { editionId: edition.id }, typed);
    return made.ok
      ? seeOther(visit, urls.adminKit({ edition: edition.slug, kit: made.slug }), 'kit-made')
      : formPage(visit, edition, null, typed, {
          problems: { form: m.guides_problem_too_many_kits() },
        });
  }),

  get(urls.adminKit, 'officer', async (visit) => {
    const { edition, kit } = await loadKit(visit);
    return formPage(visit, edition, kit, kit);
  }),

  post(urls.adminKit, 'officer', async (visit) => {
    const { edition, kit } = await loadKit(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readNumber(form.text('version')) ?? 0;
    const problems = sayProblems(typed);
    if (Object.keys(problems).length > 0)
      return formPage(visit, edition, kit, typed, { problems, version });
    const place = { editionId: edition.id };
    const made = { slug: kit.slug, version };
    const changed = await changeKit(visit.db, actOf(visit), place, made, typed);
    if (changed.ok) return seeOther(visit, kitHref(edition, kit), 'kit-changed');
    const saved = (await loadKit(visit)).kit;
    return formPage(visit, edition, saved, typed, { conflict: true });
  }),

  post(
    urls.adminKitItems,
    'officer',
    async (visit) => {
      const { edition, kit } = await loadKit(visit);
      const refused = (problems: Problems) => formPage(visit, edition, kit, kit, { problems });
      const received = await receiveUpload(visit);
      const sheet = SHEETS.find((one) => one === received.form?.text('sheet'));
      const title = received.form?.text('itemTitle').replaceAll(/\s+/g, ' ') ?? '';
      if (title.length > LONGEST_KIT.item)
        return refused({ itemTitle: m.guides_problem_too_long({ count: LONGEST_KIT.item }) });
      if (!sheet && !received.ok) return refused({ file: received.problem });
      const storage = openStorage(visit.config);
      const added = await addKitItem(
        visit.db,
        actOf(visit),
        { editionId: edition.id },
        kit,
        sheet || !received.ok ? { sheet: sheet! } : { storage, upload: received.upload, title },
      );
      // a sheet that is there already is what was wanted
      return added.ok || added.refusal === 'sheet-there'
        ? seeOther(visit, kitHref(edition, kit), 'kit-item-added')
        : refused({ file: fileWords(added.refusal) });
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.adminRemoveKitItem, 'officer', async (visit) => {
    const { edition, kit } = await loadKit(visit);
    const number = found(readNumber(visit.params.item), 'kit-item');
    const storage = openStorage(visit.config);
    const place = { editionId: edition.id };
    const removed = await removeKitItem(visit.db, storage, actOf(visit), place, kit, number);
    found(removed || null, 'kit-item');
    return seeOther(visit, kitHref(edition, kit), 'kit-item-removed');
  }),
];

const kitHref = ({ slug }: Edition, kit: Kit) => urls.adminKit({ edition: slug, kit: kit.slug });

async function loadKit(visit: SignedInVisit<'edition' | 'kit'>) {
  const edition = await findEditionToChange(visit);
  const { db, organisation, params } = visit;
  const kit = await findKit(db, organisation.id, edition.id, params.kit);
  return { edition, kit: found(kit, 'kit') };
}

const emptyKit: WrittenKit = {
  title: '',
  summary: '',
  audiences: [],
  steps: [],
  shownTo: 'office',
};

const readTyped = (form: Form): WrittenKit => ({
  title: form.text('title').replaceAll(/\s+/g, ' '),
  summary: form.text('summary').replaceAll(/\s+/g, ' '),
  audiences: KIT_AUDIENCES.filter((one) => form.all('audiences').includes(one)),
  steps: STEPS.filter((one) => form.all('steps').includes(one)),
  shownTo: SHOWN_TO.find((one) => one === form.text('shownTo')) ?? 'office',
});

const sayProblems = (typed: WrittenKit): Problems =>
  Object.fromEntries(
    Object.entries(checkKit(typed)).map(([name, problem]) => [name, kitProblemWords[problem]()]),
  );

interface Shown {
  problems?: Problems;
  version?: number;
  conflict?: boolean;
}

async function formPage(
  visit: SignedInVisit,
  edition: Edition,
  kit: Kit | null,
  typed: WrittenKit,
  { problems = {}, version = kit?.version ?? 0, conflict = false }: Shown = {},
) {
  const { db, organisation } = visit;
  const faulty = Object.keys(problems).length > 0;
  const [files, downloads, days] = kit
    ? await Promise.all([
        nameFiles(visit, [kit]),
        sumDownloads(db, organisation.id, [kit.id]),
        listDownloads(db, organisation.id, kit.id),
      ])
    : [new Map(), new Map(), []];
  return page({
    title: kit?.title ?? m.guides_kit_new(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    ...(conflict && { status: 409, faulty: true }),
    body: (
      <KitFormPage
        edition={edition}
        kit={kit}
        typed={typed}
        problems={conflict ? { form: m.guides_conflict_words() } : problems}
        version={version}
        conflict={conflict ? kit : null}
        files={files}
        downloads={downloads}
        days={days}
      />
    ),
  });
}
