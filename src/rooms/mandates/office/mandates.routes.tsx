import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { answerFile, findFile, openStorage, removeBytes } from '../../../platform/files/index.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findContacts } from '../../identity/index.ts';
import { cancelInvitation, findInvitedEmail } from '../invitation.store.ts';
import { actOf, loadMandateForTeam, loadNetworkForTeam, senderOf } from '../load.routes.ts';
import { tellHolder } from '../mandate.mails.ts';
import { countWaiting, findMandate, listQueue } from '../mandate.store.ts';
import { isLevel, LENGTHS, nameOfMandate, QUEUE_STATES, type QueueFilter } from '../mandate.ts';
import { noteMandate, refuseMandate, verifyMandate } from '../mandate-writing.store.ts';
import { OfficeMandatePage } from './mandate.page.tsx';
import { OfficeMandatesPage } from './mandates.page.tsx';

/** Mandates of a network, for the team that verifies them. */
export const officeRoutes: readonly Route[] = [
  get(urls.adminMandates, 'space-organiser', async (visit) => {
    const { db, organisation, url } = visit;
    const space = await loadNetworkForTeam(visit);
    const filter = readFilter((name) => url.searchParams.get(name));
    const [{ mandates, next }, waiting, now] = await Promise.all([
      listQueue(db, organisation.id, space.id, filter),
      countWaiting(db, organisation.id, space.id),
      readNow(db),
    ]);
    const people = mandates.flatMap(({ personId }) => personId ?? []);
    const contacts = await findContacts(db, organisation.id, people);
    const names = new Map([...contacts].map(([id, { name, nickname }]) => [id, name || nickname]));
    return page({
      title: m.mandates_office_title(),
      section: 'admin',
      body: <OfficeMandatesPage {...{ space, filter, mandates, next, waiting, names, now }} />,
    });
  }),

  get(urls.adminMandate, 'space-organiser', (visit) => showMandate(visit)),

  get(urls.adminMandateProof, 'space-organiser', async (visit) => {
    const { mandate } = await loadMandateForTeam(visit);
    const fileId = found(mandate.proofFileId, 'mandate-proof');
    const file = found(await findFile(visit.db, visit.organisation.id, fileId), 'mandate-proof');
    return answerFile(visit.request, openStorage(visit.config), file, 'whole');
  }),

  post(urls.adminMandateVerify, 'space-organiser', async (visit) => {
    const { space, mandate } = await loadMandateForTeam(visit);
    const done = await visit.db.transaction().execute(async (tx) => {
      const verified = await verifyMandate(tx, actOf(visit), space, mandate.id);
      if (verified.ok)
        await tellHolder(tx, senderOf(visit), space, verified.mandate, 'verified', 'once');
      return verified;
    });
    if (done.ok && done.freed) await removeBytes(openStorage(visit.config), done.freed);
    return backToQueue(visit, space, done.ok ? 'mandate-verified' : 'mandate-decided');
  }),

  post(urls.adminMandateRefuse, 'space-organiser', async (visit) => {
    const { db, organisation, config } = visit;
    const { space, mandate } = await loadMandateForTeam(visit);
    if (mandate.personId === null) {
      const gone = await cancelInvitation(db, actOf(visit), space, mandate.id);
      return backToQueue(visit, space, gone ? 'mandate-invitation-withdrawn' : 'mandate-decided');
    }
    const reason = (await visit.form()).text('motif');
    const problem =
      reason === ''
        ? m.mandates_problem_reason()
        : [...reason].length > LENGTHS.refusal
          ? m.mandates_problem_long()
          : null;
    if (problem) return showMandate(visit, { reason }, { motif: problem });
    const done = await db.transaction().execute(async (tx) => {
      const refused = await refuseMandate(tx, actOf(visit), space, mandate.id, reason);
      if (refused.ok) {
        const told = (await findMandate(tx, organisation.id, space.id, mandate.id))!;
        await tellHolder(tx, senderOf(visit), space, told, 'refused', 'once');
      }
      return refused;
    });
    if (done.ok && done.freed) await removeBytes(openStorage(config), done.freed);
    return backToQueue(visit, space, done.ok ? 'mandate-refused' : 'mandate-decided');
  }),

  post(urls.adminMandateNote, 'space-organiser', async (visit) => {
    const { space, mandate } = await loadMandateForTeam(visit);
    const note = (await visit.form()).text('note');
    if ([...note].length > LENGTHS.note)
      return showMandate(visit, { note }, { note: m.mandates_problem_long() });
    await noteMandate(visit.db, actOf(visit), space.id, mandate.id, note);
    const at = { space: space.slug, mandate: mandate.id };
    return seeOther(visit, urls.adminMandate(at), 'mandate-noted');
  }),
];

async function showMandate(
  visit: SignedInVisit<'space' | 'mandate'>,
  typed: { reason?: string; note?: string } = {},
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const { space, mandate } = await loadMandateForTeam(visit);
  const [contacts, invited, now] = await Promise.all([
    findContacts(db, organisation.id, mandate.personId ? [mandate.personId] : []),
    mandate.personId ? null : findInvitedEmail(db, organisation.id, mandate.id),
    readNow(db),
  ]);
  const contact = mandate.personId ? contacts.get(mandate.personId) : undefined;
  const holder = contact
    ? { name: contact.name || contact.nickname, email: contact.email }
    : invited
      ? { name: '', email: invited }
      : null;
  const faulty = Object.keys(problems).length > 0;
  const shown = { reason: typed.reason ?? '', note: typed.note ?? mandate.note };
  return page({
    title: nameOfMandate(mandate),
    section: 'admin',
    ...(faulty && { status: 422 as const, faulty }),
    body: <OfficeMandatePage {...{ space, mandate, holder, typed: shown, problems, now }} />,
  });
}

function readFilter(read: (name: string) => string | null): QueueFilter {
  const state = read('etat') ?? 'waiting';
  const level = read('strate') ?? '';
  const after = read('apres') ?? '';
  return {
    state: QUEUE_STATES.find((one) => one === state) ?? null,
    level: isLevel(level) ? level : null,
    words: (read('q') ?? '').slice(0, 200).trim(),
    after: isUuid(after) ? after : null,
  };
}

const backToQueue = (visit: SignedInVisit, space: { slug: string }, notice: string) =>
  seeOther(visit, urls.adminMandates({ space: space.slug }), notice);
