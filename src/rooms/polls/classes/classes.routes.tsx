import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther, type Visit } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { closePass, extendPass, writeMark } from '../../electorate/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import { closedPage } from '../ballot/vote.routes.tsx';
import { claimOf, loadPoll } from '../ballot/voter.routes.tsx';
import { CLASS, PASS } from '../ballot/voter-cookies.ts';
import { countTry } from '../identify/try-limits.routes.ts';
import { findPollNow } from '../poll.store.ts';
import { pollState } from '../poll.ts';
import {
  addClass,
  addPlace,
  closeClass,
  findClassByToken,
  listClasses,
  openClass,
  renewLink,
  takePlace,
} from './class-session.store.ts';
import { OPEN_FOR, readClassCode } from './class-session.ts';
import { CLASS_FIELDS, classProblems, OfficeClassesPage } from './office-classes.page.tsx';
import { PUPIL_FIELD, PupilPage, type PupilRefusal, pupilProblems } from './pupil.page.tsx';
import { TutorPage } from './tutor.page.tsx';

type OfficeVisit = SignedInVisit<'edition'>;

/** Classes that vote together: the office adds them, a tutor opens, pupils type a code. */
export const classRoutes: readonly Route[] = [
  get(urls.adminClasses, 'officer', (visit) => officePage(visit)),

  post(urls.adminClasses, 'officer', async (visit) => {
    const { edition } = await loadPoll(visit);
    const form = await visit.form();
    const typed = { name: form.text(CLASS_FIELDS.name), places: form.text(CLASS_FIELDS.places) };
    const added = await addClass(visit.db, actOf(visit), edition.id, {
      name: typed.name.replaceAll(/\s+/g, ' '),
      places: /^\d{1,3}$/.test(typed.places) ? Number(typed.places) : Number.NaN,
    });
    if (!added.ok) return officePage(visit, { typed, problems: classProblems(added.refusals) });
    return officePage(visit, { link: { name: typed.name, token: added.token } });
  }),

  post(urls.adminClassLink, 'officer', async (visit) => {
    const { edition } = await loadPoll(visit);
    const { db, organisation, params } = visit;
    const token = found(await renewLink(db, organisation.id, edition.id, params.session), 'class');
    const session = await findClassByToken(db, organisation.id, token);
    return officePage(visit, { link: { name: session?.name ?? '', token } });
  }),

  post(urls.adminClassPlace, 'officer', async (visit) => {
    const { edition } = await loadPoll(visit);
    const added = await addPlace(visit.db, actOf(visit), edition.id, visit.params.session);
    found(added || null, 'class');
    return seeOther(visit, urls.adminClasses({ edition: edition.slug }), 'class-place-added');
  }),

  get(
    urls.tutor,
    'anyone',
    async (visit) => {
      const { session, edition, now, voteOpen } = await loadTutor(visit);
      const at = { edition: edition.slug };
      return page({
        title: session.name,
        headers: { 'cache-control': 'no-store' },
        body: (
          <TutorPage
            edition={edition}
            session={session}
            token={visit.params.token}
            now={now}
            voteOpen={voteOpen}
            address={`${visit.origin}${urls.voteClass(at)}`}
          />
        ),
      });
    },
    { unlogged: true },
  ),

  post(
    urls.tutorOpen,
    'anyone',
    async (visit) => {
      const { session, voteOpen } = await loadTutor(visit);
      if (voteOpen) await openClass(visit.db, visit.organisation.id, session.id);
      return seeOther(visit, urls.tutor({ token: visit.params.token }));
    },
    { unlogged: true },
  ),

  post(
    urls.tutorClose,
    'anyone',
    async (visit) => {
      const { session } = await loadTutor(visit);
      await closeClass(visit.db, visit.organisation.id, session.id);
      return seeOther(visit, urls.tutor({ token: visit.params.token }));
    },
    { unlogged: true },
  ),

  get(urls.voteClass, 'anyone', (visit) => pupilPage(visit), { unlogged: true }),

  post(
    urls.voteClass,
    'anyone',
    async (visit) => {
      const loaded = await loadPoll(visit);
      const { poll, state, edition } = loaded;
      if (!poll || state !== 'open') return closedPage(visit, loaded);
      const typed = (await visit.form()).text(PUPIL_FIELD);
      if (typed === '') return pupilPage(visit, { code: typed, refusal: 'code-missing' });
      const code = readClassCode(typed);
      const forgiveTry = await countTry(visit, { poll, edition }, 'class');
      const { db, config, organisation } = visit;
      const taken = code
        ? await takePlace(db, organisation.id, edition.id, code)
        : { ok: false as const, refusal: 'no-such-class' as const };
      if (!taken.ok) return pupilPage(visit, { code: typed, refusal: taken.refusal });
      await forgiveTry();
      // whatever the pupil before had proven on this device is theirs
      const here = { organisationId: organisation.id, pollId: poll.id };
      const { passToken } = claimOf(visit);
      if (passToken) await closePass(db, here, passToken);
      const value = `class:${taken.sessionId}:${taken.place}`;
      const rollKey = openKeys(config.keysFolder).rollKey();
      const token = await extendPass(db, here, null, {
        method: 'desk',
        marks: [writeMark(rollKey, poll.id, { kind: 'code', value })],
        livesHere: true,
      });
      const path = urls.vote({ edition: edition.slug });
      visit.cookies.set(PASS, token, { path });
      visit.cookies.set(CLASS, code!, { path, maxAge: OPEN_FOR / 1000 });
      return seeOther(visit, urls.vote({ edition: edition.slug }));
    },
    { unlogged: true },
  ),
];

async function officePage(
  visit: OfficeVisit,
  shown: {
    typed?: { name: string; places: string };
    problems?: Problems;
    link?: { name: string; token: string };
  } = {},
) {
  const { edition, now } = await loadPoll(visit);
  const { typed = { name: '', places: '' }, problems = {}, link } = shown;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.classes_title(),
    section: 'admin',
    ...(link && { headers: { 'cache-control': 'no-store' } }),
    ...(faulty && { status: 422 as const, faulty }),
    body: (
      <OfficeClassesPage
        edition={edition}
        now={now}
        sessions={await listClasses(visit.db, visit.organisation.id, edition.id)}
        typed={typed}
        problems={problems}
        link={
          link
            ? { name: link.name, address: visit.origin + urls.tutor({ token: link.token }) }
            : null
        }
      />
    ),
  });
}

/** The class of a tutor's link, in this organisation only. */
async function loadTutor(visit: Visit<'token'>) {
  const { db, organisation, params } = visit;
  const session = found(await findClassByToken(db, organisation.id, params.token), 'class');
  const edition = found(await findEditionById(db, organisation.id, session.editionId), 'edition');
  const { poll, now } = await findPollNow(db, organisation.id, edition.id);
  return { session, edition, now, voteOpen: poll !== null && pollState(poll, now) === 'open' };
}

async function pupilPage(visit: Visit<'edition'>, shown?: { code: string; refusal: PupilRefusal }) {
  const loaded = await loadPoll(visit);
  if (!loaded.poll || loaded.state !== 'open') return closedPage(visit, loaded);
  return page({
    title: m.classes_pupil_title(),
    section: 'editions',
    headers: { 'cache-control': 'no-store' },
    ...(shown && { status: 422 as const, faulty: true }),
    body: (
      <PupilPage
        edition={loaded.edition}
        now={loaded.now}
        code={shown?.code ?? visit.cookies.get(CLASS) ?? ''}
        problems={shown ? pupilProblems(shown.refusal) : {}}
      />
    ),
  });
}

const actOf = ({ organisation, visitor }: OfficeVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});
