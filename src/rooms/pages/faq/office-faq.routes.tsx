import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { readNumber } from '../../spaces/index.ts';
import { actOf } from '../act-of.routes.ts';
import { oneLine } from '../languages.ts';
import { readWay } from '../order.ts';
import { ENTRY_FIELDS, EntryFormPage, sayEntryProblems } from './entry-form.page.tsx';
import { findEntry, listHeadings } from './faq.store.ts';
import { checkEntry, type FaqEntry, type WrittenEntry } from './faq.ts';
import {
  insertEntry,
  moveEntry,
  removeEntry,
  rewriteEntry,
  showEntry,
} from './faq-writing.store.ts';

/** Questions and answers (R186), for those who write them. */
export const officeFaqRoutes: readonly Route[] = [
  get(urls.adminNewFaqEntry, 'officer', async (visit) => {
    const headings = await listHeadings(visit.db, visit.organisation.id);
    // a question stands under a heading: the first one is made on the page of all
    if (headings.length === 0) return seeOther(visit, urls.adminFaq(), 'faq-heading-first');
    const asked = visit.url.searchParams.get('rubrique');
    const headingId = headings.find(({ id }) => id === asked)?.id ?? headings[0]!.id;
    const typed = { headingId, question: '', answer: '', questionEn: '', answerEn: '' };
    return formPage(visit, null, typed);
  }),
  post(urls.adminNewFaqEntry, 'officer', (visit) => save(visit, null)),
  get(urls.adminFaqEntry, 'officer', async (visit) => {
    const entry = await loadEntry(visit);
    return formPage(visit, entry, entry);
  }),
  post(urls.adminFaqEntry, 'officer', async (visit) => save(visit, await loadEntry(visit))),

  post(urls.adminFaqEntryShow, 'officer', async (visit) => {
    const entry = await loadEntry(visit);
    const shown = (await visit.form()).text('publier') === 'oui';
    await showEntry(visit.db, actOf(visit), entry, shown);
    const notice = shown ? 'faq-published' : 'faq-unpublished';
    return seeOther(visit, urls.adminFaqEntry({ entry: entry.id }), notice);
  }),

  post(urls.adminFaqEntryMove, 'officer', async (visit) => {
    const entry = await loadEntry(visit);
    await moveEntry(visit.db, actOf(visit), entry, readWay((await visit.form()).text('sens')));
    return seeOther(visit, urls.adminFaq(), 'page-moved');
  }),

  post(urls.adminFaqEntryRemove, 'officer', async (visit) => {
    await removeEntry(visit.db, actOf(visit), await loadEntry(visit));
    return seeOther(visit, urls.adminFaq(), 'faq-removed');
  }),
];

async function loadEntry({ db, organisation, params }: SignedInVisit<'entry'>): Promise<FaqEntry> {
  found(isUuid(params.entry) || null, 'question');
  return found(await findEntry(db, organisation.id, params.entry), 'question');
}

async function save(visit: SignedInVisit, entry: FaqEntry | null): Promise<Answer> {
  const form = await visit.form();
  const headings = await listHeadings(visit.db, visit.organisation.id);
  const asked = form.text('rubrique');
  const typed: WrittenEntry = {
    headingId: headings.find(({ id }) => id === asked)?.id ?? '',
    question: oneLine(form.text(ENTRY_FIELDS.question)),
    answer: form.text(ENTRY_FIELDS.answer),
    questionEn: oneLine(form.text(ENTRY_FIELDS.questionEn)),
    answerEn: form.text(ENTRY_FIELDS.answerEn),
  };
  const given = form.text('formulaire');
  const formId = isUuid(given) ? given : randomUUID();
  const version = readNumber(form.text('version')) ?? 0;
  if (form.text('geste') === 'apercu')
    return formPage(visit, entry, typed, { formId, version, preview: true });
  const problems: Problems = {
    ...(typed.headingId === '' && { rubrique: m.pages_faq_problem_heading_gone() }),
    ...sayEntryProblems(checkEntry(typed)),
  };
  const refuse = (said: Problems, status: 409 | 422 = 422, from = version) =>
    formPage(visit, entry, typed, { formId, version: from, problems: said, status });
  if (Object.keys(problems).length > 0) return refuse(problems);
  const act = actOf(visit);
  if (!entry) {
    const made = await insertEntry(visit.db, act, formId, typed);
    if (made.ok) return seeOther(visit, urls.adminFaqEntry({ entry: made.id }), 'faq-written');
    return refuse(sayRefusal(made.refusal));
  }
  const written = await rewriteEntry(visit.db, act, entry, version, typed);
  if (written.ok) return seeOther(visit, urls.adminFaqEntry({ entry: entry.id }), 'faq-rewritten');
  // sent once more, it is what was typed here that counts
  const now = found(await findEntry(visit.db, visit.organisation.id, entry.id), 'question');
  return refuse(sayRefusal(written.refusal), 409, now.version);
}

type Refusal = 'too-many' | 'heading-gone' | 'changed-meanwhile';

const sayRefusal = (refusal: Refusal): Problems =>
  refusal === 'heading-gone'
    ? { rubrique: m.pages_faq_problem_heading_gone() }
    : {
        form: refusal === 'too-many' ? m.pages_problem_too_many() : m.pages_problem_meanwhile(),
      };

interface Shown {
  formId?: string;
  version?: number;
  problems?: Problems;
  status?: 409 | 422;
  preview?: boolean;
}

async function formPage(
  { db, organisation }: SignedInVisit,
  entry: FaqEntry | null,
  typed: WrittenEntry,
  { formId = randomUUID(), version, problems = {}, status = 422, preview = false }: Shown = {},
): Promise<Answer> {
  return page({
    title: entry?.question ?? m.pages_faq_new(),
    section: 'admin',
    scripts: ['marked-editor.js'],
    ...(Object.keys(problems).length > 0 && { status, faulty: true }),
    body: (
      <EntryFormPage
        entry={entry}
        headings={await listHeadings(db, organisation.id)}
        typed={typed}
        problems={problems}
        version={version ?? entry?.version ?? 0}
        formId={formId}
        preview={preview}
      />
    ),
  });
}
