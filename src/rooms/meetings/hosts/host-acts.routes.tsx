import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { readNumber } from '../../spaces/index.ts';
import { loadMeeting } from '../agenda.routes.tsx';
import { LENGTHS, type Meeting, stateOf } from '../meeting.ts';
import { meetingSegment } from '../meeting-words.page.ts';
import { cancelMeeting } from '../meeting-writing.store.ts';
import { CancelPage } from '../office/office-meeting.page.tsx';
import { ClosingPage, closingProblems, type TypedClosing } from './closing.page.tsx';
import { closeMeeting, findClosing } from './closing.store.ts';
import { checkClosing, mayClose, readAttendance, readLines } from './closing.ts';
import { loadRun } from './placed.routes.ts';

/** An event of a space is cancelled by who runs it, and closed by its host (R120, R124, R125). */
export const hostActRoutes: readonly Route[] = [
  get(urls.meetingCancel, 'signed-in', async (visit) =>
    cancelPage(await loadToCancel(visit), '', {}),
  ),

  post(urls.meetingCancel, 'signed-in', async (visit) => {
    const { meeting } = await loadRun(visit, await loadMeeting(visit));
    const message = (await visit.form()).text('message');
    if (message === '' || [...message].length > LENGTHS.message)
      return cancelPage(await loadToCancel(visit), message, {
        message: message === '' ? m.meetings_problem_cancel_message() : m.meetings_problem_long(),
      });
    const { db, organisation, visitor } = visit;
    const act = { organisationId: organisation.id, by: visitor.id };
    const done = await cancelMeeting(db, act, meeting.id, message);
    return seeOther(
      visit,
      urls.meeting({ meeting: meetingSegment(meeting) }),
      done ? 'meeting-cancelled' : 'meeting-not-cancelled',
    );
  }),

  get(urls.meetingClose, 'signed-in', async (visit) => {
    const meeting = await loadToClose(visit);
    const closing = await findClosing(visit.db, visit.organisation.id, meeting.id);
    const typed: TypedClosing = {
      report: closing?.report ?? '',
      organisations: closing?.organisations.join('\n') ?? '',
      speakers: closing?.speakers.join('\n') ?? '',
      attendance: closing ? String(closing.attendance) : '',
    };
    return closingPage(meeting, typed, {}, closing?.version ?? 0);
  }),

  post(urls.meetingClose, 'signed-in', async (visit) => {
    const meeting = await loadToClose(visit);
    const form = await visit.form();
    const version = readNumber(form.text('version')) ?? 0;
    const typed: TypedClosing = {
      report: form.text('compte-rendu'),
      organisations: form.text('organisations'),
      speakers: form.text('intervenants'),
      attendance: form.text('participants'),
    };
    const attendance = readAttendance(typed.attendance);
    const written = {
      report: typed.report,
      organisations: readLines(typed.organisations),
      speakers: readLines(typed.speakers),
    };
    const refusals = checkClosing({ ...written, attendance });
    if (attendance === null || Object.keys(refusals).length > 0)
      return closingPage(meeting, typed, wordProblems(refusals), version);
    const { db, organisation, visitor } = visit;
    const done = await closeMeeting(
      db,
      { organisationId: organisation.id, by: visitor.id },
      meeting,
      { ...written, attendance },
      version,
    );
    if (!done.ok && done.refusal === 'changed-meanwhile')
      return closingPage(
        meeting,
        typed,
        { form: m.meetings_conflict_hosted() },
        done.closing.version,
        409,
      );
    const notice = done.ok ? 'meeting-closed' : 'meeting-not-closed';
    return seeOther(visit, urls.meeting({ meeting: meetingSegment(meeting) }), notice);
  }),
];

const NAMES = {
  report: 'compte-rendu',
  organisations: 'organisations',
  speakers: 'intervenants',
  attendance: 'participants',
} as const;

function wordProblems(refusals: ReturnType<typeof checkClosing>): Problems {
  return Object.fromEntries(
    (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((field) => {
      const refusal = refusals[field];
      return refusal ? [[NAMES[field], closingProblems[refusal]()]] : [];
    }),
  );
}

/** The button is there for its host once it is over: so is the page (R124). */
async function loadToClose(visit: SignedInVisit<'meeting'>): Promise<Meeting> {
  const { meeting } = await loadRun(visit, await loadMeeting(visit));
  const isDue = mayClose(visit.visitor, meeting, await readNow(visit.db));
  return found(isDue ? meeting : null, 'meeting');
}

async function loadToCancel(visit: SignedInVisit<'meeting'>): Promise<Meeting> {
  const { meeting } = await loadRun(visit, await loadMeeting(visit));
  const state = stateOf(meeting, await readNow(visit.db));
  return found(state === 'coming' || state === 'now' ? meeting : null, 'meeting');
}

function cancelPage(meeting: Meeting, message: string, problems: Problems): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.meetings_cancel_question(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <CancelPage
        meeting={meeting}
        message={message}
        problems={problems}
        action={urls.meetingCancel({ meeting: meeting.number })}
        backHref={urls.meeting({ meeting: meetingSegment(meeting) })}
      />
    ),
  });
}

function closingPage(
  meeting: Meeting,
  typed: TypedClosing,
  problems: Problems,
  version: number,
  status: 409 | 422 = 422,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.meetings_close_title(),
    section: 'participation',
    ...(faulty && { status, faulty }),
    body: <ClosingPage meeting={meeting} typed={typed} problems={problems} version={version} />,
  });
}
