import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { readNumber } from '../../spaces/index.ts';
import { loadMeeting } from '../agenda.routes.tsx';
import { findMeeting } from '../meeting.store.ts';
import { LENGTHS, type Meeting, stateOf } from '../meeting.ts';
import { meetingSegment } from '../meeting-words.page.ts';
import { readCapacity, readMoment, typeMoment } from '../office/meeting-form.routes.ts';
import { actOf, loadOfficeMeeting } from '../office/office.routes.tsx';
import { rightsOver } from './rights.routes.ts';
import { findSession } from './session.store.ts';
import { checkSession, type Session, standingOf, type WrittenSession } from './session.ts';
import {
  CancelSessionPage,
  SessionFormPage,
  sessionProblems,
  type TypedSession,
} from './session-form.page.tsx';
import { addSession, cancelSession, changeSession } from './session-writing.store.ts';

/** The programme as who runs the meeting makes it: its office, or its host and the team of its space. */
export const organiseRoutes: readonly Route[] = [
  get(urls.newSession, 'signed-in', async (visit) => {
    const meeting = await loadToOrganise(visit);
    const { startsAt } = meeting;
    return showForm(meeting, null, {
      ...EMPTY,
      starts: typeMoment(startsAt),
      ends: { ...typeMoment(startsAt), time: '' },
    });
  }),

  post(urls.newSession, 'signed-in', async (visit) => {
    const meeting = await loadToOrganise(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const given = form.text('formulaire');
    const madeFrom = isUuid(given) ? given : randomUUID();
    const read = readSession(typed, meeting);
    if (!read.ok) return showForm(meeting, null, typed, { problems: read.problems, madeFrom });
    const done = await addSession(visit.db, actOf(visit), meeting, madeFrom, read.written);
    if (done.ok) return seeOther(visit, hrefOf(meeting), 'session-added');
    return showForm(meeting, null, typed, { problems: sayRefusal(done.refusal), madeFrom });
  }),

  get(urls.changeSession, 'signed-in', async (visit) => {
    const { meeting, session } = await loadOpen(visit);
    return showForm(meeting, session, typeSession(session), { version: session.version });
  }),

  post(urls.changeSession, 'signed-in', async (visit) => {
    const { meeting, session } = await loadOpen(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readNumber(form.text('version')) ?? 0;
    const read = readSession(typed, meeting);
    if (!read.ok) return showForm(meeting, session, typed, { problems: read.problems, version });
    const of = { id: session.id, version };
    const done = await changeSession(visit.db, actOf(visit), meeting, of, read.written);
    if (done.ok) return seeOther(visit, hrefOf(meeting), 'session-changed');
    if (done.refusal === 'gone') throw notFound('session');
    const problems = sayRefusal(done.refusal);
    // sent once more, it is what was typed here that counts
    const isConflict = done.refusal === 'changed-meanwhile';
    const shown = isConflict ? { version: session.version, status: 409 as const } : { version };
    return showForm(meeting, session, typed, { problems, ...shown });
  }),

  get(urls.cancelSession, 'signed-in', async (visit) => {
    const { meeting, session } = await loadOpen(visit);
    return showCancel(meeting, session, '', {});
  }),

  post(urls.cancelSession, 'signed-in', async (visit) => {
    const { meeting, session } = await loadOpen(visit);
    const message = (await visit.form()).text('message');
    if (message === '' || [...message].length > LENGTHS.message)
      return showCancel(meeting, session, message, {
        message: message === '' ? m.congress_problem_message() : m.meetings_problem_long(),
      });
    const done = await cancelSession(visit.db, actOf(visit), meeting, session, message);
    return seeOther(visit, hrefOf(meeting), done ? 'session-cancelled' : 'session-not-cancelled');
  }),
];

const hrefOf = (meeting: Meeting): string => urls.programme({ meeting: meetingSegment(meeting) });

/** A meeting that this visitor runs, drafts of the office included; to others it is not there. */
async function loadRun(visit: SignedInVisit<'meeting'>): Promise<Meeting> {
  const { db, organisation, params } = visit;
  const number = found(readNumber(params.meeting), 'meeting');
  const meeting = found(await findMeeting(db, organisation.id, { number }), 'meeting');
  if (meeting.componentId === null) return loadOfficeMeeting(visit);
  const seen = await loadMeeting(visit);
  return found((await rightsOver(visit, seen)).mayRun ? seen : null, 'meeting');
}

/** The same, as long as it takes place: what is over or cancelled keeps its programme. */
async function loadToOrganise(visit: SignedInVisit<'meeting'>): Promise<Meeting> {
  const meeting = await loadRun(visit);
  const state = stateOf(meeting, await readNow(visit.db));
  return found(state === 'over' || state === 'cancelled' ? null : meeting, 'meeting');
}

/** A session of it that has not begun. */
async function loadOpen(
  visit: SignedInVisit<'meeting' | 'session'>,
): Promise<{ meeting: Meeting; session: Session }> {
  const meeting = await loadToOrganise(visit);
  const { db, organisation, params } = visit;
  const session = await findSession(db, organisation.id, params.session);
  if (session?.meetingId !== meeting.id) throw notFound('session');
  const standing = standingOf(session, meeting, await readNow(db));
  if (standing === 'cancelled' || standing === 'begun') throw notFound('session');
  return { meeting, session };
}

const NOTHING = { day: '', month: '', year: '', time: '' };
const EMPTY: TypedSession = {
  title: '',
  description: '',
  speakers: '',
  room: '',
  starts: NOTHING,
  ends: NOTHING,
  capacity: '',
};

const typeSession = (session: Session): TypedSession => ({
  title: session.title,
  description: session.description,
  speakers: session.speakers,
  room: session.room,
  starts: typeMoment(session.startsAt),
  ends: typeMoment(session.endsAt),
  capacity: session.capacity === null ? '' : String(session.capacity),
});

function readTyped(form: Form): TypedSession {
  const oneLine = (name: string) => form.text(name).replaceAll(/\s+/g, ' ');
  const moment = (name: string) => ({
    day: form.text(`${name}-day`),
    month: form.text(`${name}-month`),
    year: form.text(`${name}-year`),
    time: form.text(`${name}-time`),
  });
  return {
    title: oneLine('titre'),
    description: form.text('description'),
    speakers: oneLine('intervenants'),
    room: oneLine('salle'),
    starts: moment('debut'),
    ends: moment('fin'),
    capacity: form.text('places'),
  };
}

const NAMES = {
  title: 'titre',
  description: 'description',
  speakers: 'intervenants',
  room: 'salle',
  ends: 'fin',
} as const;

function readSession(
  typed: TypedSession,
  meeting: Meeting,
): { ok: true; written: WrittenSession } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const startsAt = readMoment(typed.starts);
  const endsAt = readMoment(typed.ends);
  if (typeof startsAt === 'string') problems.debut = sessionProblems[startsAt]();
  if (typeof endsAt === 'string') problems.fin = sessionProblems[endsAt]();
  const capacity = readCapacity(typed.capacity);
  if (capacity === undefined) problems.places = sessionProblems['capacity-wrong']();
  const isTimed = startsAt instanceof Date && endsAt instanceof Date;
  const written: WrittenSession = {
    title: typed.title,
    description: typed.description,
    speakers: typed.speakers,
    room: typed.room,
    // instants that are no problem of their own
    startsAt: isTimed ? startsAt : meeting.startsAt,
    endsAt: isTimed ? endsAt : meeting.endsAt,
    capacity: capacity ?? null,
  };
  for (const [field, refusal] of Object.entries(checkSession(written, meeting)))
    problems[NAMES[field as keyof typeof NAMES]] ??= sessionProblems[refusal]();
  return Object.keys(problems).length === 0 ? { ok: true, written } : { ok: false, problems };
}

const sayRefusal = (
  refusal:
    | 'too-many'
    | 'outside-meeting'
    | 'over'
    | 'changed-meanwhile'
    | 'seats-taken'
    | 'people-overlap',
): Problems => {
  const field =
    refusal === 'outside-meeting' || refusal === 'people-overlap'
      ? 'fin'
      : refusal === 'seats-taken'
        ? 'places'
        : 'form';
  return { [field]: sessionProblems[refusal]() };
};

interface Shown {
  problems?: Problems;
  version?: number;
  madeFrom?: string;
  status?: 409 | 422;
}

function showForm(
  meeting: Meeting,
  session: Session | null,
  typed: TypedSession,
  { problems = {}, version = 0, madeFrom = randomUUID(), status = 422 }: Shown = {},
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: session ? m.congress_change_title() : m.congress_new_title(),
    section: 'agenda',
    ...(faulty && { status, faulty }),
    body: (
      <SessionFormPage
        meeting={meeting}
        session={session}
        typed={typed}
        problems={problems}
        version={version}
        madeFrom={madeFrom}
      />
    ),
  });
}

function showCancel(
  meeting: Meeting,
  session: Session,
  message: string,
  problems: Problems,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.congress_cancel_question(),
    section: 'agenda',
    ...(faulty && { status: 422, faulty }),
    body: (
      <CancelSessionPage
        meeting={meeting}
        session={session}
        message={message}
        problems={problems}
      />
    ),
  });
}
