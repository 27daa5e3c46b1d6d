import * as m from '../../../paraglide/messages.js';
import { dayInParis, readDay } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { nameAccountHolders } from '../load.routes.ts';
import { enterDonation, readBounds, takeBackDonation } from './donation.store.ts';
import { checkDay, checkReason, checkReference, type NewDonation } from './donation.ts';
import { readAmount } from './donation-lines.store.ts';
import { findDonation, listDonations, sumDonations } from './donation-list.store.ts';
import { type AskedDonations, readFilter } from './donation-list.ts';
import { DonationsPage, NewDonationPage, type TypedDonation } from './donations.page.tsx';
import { TakeBackPage } from './take-back.page.tsx';
import { actOf, findNamed, nameToward } from './visit.routes.ts';
import { donationProblems, takeBackProblems } from './words.page.ts';

const EMPTY: TypedDonation = {
  toward: 'groupe',
  name: '',
  reference: '',
  day: { day: '', month: '', year: '' },
  amount: '',
};

/** Earmarked donations before whoever keeps the accounts (R22, R25). */
export const donationRoutes: readonly Route[] = inMovements([
  get(urls.donations, 'finance', async (visit) => {
    const { db, organisation, url } = visit;
    const filter = readFilter((name) => url.searchParams.get(name));
    const named = filter.destination === '' ? null : await findNamed(visit, filter.destination);
    const problems: Problems = {};
    if (named && !named.ok)
      problems.destination = donationProblems[named.refusal](await readBounds(db, organisation.id));
    const asked: AskedDonations = { ...filter, destination: named?.ok ? named.destination : null };
    const [{ donations, next }, total] = await Promise.all([
      listDonations(db, organisation.id, asked),
      sumDonations(db, organisation.id, asked),
    ]);
    const isFaulty = Object.keys(problems).length > 0;
    return page({
      title: m.donations_title(),
      section: 'finances',
      ...(isFaulty && { status: 422, faulty: true }),
      body: (
        <DonationsPage
          filter={filter}
          donations={donations}
          next={next}
          total={total}
          names={
            await nameAccountHolders(
              visit,
              donations.map(({ account }) => account),
            )
          }
          problems={problems}
        />
      ),
    });
  }),

  get(urls.newDonation, 'finance', (visit) => newDonationPage(visit, EMPTY)),

  post(urls.newDonation, 'finance', async (visit) => {
    const typed = readTyped(await visit.form());
    const read = await readDonation(visit, typed);
    if (!read.ok) return newDonationPage(visit, typed, read.problems);
    const entered = await enterDonation(visit.db, actOf(visit), read.donation);
    if (entered.ok) return seeOther(visit, urls.donations(), 'donation-entered');
    const bounds = await readBounds(visit.db, visit.organisation.id);
    return newDonationPage(visit, typed, {
      reference: donationProblems[entered.refusal](bounds),
    });
  }),

  get(urls.donationTakeBack, 'finance', (visit) => takeBackPage(visit)),

  post(urls.donationTakeBack, 'finance', async (visit) => {
    const donation = found(
      await findDonation(visit.db, visit.organisation.id, visit.params.donation),
      'donation',
    );
    const reason = (await visit.form()).text('motif');
    const refusal = checkReason(reason);
    if (refusal) return takeBackPage(visit, reason, { motif: takeBackProblems[refusal]() });
    const done = await takeBackDonation(visit.db, actOf(visit), donation.id, reason);
    return done.ok
      ? seeOther(visit, urls.donations(), 'donation-taken-back')
      : takeBackPage(visit, reason, { form: takeBackProblems[done.refusal]() });
  }),
]);

const readTyped = (form: Form): TypedDonation => ({
  toward: form.text('vers'),
  name: form.text('nom'),
  reference: form.text('reference'),
  day: {
    day: form.text('jour-day'),
    month: form.text('jour-month'),
    year: form.text('jour-year'),
  },
  amount: form.text('montant'),
});

async function readDonation(
  visit: SignedInVisit,
  typed: TypedDonation,
): Promise<{ ok: true; donation: NewDonation } | { ok: false; problems: Problems }> {
  const { db, organisation } = visit;
  const [bounds, now, named] = await Promise.all([
    readBounds(db, organisation.id),
    readNow(db),
    findNamed(visit, nameToward(typed.toward, typed.name)),
  ]);
  const problems: Problems = {};
  const givenOn = readDay(typed.day);
  const amount = readAmount(typed.amount, bounds);
  const day = checkDay(givenOn, dayInParis(now));
  const reference = checkReference(typed.reference, { required: false });
  if (!['groupe', 'fonds', 'solidarite'].includes(typed.toward))
    problems.vers = m.donations_problem_toward();
  else if (!named.ok) problems.nom = donationProblems[named.refusal](bounds);
  if (!amount.ok) problems.montant = donationProblems[amount.refusal](bounds);
  if (day) problems.jour = donationProblems[day](bounds);
  if (reference) problems.reference = donationProblems[reference](bounds);
  if (Object.keys(problems).length > 0 || !named.ok || !amount.ok || !givenOn)
    return { ok: false, problems };
  const { destination } = named;
  return {
    ok: true,
    donation: { reference: typed.reference, givenOn, amount: amount.cents, destination },
  };
}

async function newDonationPage(
  { db, organisation }: SignedInVisit,
  typed: TypedDonation,
  problems: Problems = {},
): Promise<Answer> {
  const isFaulty = Object.keys(problems).length > 0;
  return page({
    title: m.donations_enter(),
    section: 'finances',
    ...(isFaulty && { status: 422, faulty: true }),
    body: (
      <NewDonationPage
        typed={typed}
        bounds={await readBounds(db, organisation.id)}
        problems={problems}
      />
    ),
  });
}

async function takeBackPage(
  visit: SignedInVisit<'donation'>,
  reason = '',
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation, params } = visit;
  const donation = found(await findDonation(db, organisation.id, params.donation), 'donation');
  const isFaulty = Object.keys(problems).length > 0;
  return page({
    title: m.donations_take_back_title(),
    section: 'finances',
    ...(isFaulty && { status: 422, faulty: true }),
    body: (
      <TakeBackPage
        donation={donation}
        names={await nameAccountHolders(visit, [donation.account])}
        reason={reason}
        problems={problems}
      />
    ),
  });
}
