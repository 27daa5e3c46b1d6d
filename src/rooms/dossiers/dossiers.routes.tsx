import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { countHit } from '../../platform/http/limits.ts';
import { notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { showBeside } from '../consultations/index.routes.ts';
import { stateOf } from '../consultations/index.ts';
import { readNumber } from '../spaces/index.ts';
import { tellOfDossier } from './dossier.mails.ts';
import { listDossiers } from './dossier.store.ts';
import { checkDossier, checkWords, type Dossier, isIn, LENGTHS, REACHES } from './dossier.ts';
import { ClosingPage, DossierFormPage, type TypedDossier } from './dossier-form.page.tsx';
import { hrefOf, wordsProblem } from './dossier-words.page.ts';
import {
  changeDossier,
  closeDossier,
  openDossier,
  reopenDossier,
} from './dossier-writing.store.ts';
import { DossiersPage } from './dossiers.page.tsx';
import {
  actOf,
  loadDossier,
  loadOwnDossier,
  loadPlace,
  type Place,
  type SeenDossier,
} from './load.routes.ts';
import { listMembers } from './member.store.ts';
import { showDossier } from './show-dossier.routes.tsx';

/** Dossiers that one account opens in an hour: more is a program. */
const OPENINGS = { hits: 20, seconds: 3600 };

/** The dossiers of a network: opened, read, said anew, closed with what came of them (R151). */
export const dossierRoutes: readonly Route[] = [
  get(urls.dossiers, 'signed-in', async (visit) => {
    const place = await loadPlace(visit);
    const { db, organisation, visitor, url } = visit;
    const isClosed = url.searchParams.get('etat') === 'clos';
    const { dossiers, next } = await listDossiers(db, organisation.id, {
      componentId: place.component.id,
      personId: visitor.id,
      isModerator: place.isModerator,
      isClosed,
      after: url.searchParams.get('apres'),
    });
    return page({
      title: place.component.title,
      section: 'participation',
      body: (
        <DossiersPage
          {...place}
          beside={await showBeside(visit, place.space, place.component)}
          dossiers={dossiers}
          isClosed={isClosed}
          next={next}
          mayOpen={await takesDossiers(visit, place)}
        />
      ),
    });
  }),

  get(urls.newDossier, 'signed-in', async (visit) => {
    const place = await loadPlace(visit);
    if (!(await takesDossiers(visit, place))) return refuseClosed(visit, place);
    return showForm(place, null, { title: '', purpose: '', reach: '' });
  }),

  post(urls.newDossier, 'signed-in', async (visit) => {
    const place = await loadPlace(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const madeFrom = isUuid(form.text('formulaire')) ? form.text('formulaire') : randomUUID();
    const reach = REACHES.find((one) => one === typed.reach);
    const problems = problemsOf(typed);
    if (!reach) problems.portee = m.dossiers_problem_reach();
    if (!reach || Object.keys(problems).length > 0)
      return showForm(place, null, typed, { problems, madeFrom });
    const { db, visitor, locale } = visit;
    await countHit(db, { key: `open-dossier:${visitor.id}`, ...OPENINGS });
    const { title, purpose } = typed;
    const written = { title, purpose, reach, lang: locale };
    const done = await db.transaction().execute(async (tx) => {
      const opened = await openDossier(tx, actOf(visit), place.component.id, written, madeFrom);
      if (opened.ok && reach === 'space')
        await visit.noteParticipation(tx, place.space.id, visitor.id);
      return opened;
    });
    if (done.ok)
      return seeOther(visit, hrefOf({ ...place, dossier: done.dossier }), 'dossier-opened');
    if (done.refusal === 'not-found') throw notFound('component');
    if (done.refusal === 'not-open') return refuseClosed(visit, place);
    return showForm(place, null, typed, {
      problems: { form: m.dossiers_problem_suspended() },
      madeFrom,
    });
  }),

  get(urls.dossier, 'signed-in', async (visit) => showDossier(visit, await loadDossier(visit))),

  get(urls.changeDossier, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit, 'lead');
    if (seen.dossier.closedAt) return backTo(visit, seen, 'dossier-closed-already');
    return showForm(seen, seen.dossier, { ...seen.dossier });
  }),

  post(urls.changeDossier, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit, 'lead');
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readNumber(form.text('version')) ?? 0;
    const problems = problemsOf(typed);
    if (Object.keys(problems).length > 0)
      return showForm(seen, seen.dossier, typed, { problems, version });
    const done = await changeDossier(
      visit.db,
      actOf(visit),
      { id: seen.dossier.id, version },
      typed,
    );
    if (done.ok)
      return seeOther(visit, hrefOf({ ...seen, dossier: done.dossier }), 'dossier-changed');
    // sent once more, it is what was typed here that counts
    if (done.refusal === 'changed-meanwhile')
      return showForm(seen, done.dossier, typed, {
        problems: { form: m.dossiers_problem_meanwhile() },
        status: 409,
      });
    return backTo(visit, seen, 'dossier-closed-already');
  }),

  get(urls.closeDossier, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit, 'lead');
    if (seen.dossier.closedAt) return backTo(visit, seen, 'dossier-closed-already');
    return showClosing(seen, seen.dossier.result, {});
  }),

  post(urls.closeDossier, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit, 'lead');
    const typed = (await visit.form()).text('resultat');
    const wrong = checkWords(typed, LENGTHS.result);
    if (wrong) return showClosing(seen, typed, { resultat: wordsProblem(wrong, LENGTHS.result) });
    const { db, organisation } = visit;
    const done = await db.transaction().execute(async (tx) => {
      const closed = await closeDossier(tx, actOf(visit), seen.dossier.id, typed);
      if (closed.ok) {
        const members = await listMembers(tx, organisation.id, seen.dossier.id);
        await tellOfDossier(tx, visit, seen, {
          kind: 'closed',
          key: `${seen.dossier.id}:${closed.dossier.version}`,
          personIds: insidersOf(members),
          quoted: typed,
        });
      }
      return closed;
    });
    return backTo(visit, seen, done.ok ? 'dossier-closed' : 'dossier-closed-already');
  }),

  post(urls.reopenDossier, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit, 'lead');
    const { db, organisation } = visit;
    const done = await db.transaction().execute(async (tx) => {
      const reopened = await reopenDossier(tx, actOf(visit), seen.dossier.id);
      if (reopened.ok) {
        const members = await listMembers(tx, organisation.id, seen.dossier.id);
        await tellOfDossier(tx, visit, seen, {
          kind: 'reopened',
          key: `${seen.dossier.id}:${reopened.dossier.version}`,
          personIds: insidersOf(members),
        });
      }
      return reopened;
    });
    return backTo(visit, seen, done.ok ? 'dossier-reopened' : undefined);
  }),
];

const insidersOf = (members: Awaited<ReturnType<typeof listMembers>>): string[] =>
  members.filter(({ standing }) => isIn(standing)).map(({ personId }) => personId);

const backTo = (visit: SignedInVisit, seen: SeenDossier, notice?: string): Response =>
  seeOther(visit, hrefOf(seen), notice);

const takesDossiers = async ({ db }: SignedInVisit, { component, space }: Place) =>
  stateOf(component, space, await readNow(db)) === 'open';

const refuseClosed = (visit: SignedInVisit, { space, component }: Place): Response =>
  seeOther(
    visit,
    urls.dossiers({ space: space.slug, component: component.slug }),
    'dossier-not-open',
  );

const readTyped = (form: { text(name: string): string }): TypedDossier => ({
  title: form.text('titre').replaceAll(/\s+/g, ' '),
  purpose: form.text('objet'),
  reach: form.text('portee'),
});

function problemsOf(typed: TypedDossier): Problems {
  const { title, purpose } = checkDossier(typed);
  return {
    ...(title && { titre: wordsProblem(title, LENGTHS.title) }),
    ...(purpose && { objet: wordsProblem(purpose, LENGTHS.purpose) }),
  };
}

function showForm(
  { space, component }: Place,
  dossier: Dossier | null,
  typed: TypedDossier,
  shown: { problems?: Problems; madeFrom?: string; version?: number; status?: 409 } = {},
): Answer {
  const { problems = {} } = shown;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: dossier ? m.dossiers_change_title() : m.dossiers_open(),
    section: 'participation',
    ...(faulty && { status: shown.status ?? 422, faulty }),
    body: (
      <DossierFormPage
        space={space}
        component={component}
        dossier={dossier}
        typed={typed}
        problems={problems}
        madeFrom={shown.madeFrom ?? randomUUID()}
        version={shown.version ?? dossier?.version ?? 0}
      />
    ),
  });
}

function showClosing(seen: SeenDossier, typed: string, problems: Problems): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.dossiers_close_title(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: <ClosingPage {...seen} typed={typed} problems={problems} />,
  });
}
