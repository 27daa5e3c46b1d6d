import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { recordTakenExport } from '../../../platform/journal/taken-export.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { findContacts, listStaff } from '../../identity/index.ts';
import { LENGTHS, type Meeting, stateOf } from '../meeting.ts';
import { profileWords } from '../meeting-words.page.ts';
import { cancelMeeting } from '../meeting-writing.store.ts';
import { addPresence, listPresences, removePresence } from '../presence.store.ts';
import { countProfiles, listRegistrations } from '../registration.store.ts';
import { findReport } from '../report.store.ts';
import { actOf, loadOfficeMeeting } from './office.routes.tsx';
import { CancelPage, OfficeMeetingPage } from './office-meeting.page.tsx';

/** People on a page of the list, and lines of the file that are read at once. */
const SHOWN = 100;
const READ_AT_ONCE = 500;

/** Who comes, who of the town is there, and what they are told when it does not take place. */
export const peopleRoutes: readonly Route[] = [
  get(urls.adminMeeting, 'organiser', async (visit) =>
    showOfficeMeeting(visit, await loadOfficeMeeting(visit)),
  ),

  get(urls.adminMeetingCsv, 'organiser', async (visit) => {
    const meeting = await loadOfficeMeeting(visit);
    const { db, organisation } = visit;
    await recordTakenExport(visit, meeting.editionId, { title: meeting.title, format: 'csv' });
    const lines = [
      CSV_MARK,
      writeCsvLine([
        m.meetings_name(),
        m.meetings_email(),
        m.meetings_profile_short(),
        m.meetings_state(),
        m.meetings_registered_at(),
      ]),
    ];
    let afterId: string | null = null;
    do {
      const people = await listRegistrations(db, organisation.id, meeting.id, {
        afterId,
        limit: READ_AT_ONCE,
        by: 'id',
      });
      for (const one of people)
        lines.push(
          writeCsvLine([
            one.name,
            one.email,
            profileWords[one.profile](),
            one.seatedAt ? m.meetings_seated() : m.meetings_waits(),
            formatDateTime(one.confirmedAt ?? one.registeredAt),
          ]),
        );
      afterId = people.length < READ_AT_ONCE ? null : people.at(-1)!.id;
    } while (afterId);
    return new Response(lines.join(''), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="inscrits-${meeting.number}.csv"`,
      },
    });
  }),

  post(urls.adminMeetingPresence, 'organiser', async (visit) => {
    const meeting = await loadOfficeMeeting(visit);
    const { db, organisation } = visit;
    const form = await visit.form();
    const personId = form.text('personne');
    const back = urls.adminMeeting({ meeting: meeting.number });
    if (form.text('geste') === 'retirer') {
      if (isUuid(personId)) await removePresence(db, actOf(visit), meeting, personId);
      return seeOther(visit, back, 'meeting-presence-removed');
    }
    const staff = await listStaff(db, organisation.id);
    if (!staff.some(({ id }) => id === personId))
      return showOfficeMeeting(visit, meeting, { personne: m.meetings_problem_person() });
    await addPresence(db, actOf(visit), meeting, personId);
    return seeOther(visit, back, 'meeting-presence-added');
  }),

  get(urls.adminMeetingCancel, 'organiser', async (visit) =>
    cancelPage(await loadToCancel(visit), '', {}),
  ),

  post(urls.adminMeetingCancel, 'organiser', async (visit) => {
    const meeting = await loadOfficeMeeting(visit);
    const message = (await visit.form()).text('message');
    if (message === '' || [...message].length > LENGTHS.message)
      return cancelPage(await loadToCancel(visit), message, {
        message: message === '' ? m.meetings_problem_cancel_message() : m.meetings_problem_long(),
      });
    const done = await cancelMeeting(visit.db, actOf(visit), meeting.id, message);
    const notice = done ? 'meeting-cancelled' : 'meeting-not-cancelled';
    return seeOther(visit, urls.adminMeeting({ meeting: meeting.number }), notice);
  }),
];

async function loadToCancel(visit: SignedInVisit<'meeting'>): Promise<Meeting> {
  const meeting = await loadOfficeMeeting(visit);
  const state = stateOf(meeting, await readNow(visit.db));
  return found(state === 'coming' || state === 'now' ? meeting : null, 'meeting');
}

function cancelPage(meeting: Meeting, message: string, problems: Problems): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.meetings_cancel_question(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <CancelPage
        meeting={meeting}
        message={message}
        problems={problems}
        action={urls.adminMeetingCancel({ meeting: meeting.number })}
        backHref={urls.adminMeeting({ meeting: meeting.number })}
      />
    ),
  });
}

async function showOfficeMeeting(
  { db, organisation, url }: SignedInVisit,
  meeting: Meeting,
  problems: Problems = {},
): Promise<Answer> {
  const asked = url.searchParams.get('apres') ?? '';
  const [now, registrations, profiles, presences, staff, report] = await Promise.all([
    readNow(db),
    listRegistrations(db, organisation.id, meeting.id, {
      afterId: isUuid(asked) ? asked : null,
      limit: SHOWN + 1,
    }),
    countProfiles(db, organisation.id, meeting.id),
    listPresences(db, organisation.id, { meetingIds: [meeting.id] }),
    listStaff(db, organisation.id),
    findReport(db, organisation.id, meeting.id),
  ]);
  const ids = presences.map(({ personId }) => personId);
  const contacts = await findContacts(db, organisation.id, ids);
  const shown = registrations.slice(0, SHOWN);
  const at = { meeting: meeting.number };
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: meeting.title,
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <OfficeMeetingPage
        meeting={meeting}
        now={now}
        registrations={shown}
        nextHref={
          registrations.length > SHOWN
            ? urls.adminMeeting(at, { apres: shown.at(-1)!.id })
            : undefined
        }
        profiles={profiles}
        present={ids.map((id) => ({ id, name: contacts.get(id)?.name ?? '' }))}
        staff={staff.filter(({ id }) => !ids.includes(id))}
        report={report}
        problems={problems}
      />
    ),
  });
}
