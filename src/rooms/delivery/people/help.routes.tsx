import * as m from '../../../paraglide/messages.js';
import { notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Page, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { currentStage } from '../realisation.ts';
import { CommitteePage } from './committee.page.tsx';
import { leaveCommittee, listVolunteers, volunteer } from './committee.store.ts';
import { HelpPage } from './help.page.tsx';
import { checkOffer, HELPS, takesHelp, takesVolunteers, type WrittenOffer } from './help.ts';
import { listOfficeReaders, loadPublic, type PublicAt, toldOf } from './load-people.routes.ts';
import { findOfferOf, offerHelp, withdrawOffer } from './offer.store.ts';
import { tellPeople } from './people.mails.ts';
import { sayOfferProblems } from './words.page.ts';

type At = SignedInVisit<'edition' | 'project'>;

/** What a resident brings to a realisation: an offer of help, a place in its committee (R60, R82). */
export const helpRoutes: readonly Route[] = [
  get(urls.deliveryHelp, 'signed-in', async (visit) => showHelp(visit, await loadPublic(visit))),

  post(urls.deliveryHelp, 'signed-in', async (visit) => {
    const at = await loadPublic(visit);
    const form = await visit.form();
    const chosen = form.all('helps');
    const typed: WrittenOffer = {
      helps: HELPS.filter((help) => chosen.includes(help)),
      body: form.text('body'),
    };
    const problems = checkOffer(typed);
    if (Object.keys(problems).length > 0)
      return showHelp(visit, at, { typed, problems: sayOfferProblems(problems) });
    const { db, organisation, visitor } = visit;
    const readers = await listOfficeReaders(db, organisation.id, at.realisation);
    const done = await offerHelp(db, organisation.id, at.realisation.id, visitor.id, typed, (tx) =>
      tellPeople(tx, toldOf(visit, at, 'deliveryTeam'), readers, {
        kind: 'offer',
        body: typed.body,
      }),
    );
    if (done === 'not-found') throw notFound('realisation');
    if (done === 'over')
      return showHelp(visit, at, { typed, problems: { form: m.together_refused_over() } });
    return seeOther(visit, urls.deliveryHelp(addressOf(at)), `help-${done}`);
  }),

  post(urls.deliveryHelpWithdraw, 'signed-in', async (visit) => {
    const at = await loadPublic(visit);
    const { db, organisation, visitor } = visit;
    const done = await withdrawOffer(db, organisation.id, at.realisation.id, visitor.id);
    return seeOther(visit, urls.deliveryHelp(addressOf(at)), done ? 'help-withdrawn' : undefined);
  }),

  get(urls.deliveryCommittee, 'signed-in', async (visit) =>
    showCommittee(visit, await loadPublic(visit)),
  ),

  post(urls.deliveryCommittee, 'signed-in', async (visit) => {
    const at = await loadPublic(visit);
    const { db, organisation, visitor } = visit;
    const readers = await listOfficeReaders(db, organisation.id, at.realisation);
    const done = await volunteer(db, organisation.id, at.realisation.id, visitor.id, (tx) =>
      tellPeople(tx, toldOf(visit, at, 'deliveryTeam'), readers, { kind: 'volunteer' }),
    );
    if (done === 'not-found') throw notFound('realisation');
    if (done === 'over') return showCommittee(visit, at, { form: m.together_refused_committee() });
    return seeOther(visit, urls.deliveryCommittee(addressOf(at)), `committee-${done}`);
  }),

  post(urls.deliveryCommitteeLeave, 'signed-in', async (visit) => {
    const at = await loadPublic(visit);
    const { db, organisation, visitor } = visit;
    const done = await leaveCommittee(db, organisation.id, at.realisation.id, visitor.id);
    return seeOther(
      visit,
      urls.deliveryCommittee(addressOf(at)),
      done ? 'committee-left' : undefined,
    );
  }),
];

const addressOf = ({ edition, number }: PublicAt) => ({ edition: edition.slug, project: number });

const standingOf = ({ realisation }: PublicAt) => ({
  stage: currentStage(realisation),
  halted: realisation.halt?.kind ?? null,
});

async function showHelp(
  { db, organisation, visitor }: At,
  at: PublicAt,
  shown: { typed?: WrittenOffer; problems?: Problems } = {},
): Promise<Page> {
  const { problems = {} } = shown;
  const offer = await findOfferOf(db, organisation.id, at.realisation.id, visitor.id);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.together_help_title(),
    section: 'editions',
    ...(faulty && { status: 422, faulty: true }),
    body: (
      <HelpPage
        at={addressOf(at)}
        project={at.title}
        offer={offer}
        isOpen={takesHelp(standingOf(at))}
        typed={shown.typed ?? { helps: [], body: '' }}
        problems={problems}
      />
    ),
  });
}

async function showCommittee(
  { db, organisation, visitor }: At,
  at: PublicAt,
  problems: Problems = {},
): Promise<Page> {
  const committee = await listVolunteers(db, organisation.id, at.realisation.id);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.together_committee_title(),
    section: 'editions',
    ...(faulty && { status: 422, faulty: true }),
    body: (
      <CommitteePage
        at={addressOf(at)}
        project={at.title}
        own={committee.find(({ personId }) => personId === visitor.id) ?? null}
        members={committee.filter(({ acceptedAt }) => acceptedAt !== null).length}
        isOpen={takesVolunteers(standingOf(at))}
        problems={problems}
      />
    ),
  });
}
