import * as m from '../../paraglide/messages.js';
import type { Tx } from '../../platform/database/database.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { recordFacts } from '../../platform/journal/journal.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { urls } from '../../urls.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { LessonsPage } from './lesson.page.tsx';
import { listLessons } from './lesson.store.ts';
import { loadPlaced, type Placed } from './placed.routes.ts';
import { tellConfirmed } from './request.mails.ts';
import { listCategories } from './request.store.ts';
import { CATEGORIES, type Category, readCategory } from './request.ts';
import { saveCategories } from './request-writing.store.ts';
import { confirmHelper, listHelpers, offerHelp, removeHelper } from './volunteer.store.ts';
import { HelpersPage } from './volunteers.page.tsx';

/** Who helps in what, and what was learnt from it (R152). */
export const helperRoutes: readonly Route[] = [
  get(urls.helpers, 'signed-in', async (visit) => {
    const placed = await loadPlaced(visit, 'requests');
    const { space, component } = placed;
    const { db, organisation, visitor } = visit;
    const all = await listHelpers(db, atOf(visit, placed));
    const seen = all.filter(({ confirmedAt }) => space.isTeam || confirmedAt !== null);
    const ids = [...new Set(seen.map(({ personId }) => personId))];
    const nicknames = await listPublicNicknames(db, organisation.id, ids);
    return page({
      title: m.mutual_helpers_title(),
      section: 'participation',
      body: (
        <HelpersPage
          space={space}
          component={component}
          categories={await listCategories(db, organisation.id, component.id)}
          helpers={seen.map((one) => ({
            ...one,
            nickname: nicknames.get(one.personId) ?? null,
          }))}
          own={all.filter(({ personId }) => personId === visitor.id)}
          isTeam={space.isTeam}
        />
      ),
    });
  }),

  post(urls.offerHelp, 'signed-in', async (visit) => {
    const placed = await loadPlaced(visit, 'requests');
    const { db, organisation, visitor } = visit;
    const typed = (await visit.form()).all('categories');
    const offered = await listCategories(db, organisation.id, placed.component.id);
    const chosen = offered.filter((one) => typed.includes(one));
    await db.transaction().execute((tx) => offerHelp(tx, atOf(visit, placed), visitor.id, chosen));
    return seeOther(
      visit,
      hrefOf(placed),
      chosen.length > 0 ? 'help-offered' : 'help-offered-none',
    );
  }),

  post(urls.confirmHelper, 'signed-in', async (visit) => {
    const placed = await loadForTeam(visit);
    const helper = await readHelper(visit);
    const { db } = visit;
    const isNew = await db.transaction().execute(async (tx) => {
      const at = atOf(visit, placed);
      if (!(await confirmHelper(tx, at, helper, visit.visitor.id))) return false;
      await tellFact(tx, visit, placed, 'help.helper-confirmed', helper.category);
      const { id: componentId, title } = placed.component;
      const { category, personId } = helper;
      const href = urls.spaceRequests({
        space: placed.space.slug,
        component: placed.component.slug,
      });
      await tellConfirmed(tx, visit, personId, { componentId, category, title, href });
      return true;
    });
    return seeOther(visit, hrefOf(placed), isNew ? 'help-helper-confirmed' : undefined);
  }),

  post(urls.removeHelper, 'signed-in', async (visit) => {
    const placed = await loadForTeam(visit);
    const helper = await readHelper(visit);
    await visit.db.transaction().execute(async (tx) => {
      await removeHelper(tx, atOf(visit, placed), helper);
      await tellFact(tx, visit, placed, 'help.helper-removed', helper.category);
    });
    return seeOther(visit, hrefOf(placed), 'help-helper-removed');
  }),

  post(urls.helpCategories, 'signed-in', async (visit) => {
    const placed = await loadForTeam(visit);
    const typed = (await visit.form()).all('categories');
    const chosen = CATEGORIES.filter((one) => typed.includes(one));
    if (chosen.length === 0) return seeOther(visit, hrefOf(placed), 'help-categories-none');
    const { db, organisation } = visit;
    await saveCategories(db, organisation.id, placed.component.id, chosen);
    return seeOther(visit, hrefOf(placed), 'help-categories-saved');
  }),

  get(urls.lessons, 'anyone', async (visit) => {
    const { space, component } = await loadPlaced(visit, 'requests');
    const { db, organisation, url } = visit;
    const words = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
    const after = url.searchParams.get('apres') ?? '';
    const listed = await listLessons(db, organisation.id, component.id, {
      words,
      after: /^[1-9]\d{0,8}$/.test(after) ? Number(after) : null,
    });
    return page({
      title: m.mutual_lessons_title(),
      section: 'participation',
      body: <LessonsPage {...{ space, component, words }} {...listed} />,
    });
  }),
];

const atOf = ({ organisation }: SignedInVisit, { component }: Placed) => ({
  organisationId: organisation.id,
  componentId: component.id,
});

const hrefOf = ({ space, component }: Placed): string =>
  urls.helpers({ space: space.slug, component: component.slug });

/** For the team of this very space; to others there is nothing to be done. */
async function loadForTeam(visit: SignedInVisit<'space' | 'component'>): Promise<Placed> {
  const placed = await loadPlaced(visit, 'requests');
  if (!placed.space.isTeam) throw notFound('component');
  return placed;
}

async function readHelper(visit: SignedInVisit<'person'>) {
  const { person } = visit.params;
  const category = found(readCategory((await visit.form()).text('categorie')), 'category');
  return { personId: found(isUuid(person) ? person : null, 'person'), category };
}

/** That somebody helps from now on, or no more: never who. */
const tellFact = (
  tx: Tx,
  { organisation, visitor }: SignedInVisit,
  { component }: Placed,
  kind: `help.${string}`,
  category: Category,
) =>
  recordFacts(tx, [
    {
      organisationId: organisation.id,
      kind,
      actorId: visitor.id,
      subject: { kind: 'component', id: component.id },
      detail: { category },
    },
  ]);
