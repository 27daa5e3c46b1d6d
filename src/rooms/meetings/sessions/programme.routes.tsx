import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { readNumber } from '../../spaces/index.ts';
import { loadMeeting } from '../agenda.routes.tsx';
import { answerCalendar } from '../calendar.routes.ts';
import type { CalendarEntry } from '../ical.ts';
import { findMeeting } from '../meeting.store.ts';
import type { Meeting } from '../meeting.ts';
import { meetingSegment, placeWords } from '../meeting-words.page.ts';
import { loadOfficeMeeting } from '../office/office.routes.tsx';
import { OwnProgrammePage, ProgrammePage } from './programme.page.tsx';
import { rightsOver } from './rights.routes.ts';
import { findOwnPlaces, findSession, listSessions } from './session.store.ts';
import type { Session } from './session.ts';
import { overlapWords } from './session-words.page.ts';
import { giveUp, signUp } from './sign-up.store.ts';

/** The programme of a congress, and one's own in it. */
export const programmeRoutes: readonly Route[] = [
  get(urls.programme, 'anyone', async (visit) => showProgramme(visit, await loadCongress(visit))),

  post(urls.sessionSignUp, 'signed-in', async (visit) => {
    const { meeting, session } = await loadSession(visit);
    const { db, organisation, visitor } = visit;
    const done = await signUp(db, organisation.id, session.id, visitor.id);
    if (done.ok)
      return seeOther(visit, hrefOf(meeting), done.isSeated ? 'session-seated' : 'session-waiting');
    const words =
      done.refusal === 'overlaps' ? overlapWords(done.other) : m.congress_problem_closed();
    return showProgramme(visit, meeting, { form: words });
  }),

  post(urls.sessionGiveUp, 'signed-in', async (visit) => {
    const { meeting, session } = await loadSession(visit);
    await giveUp(visit.db, visit.organisation.id, session, visit.visitor.id);
    return seeOther(visit, hrefOf(meeting), 'session-given-up');
  }),

  get(urls.ownProgramme, 'signed-in', async (visit) => {
    const meeting = await loadMeeting(visit);
    const { sessions, own } = await findOwn(visit, meeting);
    return page({
      title: m.congress_own(),
      section: 'agenda',
      body: (
        <OwnProgrammePage
          meeting={meeting}
          now={await readNow(visit.db)}
          sessions={sessions}
          own={own}
          signInHref={null}
          mayRun={false}
          mayList={false}
          problems={{}}
        />
      ),
    });
  }),

  get(urls.ownProgrammeIcs, 'signed-in', async (visit) => {
    const meeting = await loadMeeting(visit);
    const { sessions } = await findOwn(visit, meeting);
    return answerCalendar(
      m.congress_own(),
      sessions.map((session) => entryOf(visit, meeting, session)),
    );
  }),
];

const hrefOf = (meeting: Meeting): string => urls.programme({ meeting: meetingSegment(meeting) });

/** The meeting of the address; one that is being prepared is there for the office alone. */
async function loadCongress(visit: Visit<'meeting'>): Promise<Meeting> {
  const { db, organisation, params, visitor } = visit;
  const number = found(readNumber(params.meeting), 'meeting');
  const meeting = await findMeeting(db, organisation.id, { number });
  if (meeting?.publishedAt || !visitor) return loadMeeting(visit);
  return loadOfficeMeeting(visit as SignedInVisit<'meeting'>);
}

/** A session of that very meeting. */
async function loadSession(visit: SignedInVisit<'meeting' | 'session'>) {
  const meeting = await loadMeeting(visit);
  const session = await findSession(visit.db, visit.organisation.id, visit.params.session);
  if (session?.meetingId !== meeting.id) throw notFound('session');
  return { meeting, session };
}

async function showProgramme(
  visit: Visit,
  meeting: Meeting,
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const [now, sessions, own, rights] = await Promise.all([
    readNow(db),
    listSessions(db, organisation.id, meeting.id),
    visitor ? findOwnPlaces(db, organisation.id, meeting.id, visitor.id) : new Map(),
    rightsOver(visit, meeting),
  ]);
  return page({
    title: m.congress_programme_of({ title: meeting.title }),
    section: 'agenda',
    ...(problems.form && { status: 409, faulty: true }),
    body: (
      <ProgrammePage
        meeting={meeting}
        now={now}
        sessions={sessions}
        own={own}
        signInHref={visitor ? null : urls.signIn({ vers: hrefOf(meeting) })}
        {...rights}
        problems={problems}
      />
    ),
  });
}

async function findOwn({ db, organisation, visitor }: SignedInVisit, meeting: Meeting) {
  const [all, own] = await Promise.all([
    listSessions(db, organisation.id, meeting.id),
    findOwnPlaces(db, organisation.id, meeting.id, visitor.id),
  ]);
  return { own, sessions: all.filter(({ id }) => own.has(id)) };
}

const entryOf = (
  { organisation, origin }: Visit,
  meeting: Meeting,
  session: Session,
): CalendarEntry => ({
  uid: `session-${session.id}@${organisation.host}`,
  sequence: session.version,
  changedAt: meeting.publishedAt ?? session.startsAt,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  title: session.title,
  description: [meeting.title, session.speakers, session.description]
    .filter((part) => part !== '')
    .join('\n\n'),
  place: [session.room, placeWords(meeting)].filter((part) => part !== '').join(' – '),
  point: meeting.point,
  url: `${origin}${hrefOf(meeting)}`,
  isCancelled: false,
});
