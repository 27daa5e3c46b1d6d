import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
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
import { findHeading, listEntries, listHeadings } from './faq.store.ts';
import { checkHeading, type FaqHeading } from './faq.ts';
import { addHeading, moveHeading, removeHeading, renameHeading } from './headings.store.ts';
import {
  HEADING_EN_FIELD,
  HEADING_FIELD,
  HeadingPage,
  headingWords,
  OfficeFaqPage,
  type TypedHeading,
} from './office-faq.page.tsx';

/** Headings of the questions, and the page of all of them, for those who write them. */
export const headingsRoutes: readonly Route[] = [
  get(urls.adminFaq, 'officer', (visit) => listPage(visit)),

  post(urls.adminFaq, 'officer', async (visit) => {
    const typed = readTyped(await visit.form());
    const problems = refuse(typed);
    if (Object.keys(problems).length > 0) return listPage(visit, typed, problems);
    const added = await addHeading(visit.db, actOf(visit), typed);
    return added.ok
      ? seeOther(visit, urls.adminFaq(), 'faq-heading-added')
      : listPage(visit, typed, { form: m.pages_problem_too_many() });
  }),

  get(urls.adminFaqHeading, 'officer', async (visit) => {
    const heading = await loadHeading(visit);
    return headingPage(visit, heading, heading);
  }),

  post(urls.adminFaqHeading, 'officer', async (visit) => {
    const heading = await loadHeading(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const problems = refuse(typed);
    if (Object.keys(problems).length > 0) return headingPage(visit, heading, typed, problems);
    const version = readNumber(form.text('version')) ?? 0;
    const named = await renameHeading(visit.db, actOf(visit), { id: heading.id, version }, typed);
    if (named.ok) return seeOther(visit, urls.adminFaq(), 'faq-heading-renamed');
    return headingPage(visit, heading, typed, { form: m.pages_problem_meanwhile() }, 409);
  }),

  post(urls.adminFaqHeadingMove, 'officer', async (visit) => {
    const heading = await loadHeading(visit);
    await moveHeading(visit.db, actOf(visit), heading, readWay((await visit.form()).text('sens')));
    return seeOther(visit, urls.adminFaq(), 'page-moved');
  }),

  post(urls.adminFaqHeadingRemove, 'officer', async (visit) => {
    const heading = await loadHeading(visit);
    const removed = await removeHeading(visit.db, actOf(visit), heading);
    if (removed.ok) return seeOther(visit, urls.adminFaq(), 'faq-heading-removed');
    const problems = { form: m.pages_faq_problem_heading_holds() };
    return headingPage(visit, heading, heading, problems, 409);
  }),
];

async function loadHeading(visit: SignedInVisit<'heading'>): Promise<FaqHeading> {
  const { db, organisation, params } = visit;
  found(isUuid(params.heading) || null, 'heading');
  return found(await findHeading(db, organisation.id, params.heading), 'heading');
}

const readTyped = (form: Form): TypedHeading => ({
  title: oneLine(form.text(HEADING_FIELD)),
  titleEn: oneLine(form.text(HEADING_EN_FIELD)),
});

function refuse({ title, titleEn }: TypedHeading): Problems {
  const french = checkHeading(title);
  const english = titleEn === '' ? null : checkHeading(titleEn);
  return {
    ...(french && { [HEADING_FIELD]: headingWords[french]() }),
    ...(english && { [HEADING_EN_FIELD]: headingWords[english]() }),
  };
}

async function listPage(
  { db, organisation }: SignedInVisit,
  typed: TypedHeading = { title: '', titleEn: '' },
  problems: Problems = {},
): Promise<Answer> {
  const [headings, entries] = await Promise.all([
    listHeadings(db, organisation.id),
    listEntries(db, organisation.id),
  ]);
  return page({
    title: m.pages_faq_office_title(),
    section: 'admin',
    ...(Object.keys(problems).length > 0 && { status: 422, faulty: true }),
    body: <OfficeFaqPage headings={headings} entries={entries} typed={typed} problems={problems} />,
  });
}

async function headingPage(
  { db, organisation }: SignedInVisit,
  heading: FaqHeading,
  typed: TypedHeading,
  problems: Problems = {},
  status: 409 | 422 = 422,
): Promise<Answer> {
  const entries = await listEntries(db, organisation.id);
  return page({
    title: heading.title,
    section: 'admin',
    ...(Object.keys(problems).length > 0 && { status, faulty: true }),
    body: (
      <HeadingPage
        heading={heading}
        typed={typed}
        problems={problems}
        count={entries.filter(({ headingId }) => headingId === heading.id).length}
      />
    ),
  });
}
