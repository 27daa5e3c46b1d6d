import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { dayInParis, readDay } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import type { Form } from '../../platform/http/form.ts';
import { countHit } from '../../platform/http/limits.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { showBeside } from '../consultations/index.routes.ts';
import { stateOf as stateOfComponent } from '../consultations/index.ts';
import { admitWritten } from '../moderation/index.routes.ts';
import { findHelping, loadPlaced, type Placed } from './placed.routes.ts';
import { tellHelpers } from './request.mails.ts';
import { listCategories, listRequests } from './request.store.ts';
import { type Category, checkRequest, readCategory, readRequestFilter } from './request.ts';
import { NOTHING_ASKED, RequestFormPage, type TypedRequest } from './request-form.page.tsx';
import { requestProblems, requestSegment } from './request-words.page.ts';
import { askForHelp } from './request-writing.store.ts';
import { RequestsPage } from './requests.page.tsx';
import { listHelpers, listOwnHelp } from './volunteer.store.ts';

/** Requests that one account sends in an hour: more is a program. */
const REQUESTS = { hits: 20, seconds: 3600 };

/** The requests of a component, and a new one (R152). */
export const requestsRoutes: readonly Route[] = [
  get(urls.spaceRequests, 'anyone', async (visit) => {
    const placed = await loadPlaced(visit, 'requests');
    const { space, component } = placed;
    const { db, organisation, visitor, url } = visit;
    const at = { organisationId: organisation.id, componentId: component.id };
    const helping = await findHelping(visit, placed);
    const filter = readRequestFilter((name) => url.searchParams.get(name));
    const asked = { componentId: component.id, ...filter };
    const [{ requests, next }, beside, helpers, own, now] = await Promise.all([
      listRequests(db, organisation.id, asked, helping),
      showBeside(visit, space, component),
      listHelpers(db, at),
      listOwnHelp(db, at, visitor?.id ?? null),
      readNow(db),
    ]);
    return page({
      title: component.title,
      section: 'participation',
      body: (
        <RequestsPage
          space={space}
          component={component}
          beside={beside}
          requests={requests}
          next={next}
          filter={filter}
          today={dayInParis(now)}
          helpsHere={helping.helps.length > 0}
          hasOffered={own.length > 0}
          helpers={helpers.filter(({ confirmedAt }) => confirmedAt).length}
          waitingHelpers={
            space.isTeam ? helpers.filter(({ confirmedAt }) => !confirmedAt).length : 0
          }
          isTeam={space.isTeam}
          mayAsk={visitor !== null && stateOfComponent(component, space, now) === 'open'}
        />
      ),
    });
  }),

  get(urls.askForHelp, 'signed-in', async (visit) => {
    const placed = await loadPlaced(visit, 'requests');
    if (!(await isOpen(visit, placed))) return refuseClosed(visit, placed);
    return showForm(visit, placed, NOTHING_ASKED);
  }),

  post(urls.askForHelp, 'signed-in', async (visit) => {
    const placed = await loadPlaced(visit, 'requests');
    const { db, organisation, visitor } = visit;
    const { space, component } = placed;
    const form = await visit.form();
    const typed = readTyped(form);
    const madeFrom = isUuid(form.text('formulaire')) ? form.text('formulaire') : randomUUID();
    const read = await readRequest(visit, placed, typed);
    if (!read.ok) return showForm(visit, placed, typed, { problems: read.problems, madeFrom });
    await countHit(db, { key: `ask-help:${visitor.id}`, ...REQUESTS });
    const done = await askForHelp(
      db,
      { organisationId: organisation.id, by: visitor.id },
      component.id,
      { ...read.written, lang: visit.locale },
      {
        madeFrom,
        admit: (tx, { id, title, text }) =>
          admitWritten(visit, tx, {
            kind: 'request',
            targetId: id,
            spaceId: space.id,
            title,
            text,
          }),
        tell: (tx, request) => tellHelpers(tx, visit, request, 'asked'),
      },
    );
    if (done.ok)
      return seeOther(
        visit,
        urls.helpRequest({ request: requestSegment(done.request) }),
        done.request.heldAt ? 'help-held' : 'help-asked',
      );
    if (done.refusal === 'not-open') return refuseClosed(visit, placed);
    const words =
      done.refusal === 'suspended' ? m.mutual_problem_suspended() : m.mutual_problem_new_account();
    return showForm(visit, placed, typed, { problems: { form: words }, madeFrom });
  }),
];

const isOpen = async ({ db }: SignedInVisit, { component, space }: Placed): Promise<boolean> =>
  stateOfComponent(component, space, await readNow(db)) === 'open';

const refuseClosed = (visit: SignedInVisit, { space, component }: Placed): Response =>
  seeOther(
    visit,
    urls.spaceRequests({ space: space.slug, component: component.slug }),
    'help-not-open',
  );

const readTyped = (form: Form): TypedRequest => ({
  categorie: form.text('categorie'),
  titre: form.text('titre').replaceAll(/\s+/g, ' '),
  question: form.text('question'),
  day: form.text('echeance-day'),
  month: form.text('echeance-month'),
  year: form.text('echeance-year'),
});

const FIELDS = {
  category: 'categorie',
  title: 'titre',
  question: 'question',
  deadline: 'echeance',
} as const;

async function readRequest(
  { db, organisation }: SignedInVisit,
  { component }: Placed,
  typed: TypedRequest,
) {
  const offered = await listCategories(db, organisation.id, component.id);
  // where there is one category only, nobody is asked which
  const only = offered.length === 1 ? offered[0]! : null;
  const category: Category | null = only ?? readCategory(typed.categorie);
  const saysDay = typed.day + typed.month + typed.year !== '';
  const deadline = saysDay ? readDay(typed) : null;
  const written = { title: typed.titre, question: typed.question, deadline };
  const today = dayInParis(await readNow(db));
  const refusals = {
    ...checkRequest({ ...written, lang: '' }, category, offered, today),
    ...(saysDay && deadline === null && { deadline: 'deadline-wrong' as const }),
  };
  const problems: Problems = {};
  for (const [field, refusal] of Object.entries(refusals))
    problems[FIELDS[field as keyof typeof FIELDS]] = requestProblems[refusal]();
  return category && Object.keys(problems).length === 0
    ? { ok: true as const, written: { ...written, category } }
    : { ok: false as const, problems };
}

async function showForm(
  visit: SignedInVisit,
  { space, component }: Placed,
  typed: TypedRequest,
  {
    problems = {},
    madeFrom = randomUUID() as string,
  }: { problems?: Problems; madeFrom?: string } = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const at = { organisationId: organisation.id, componentId: component.id };
  const faulty = Object.keys(problems).length > 0;
  const helpers = await listHelpers(db, at);
  return page({
    title: m.mutual_ask_title(),
    section: 'participation',
    ...(faulty && { status: 422 as const, faulty }),
    body: (
      <RequestFormPage
        space={space}
        component={component}
        typed={typed}
        problems={problems}
        madeFrom={madeFrom}
        categories={await listCategories(db, organisation.id, component.id)}
        helpers={helpers.filter(({ confirmedAt }) => confirmedAt)}
      />
    ),
  });
}
