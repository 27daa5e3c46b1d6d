import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { queueLetter } from '../../notifications/index.ts';
import { writeRemoved } from '../meeting.mails.ts';
import { LENGTHS, type Meeting, stateOf } from '../meeting.ts';
import { findRegistration } from '../registration.store.ts';
import type { Registration } from '../registration.ts';
import { removeRegistration } from '../removing.store.ts';
import { actOf, loadOfficeMeeting } from './office.routes.tsx';
import { RemovalPage } from './removal.page.tsx';

type OfRegistration = SignedInVisit<'meeting' | 'registration'>;

/** Somebody is taken off the list of those who come: a mistake, a place held twice, a joke. */
export const removalRoutes: readonly Route[] = [
  get(urls.adminRegistrationRemove, 'organiser', async (visit) =>
    showRemoval(await load(visit), '', {}),
  ),

  post(urls.adminRegistrationRemove, 'organiser', async (visit) => {
    const shown = await load(visit);
    const reason = (await visit.form()).text('raison');
    if ([...reason].length > LENGTHS.message)
      return showRemoval(shown, reason, { raison: m.meetings_problem_long() });
    const { meeting, isTold } = shown;
    const { db, organisation, origin } = visit;
    const gone = await db.transaction().execute(async (tx) => {
      const { id } = shown.registration;
      const removed = await removeRegistration(tx, actOf(visit), meeting, id);
      if (removed && isTold) {
        const { name, personId, email, locale } = removed;
        await queueLetter(tx, {
          organisationId: organisation.id,
          topic: 'meetings',
          personId,
          address: email,
          locale,
          ...writeRemoved({ meeting, organisation, origin, locale }, name, reason),
          target: { kind: 'meeting', id: meeting.id },
          isOwed: true,
          onceKey: `meeting:${id}:removed`,
        });
      }
      return removed === null;
    });
    found(gone ? null : true, 'registration');
    return seeOther(
      visit,
      urls.adminMeeting({ meeting: meeting.number }),
      isTold ? 'meeting-registration-removed-told' : 'meeting-registration-removed',
    );
  }),
];

interface Shown {
  meeting: Meeting;
  registration: Registration;
  /** Whoever would still have come is written to. */
  isTold: boolean;
}

/** Of those who are confirmed: an address that nobody has proven is on no list. */
async function load(visit: OfRegistration): Promise<Shown> {
  const { db, organisation, params } = visit;
  const meeting = await loadOfficeMeeting(visit);
  const one = await findRegistration(db, organisation.id, params.registration);
  const isListed = one !== null && one.meetingId === meeting.id && one.confirmedAt !== null;
  const registration = found(isListed ? one : null, 'registration');
  const state = stateOf(meeting, await readNow(db));
  return { meeting, registration, isTold: state === 'coming' || state === 'now' };
}

function showRemoval(shown: Shown, reason: string, problems: Problems): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.meetings_remove_question(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <RemovalPage {...shown} reason={reason} problems={problems} />,
  });
}
