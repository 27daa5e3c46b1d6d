import * as m from '../../../paraglide/messages.js';
import { countHit } from '../../../platform/http/limits.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, mayInSpace, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import {
  loadSpace,
  loadSpaceForTeam,
  type SeenSpace,
  showBeside,
} from '../../consultations/index.routes.ts';
import type { Space } from '../../consultations/index.ts';
import { listNicknames } from '../../identity/index.ts';
import { actOf } from '../load.routes.ts';
import { tellOfTeam } from './team.mails.ts';
import { TeamPage } from './team.page.tsx';
import {
  findGenders,
  findOwnRequest,
  findTeam,
  isTeamPublic,
  listTeamRequests,
} from './team.store.ts';
import { type AskRefusal, checkWords, isGender, isOfTeam, lacksParity, nameTeam } from './team.ts';
import {
  answerRequest,
  askToJoinTeam,
  declareParity,
  leaveTeam,
  showTeam,
  withdrawRequest,
} from './team-writing.store.ts';

/** Requests that somebody may send in a day: leads read each. */
const A_DAY = 5;

const problemWords: Record<AskRefusal, () => string> = {
  'words-missing': m.team_problem_words,
  'words-long': m.mandates_problem_long,
  'in-team': m.team_problem_in_it,
  'asked-already': m.team_problem_asked,
};

/** The team of a private space, for who is inside; its requests, for those who lead it. */
export const teamRoutes: readonly Route[] = [
  get(urls.spaceTeam, 'signed-in', async (visit) => showPage(visit, await loadInside(visit))),

  post(urls.spaceTeam, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const space = found(openOne(await loadInside(visit)), 'open-space');
    const words = (await visit.form()).text('mots');
    const refusal = checkWords(words);
    if (refusal) return showPage(visit, space, words, { mots: problemWords[refusal]() });
    const key = `team:${organisation.id}:${visitor.id}`;
    await countHit(db, { key, hits: A_DAY, seconds: 86_400 });
    const done = await db.transaction().execute(async (tx) => {
      const asked = await askToJoinTeam(tx, actOf(visit), space, words);
      if (asked.ok) {
        const { leads } = await findTeam(tx, organisation.id, space.id);
        await tellOfTeam(tx, visit, space, {
          ...{ kind: 'asked', requestId: asked.id, personIds: leads, quoted: words },
        });
      }
      return asked;
    });
    if (!done.ok) return showPage(visit, space, words, { mots: problemWords[done.refusal]() });
    return backToTeam(visit, space, 'team-asked');
  }),

  post(urls.teamRequestWithdraw, 'signed-in', async (visit) => {
    const space = await loadInside(visit);
    const done = await withdrawRequest(visit.db, actOf(visit), space.id);
    return backToTeam(visit, space, done ? 'team-withdrawn' : 'team-answered');
  }),

  post(urls.teamLeave, 'signed-in', async (visit) => {
    const space = await loadInside(visit);
    const done = await leaveTeam(visit.db, actOf(visit), space);
    if (!done.ok) return backToTeam(visit, space, 'team-not-left');
    // who was let in by this role alone reads the showcase from now on
    return seeOther(visit, urls.space({ space: space.slug }), 'team-left');
  }),

  post(urls.teamRequestAccept, 'space-organiser', (visit) => answer(visit, true)),
  post(urls.teamRequestDecline, 'space-organiser', (visit) => answer(visit, false)),

  post(urls.teamShow, 'space-organiser', async (visit) => {
    const space = await loadForLeads(visit);
    const isPublic = (await visit.form()).text('public') === 'oui';
    await showTeam(visit.db, actOf(visit), space, isPublic);
    return backToTeam(visit, space, 'team-saved');
  }),

  post(urls.teamParity, 'space-organiser', async (visit) => {
    const { db, organisation, visitor } = visit;
    const space = await loadForLeads(visit);
    const { leads } = await findTeam(db, organisation.id, space.id);
    found(leads.includes(visitor.id) ? space : null, 'lead');
    const gender = (await visit.form()).text('genre');
    await declareParity(db, actOf(visit), space.id, isGender(gender) ? gender : null);
    return backToTeam(visit, space, 'team-saved');
  }),
];

/** A private space that the visitor is inside: of one that everybody reads, who works in it is not listed here. */
async function loadInside(visit: SignedInVisit<'space'>): Promise<SeenSpace> {
  const space = await loadSpace(visit);
  return found(space.isPrivate ? space : null, 'team');
}

async function loadForLeads(visit: SignedInVisit<'space'>): Promise<Space> {
  const space = await loadSpaceForTeam(visit);
  return found(space.isPrivate ? space : null, 'team');
}

const openOne = <S extends Pick<Space, 'openedAt' | 'closedAt'>>(space: S): S | null =>
  space.openedAt !== null && space.closedAt === null ? space : null;

async function answer(
  visit: SignedInVisit<'space' | 'request'>,
  isAccepted: boolean,
): Promise<Answer> {
  const space = await loadForLeads(visit);
  const { params } = visit;
  const done = await visit.db.transaction().execute(async (tx) => {
    const answered = await answerRequest(
      tx,
      actOf(visit),
      space,
      params.request,
      isAccepted,
      async (personId) => (await visit.listSpaceReaders(tx, space.id, [personId])).length > 0,
    );
    if (answered.ok)
      await tellOfTeam(tx, visit, space, {
        kind: isAccepted ? 'accepted' : 'declined',
        requestId: params.request,
        personIds: [answered.personId],
      });
    return answered;
  });
  if (done.ok) return backToTeam(visit, space, isAccepted ? 'team-accepted' : 'team-declined');
  return backToTeam(visit, space, done.refusal === 'left' ? 'team-asker-left' : 'team-answered');
}

async function showPage(
  visit: SignedInVisit<'space'>,
  space: SeenSpace,
  typed = '',
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const leads = mayInSpace('space-organiser', visitor, space.id);
  const [team, request, isPublic, genders, requests, beside] = await Promise.all([
    findTeam(db, organisation.id, space.id),
    findOwnRequest(db, organisation.id, space.id, visitor.id),
    isTeamPublic(db, organisation.id, space.id),
    leads ? findGenders(db, organisation.id, space.id) : new Map(),
    leads ? listTeamRequests(db, organisation.id, space.id) : [],
    showBeside(visit, space, { themeId: null }),
  ]);
  const names = await listNicknames(db, organisation.id, [
    ...team.leads,
    ...team.members,
    ...requests.map(({ personId }) => personId),
  ]);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.team_title(),
    section: 'participation',
    ...(faulty && { status: 422 as const, faulty }),
    body: (
      <TeamPage
        frame={{ space, ...beside }}
        team={nameTeam(team, names)}
        own={{
          leads,
          isOfTeam: isOfTeam(team, visitor.id),
          request,
          gender: genders.get(visitor.id) ?? null,
        }}
        isOpen={openOne(space) !== null}
        isPublic={isPublic}
        lacksParity={lacksParity(team, genders)}
        requests={requests.map((one) => ({ ...one, name: names.get(one.personId) ?? '' }))}
        typed={typed}
        problems={problems}
      />
    ),
  });
}

const backToTeam = (visit: SignedInVisit, space: { slug: string }, notice: string) =>
  seeOther(visit, urls.spaceTeam({ space: space.slug }), notice);
