import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { countHit } from '../../platform/http/limits.ts';
import { limitFloods } from '../../platform/http/open-form.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  page,
  seeOther,
  type Visit,
  type Visitor,
} from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { hashSecret } from '../../platform/secrets/token.ts';
import type { Problems } from '../../ui/form.tsx';
import { TRAP_NAME } from '../../ui/trap.tsx';
import { urls } from '../../urls.ts';
import { sayIdentityRefusal } from '../identity/index.page.ts';
import { findPerson, readUsableEmail } from '../identity/index.ts';
import { loadMeeting, showMeeting } from './agenda.routes.tsx';
import { writeNews, writeProofAsked } from './meeting.mails.ts';
import { findMeeting } from './meeting.store.ts';
import type { Meeting } from './meeting.ts';
import { type LinkUse, readLinkToken, writeLinkToken } from './meeting-token.crypto.ts';
import { meetingSegment } from './meeting-words.page.ts';
import { type Comer, confirmRegistration, register, withdraw } from './registering.store.ts';
import {
  ConfirmRegistrationPage,
  FIELDS,
  nameProblems,
  SettledPage,
  type TypedRegistration,
  WithdrawRegistrationPage,
} from './registration.page.tsx';
import { findOwnRegistration, findRegistration } from './registration.store.ts';
import { checkName, readProfile, registrationStateOf } from './registration.ts';

/** One comes with an account, or with a name and an address that a link proves; and says so when one does not come. */
export const registrationRoutes: readonly Route[] = [
  post(urls.meetingRegister, 'anyone', async (visit) => {
    const meeting = await loadMeeting(visit);
    const form = await visit.form();
    const typed = {
      name: form.text(FIELDS.name).replaceAll(/\s+/g, ' '),
      email: form.text(FIELDS.email),
      profile: form.text(FIELDS.profile),
    };
    const state = registrationStateOf(meeting, await readNow(visit.db));
    if (state === 'none' || state === 'closed') return refuseClosed(visit, meeting, typed);
    const read = await readComer(visit, typed);
    if (!read.ok) return showMeeting(visit, meeting, { typed, problems: read.problems });
    const isKnown = visit.visitor !== null;
    if (!isKnown) {
      // a program filled in what nobody sees; should a browser have done it, the next try comes through
      if (form.text(TRAP_NAME) !== '')
        return showMeeting(visit, meeting, { typed, problems: { form: m.contact_refused_trap() } });
      await limit(visit, meeting, read.comer.mailbox);
    }
    const isOpen = await settle(visit, meeting, read.comer);
    if (!isOpen) return refuseClosed(visit, await loadMeeting(visit), typed);
    return seeOther(visit, hrefOf(meeting), isKnown ? 'meeting-registered' : 'meeting-proof-asked');
  }),

  post(urls.meetingWithdraw, 'signed-in', async (visit) => {
    const meeting = await loadMeeting(visit);
    const { db, organisation, visitor } = visit;
    const own = await findOwnRegistration(db, organisation.id, meeting.id, visitor.id);
    if (own) await withdraw(db, organisation.id, own.id);
    return seeOther(visit, hrefOf(meeting), 'meeting-withdrawn');
  }),

  get(urls.registrationConfirm, 'anyone', async (visit) => {
    const linked = await findLinked(visit, 'confirm');
    if (!linked) return linkSpent();
    if (linked.registration.confirmedAt) return confirmed(linked);
    return page({
      title: m.meetings_confirm_question(),
      section: 'agenda',
      body: <ConfirmRegistrationPage token={visit.params.token} meeting={linked.meeting} />,
    });
  }),

  post(urls.registrationConfirm, 'anyone', async (visit) => {
    const linked = await findLinked(visit, 'confirm');
    if (!linked) return linkSpent();
    const { db, organisation } = visit;
    const done = await confirmRegistration(db, organisation.id, linked.registration.id);
    if (done.ok) return confirmed({ ...linked, registration: done.registration });
    return done.refusal === 'gone' ? linkSpent() : closedPage(linked.meeting);
  }),

  get(urls.registrationWithdraw, 'anyone', async (visit) => {
    const linked = await findLinked(visit, 'withdraw');
    if (!linked) return withdrawn();
    return page({
      title: m.meetings_withdraw_question(),
      section: 'agenda',
      body: <WithdrawRegistrationPage token={visit.params.token} meeting={linked.meeting} />,
    });
  }),

  post(urls.registrationWithdraw, 'anyone', async (visit) => {
    const linked = await findLinked(visit, 'withdraw');
    if (linked) await withdraw(visit.db, visit.organisation.id, linked.registration.id);
    return withdrawn();
  }),
];

const hrefOf = (meeting: Meeting) => urls.meeting({ meeting: meetingSegment(meeting) });

async function readComer(
  visit: Visit,
  typed: TypedRegistration,
): Promise<{ ok: true; comer: Comer } | { ok: false; problems: Problems }> {
  const { db, organisation, visitor } = visit;
  const problems: Problems = {};
  const profile = readProfile(typed.profile);
  if (visitor) {
    if (!profile)
      return { ok: false, problems: { [FIELDS.profile]: m.meetings_problem_profile() } };
    const { id, name, email, mailbox, locale } = await getAccount(db, organisation.id, visitor);
    return { ok: true, comer: { personId: id, name, email, mailbox, locale, profile } };
  }
  const refusal = checkName(typed.name);
  if (refusal) problems[FIELDS.name] = nameProblems[refusal]();
  const email = readUsableEmail(typed.email, isDisposableEmailDomain);
  if (typeof email === 'string') problems[FIELDS.email] = sayIdentityRefusal(email);
  if (!profile) problems[FIELDS.profile] = m.meetings_problem_profile();
  if (typeof email === 'string' || !profile || Object.keys(problems).length > 0)
    return { ok: false, problems };
  return {
    ok: true,
    comer: {
      personId: null,
      name: typed.name,
      email: email.email,
      mailbox: email.mailbox,
      locale: visit.locale,
      profile,
    },
  };
}

async function getAccount(db: Visit['db'], organisationId: string, visitor: Visitor) {
  return found(await findPerson(db, organisationId, visitor.id), 'person');
}

/** Of one meeting in an hour: its hall is filled by those alone who prove their address. */
const OF_MEETING = 600;

/**
 * Nobody fills somebody else's mailbox from here (W10). A library is one network, so that counts against floods only; the
 * page is kept for everybody, so no browser is given work of its own.
 */
async function limit(visit: Visit, meeting: Meeting, mailbox: string): Promise<void> {
  const { db, organisation } = visit;
  await limitFloods(visit, 'meeting');
  const key = `meeting-to:${hashSecret(organisation.id, mailbox)}`;
  await countHit(db, { key, hits: 6, seconds: 3600 });
  await countHit(db, { key: `meeting-of:${meeting.id}`, hits: OF_MEETING, seconds: 3600 });
}

/** An address alone is written to: to prove itself, or to be told that it is registered already. false: too late. */
async function settle(visit: Visit, meeting: Meeting, comer: Comer): Promise<boolean> {
  const { db, organisation, origin, config } = visit;
  return db.transaction().execute(async (tx) => {
    const done = await register(tx, organisation.id, meeting.id, comer);
    if (!done.ok) return false;
    if (comer.personId !== null) return true;
    const { id, name, email, locale, confirmedAt, seatedAt } = done.registration;
    const key = openKeys(config.keysFolder).rollKey();
    const link = (use: LinkUse) => {
      const token = writeLinkToken(key, organisation.id, id, use);
      return (
        origin +
        (use === 'confirm' ? urls.registrationConfirm : urls.registrationWithdraw)({ token })
      );
    };
    const told = { meeting, organisation, origin, locale };
    const words = confirmedAt
      ? writeNews(told, {
          kind: seatedAt ? 'seated' : 'waiting',
          name,
          withdrawAddress: link('withdraw'),
        })
      : writeProofAsked(told, name, link('confirm'));
    await queueMail(tx, { to: email, locale, replyTo: organisation.contactEmail, ...words });
    return true;
  });
}

/** What a mailed link is about; null: it is not ours, or what it was about is gone. */
async function findLinked({ db, config, organisation, params }: Visit<'token'>, use: LinkUse) {
  const key = openKeys(config.keysFolder).rollKey();
  const id = found(readLinkToken(key, organisation.id, params.token, use), 'token');
  const registration = await findRegistration(db, organisation.id, id);
  const meeting =
    registration && (await findMeeting(db, organisation.id, { id: registration.meetingId }));
  return registration && meeting ? { registration, meeting } : null;
}

function settled(
  title: string,
  words: string,
  meeting: Meeting | null,
  status?: 409 | 410,
): Answer {
  return page({
    title,
    section: 'agenda',
    ...(status && { status }),
    body: <SettledPage title={title} words={words} meeting={meeting} />,
  });
}

function confirmed({ registration, meeting }: NonNullable<Awaited<ReturnType<typeof findLinked>>>) {
  return registration.seatedAt
    ? settled(m.meetings_own_seated(), m.meetings_own_seated_words(), meeting)
    : settled(m.meetings_own_waiting(), m.meetings_own_waiting_words(), meeting);
}

const withdrawn = () => settled(m.meetings_withdrawn(), m.meetings_withdrawn_words(), null);
const linkSpent = () => settled(m.meetings_link_spent(), m.meetings_link_spent_words(), null, 410);
const closedPage = (meeting: Meeting) =>
  settled(m.meetings_closed(), m.meetings_registration_closed(), meeting, 409);

const refuseClosed = (visit: Visit, meeting: Meeting, typed: TypedRegistration) =>
  showMeeting(visit, meeting, {
    typed,
    problems: { form: m.meetings_registration_closed() },
    status: 409,
  });
