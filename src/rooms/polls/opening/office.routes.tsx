import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listNicknames } from '../../identity/index.ts';
import { listBallotProjects } from '../../projects/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { findAdoptionPlace } from '../adoption/adoption-load.routes.ts';
import { loadPoll, type PollVisit } from '../ballot/voter.routes.tsx';
import { sealPoll } from '../box/sealing.store.ts';
import { findTurnout } from '../box/turnout.store.ts';
import { askCount, cancelCount, findCount } from '../counting/count-run.store.ts';
import { getManifest } from '../poll.store.ts';
import type { CountingRefusal, Poll, PollState, SealingRefusal } from '../poll.ts';
import { listBureau } from '../proclamation/bureau.store.ts';
import { findPlan } from '../proclamation/publication.store.ts';
import { findResult } from '../result/result.store.ts';
import { ceremonyPage } from '../sealed/ceremony.routes.tsx';
import { ActConfirmation, actQuestion, type OfficeAct } from './act-confirmation.page.tsx';
import { NewPollPage, OfficePollPage } from './office.page.tsx';
import { completeTerms, openPoll } from './opening.store.ts';
import { OpeningConfirmation } from './opening-confirmation.page.tsx';
import { groundOf, proposeTerms, readTerms, readTyped } from './opening-form.routes.ts';
import type { Typed } from './opening-settings.ts';
import { openingProblems } from './opening-words.page.ts';
import { checkTerms, type OpeningRefusal } from './terms.ts';

type ActRefusal = SealingRefusal | CountingRefusal;

const refusalWords: Record<ActRefusal, () => string> = {
  'poll-still-open': m.polls_office_refused_open,
  'already-sealed': m.polls_office_refused_sealed,
  'poll-locked': m.polls_office_refused_locked,
  'paper-not-settled': m.urn_refused_not_settled,
  'roll-and-box-differ': m.polls_office_refused_differ,
  'not-sealed': m.polls_office_refused_not_sealed,
  'box-not-opened': m.sealed_refused_not_opened,
  'already-counted': m.polls_office_refused_counted,
};

/** The acts of a poll, for officers: open, seal, count; its publication has its own routes. */
export const officeRoutes: readonly Route[] = [
  get(urls.adminPoll, 'officer', async (visit) => {
    const loaded = await loadPoll(visit);
    if (loaded.poll) return pollPage(visit, loaded, loaded.poll, null);
    const elsewhere = await toAdoption(visit, loaded.edition);
    if (elsewhere) return elsewhere;
    const projects = await listBallotProjects(visit.db, visit.organisation.id, loaded.edition.id);
    return newPage(loaded.edition, projects.length, proposeTerms(loaded.edition, projects.length));
  }),

  get(urls.adminPollOpen, 'officer', async (visit) => {
    const { edition } = await loadPoll(visit);
    return seeOther(visit, urls.adminPoll({ edition: edition.slug }));
  }),

  post(urls.adminPollOpen, 'officer', async (visit) => {
    const { db, organisation, visitor, config } = visit;
    const { edition, poll, now } = await loadPoll(visit);
    const elsewhere = await toAdoption(visit, edition);
    if (elsewhere) return elsewhere;
    const form = await visit.form();
    const typed = readTyped(form);
    const projects = await listBallotProjects(db, organisation.id, edition.id);
    const refuse = (refusals: readonly OpeningRefusal[]) =>
      newPage(edition, projects.length, typed, sayProblems(refusals));
    const at = { edition: edition.slug };
    if (poll) return seeOther(visit, urls.adminPoll(at), 'poll-act-done-before');
    const read = readTerms(typed, groundOf(edition, projects.length));
    if (!read.ok) return newPage(edition, projects.length, typed, read.problems);
    const terms = await completeTerms(db, organisation.id, edition, read.terms);
    const refusals = checkTerms(terms, now);
    // the key is made before the terms are confirmed, so that the manifest freezes it
    if (refusals.length === 1 && refusals[0] === 'sealing-missing')
      return ceremonyPage(edition, typed);
    if (refusals.length > 0) return refuse(refusals);
    if (form.text('confirmation') !== 'oui') {
      return page({
        title: m.polls_office_open_question(),
        section: 'admin',
        body: <OpeningConfirmation edition={edition} typed={typed} terms={terms} />,
      });
    }
    const act = { organisationId: organisation.id, by: visitor.id };
    const opened = await openPoll(db, config, act, edition, read.terms);
    if (!opened.ok) return refuse(opened.refusals);
    return seeOther(visit, urls.adminPoll(at), 'poll-opened');
  }),

  ...actRoutes(urls.adminPollSeal, 'seal', 'poll-sealed', ({ db, config }, act, pollId) =>
    sealPoll(db, config, act, pollId),
  ),
  ...actRoutes(urls.adminPollCount, 'count', 'poll-count-asked', ({ db }, act, pollId) =>
    askCount(db, act, pollId),
  ),
  post(urls.adminPollCancelCount, 'officer', async (visit) => {
    const { edition, poll } = await loadPoll(visit);
    const { id } = found(poll, 'poll');
    const cancelled = await cancelCount(visit.db, visit.organisation.id, id);
    return seeOther(
      visit,
      urls.adminPoll({ edition: edition.slug }),
      cancelled ? 'poll-count-cancelled' : 'poll-act-done-before',
    );
  }),
];

/** The vote of a space is opened on its own page, where its terms are: nobody gives it others here. */
async function toAdoption(visit: SignedInVisit, edition: Edition): Promise<Response | null> {
  if (!edition.spaceId) return null;
  return seeOther(visit, urls.adminSpaceVote(await findAdoptionPlace(visit, edition)));
}

/** The state in which each act is the next. */
const stateBefore: Record<OfficeAct, PollState> = {
  seal: 'closed',
  count: 'sealed',
};

/** An act asks once more, is done, and says so; done by a colleague a moment ago, it says that. */
function actRoutes(
  address: typeof urls.adminPollSeal | typeof urls.adminPollCount,
  act: OfficeAct,
  notice: string,
  perform: (
    visit: SignedInVisit,
    by: { organisationId: string; by: string },
    pollId: string,
  ) => Promise<{ ok: true } | { ok: false; refusal: ActRefusal }>,
): Route[] {
  return [
    get(address, 'officer', async (visit) => {
      const { edition, poll, state } = await loadPoll(visit);
      found(poll, 'poll');
      // out of turn there is nothing to confirm: the page of the poll says where it stands
      if (state !== stateBefore[act]) {
        return seeOther(visit, urls.adminPoll({ edition: edition.slug }));
      }
      return page({
        title: actQuestion(act),
        section: 'admin',
        body: <ActConfirmation act={act} edition={edition.slug} />,
      });
    }),
    post(address, 'officer', async (visit) => {
      const loaded = await loadPoll(visit);
      const poll = found(loaded.poll, 'poll');
      const by = { organisationId: visit.organisation.id, by: visit.visitor.id };
      const done = await perform(visit, by, poll.id);
      const back = urls.adminPoll({ edition: loaded.edition.slug });
      if (done.ok) return seeOther(visit, back, notice);
      if (done.refusal.startsWith('already-')) return seeOther(visit, back, 'poll-act-done-before');
      return pollPage(visit, await loadPoll(visit), poll, done.refusal);
    }),
  ];
}

function newPage(edition: Edition, projects: number, typed: Typed, problems: Problems = {}) {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.polls_office_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <NewPollPage edition={edition} projects={projects} typed={typed} problems={problems} />,
  });
}

async function pollPage(
  visit: SignedInVisit,
  { edition, state }: PollVisit,
  poll: Poll,
  refusal: ActRefusal | null,
): Promise<Answer> {
  const { db, organisation } = visit;
  const [plan, bureau] = await Promise.all([
    findPlan(db, organisation.id, poll.id),
    listBureau(db, organisation.id, poll.id),
  ]);
  const people = [...new Set([...poll.acts.map(({ by }) => by), plan?.askedBy])];
  const [voters, nicknames, kept, manifest, count] = await Promise.all([
    findTurnout(db, poll.id),
    listNicknames(
      db,
      organisation.id,
      people.flatMap((id) => id ?? []),
    ),
    state === 'counted' ? findResult(db, organisation.id, poll.id) : null,
    getManifest(db, organisation.id, poll.id),
    state === 'sealed' ? findCount(db, organisation.id, poll.id) : null,
  ]);
  const underWay = count && count.endedAt === null ? count : null;
  return page({
    title: m.polls_office_title(),
    section: 'admin',
    ...(underWay && { scripts: ['fresh-part.js'] }),
    ...(refusal && { status: 422, faulty: true }),
    body: (
      <OfficePollPage
        edition={edition}
        poll={poll}
        state={state}
        voters={voters}
        nicknames={nicknames}
        kept={kept}
        manifest={manifest}
        count={underWay}
        problem={refusal && refusalWords[refusal]()}
        proclamation={{ plan, bureau }}
      />
    ),
  });
}

function sayProblems(refusals: readonly OpeningRefusal[]): Problems {
  return Object.fromEntries(
    refusals.map((refusal) => {
      const [field, words] = openingProblems[refusal];
      return [field, words()];
    }),
  );
}
