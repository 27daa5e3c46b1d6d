import { LENGTHS, type Meeting, stateOf } from '../meeting.ts';

/** A session of a congress (« séance »): a part of a meeting's programme, for which one signs up. */
export interface WrittenSession {
  title: string;
  description: string;
  /** Who speaks, in words; '' where nobody is named. */
  speakers: string;
  /** '' where the meeting has one room. */
  room: string;
  startsAt: Date;
  endsAt: Date;
  /** Seats; null: as many as come. */
  capacity: number | null;
}

export interface Session extends WrittenSession {
  id: string;
  meetingId: string;
  version: number;
  cancelledAt: Date | null;
  /** What who had signed up was told; '' unless cancelled. */
  cancelMessage: string;
  /** People who hold a seat, and who wait for one. */
  seated: number;
  waiting: number;
}

/** Where somebody stands in a session: they hold a seat, wait for one, or neither. */
export type Place = 'seated' | 'waiting' | null;

/** Of one meeting. */
export const MOST_SESSIONS = 300;
export const SESSION_LENGTHS = { ...LENGTHS, speakers: 400, room: 80 } as const;

export type SessionField = 'title' | 'description' | 'speakers' | 'room' | 'ends';
export type SessionRefusal =
  | 'title-missing'
  | 'text-too-long'
  | 'ends-before-it-begins'
  | 'outside-meeting';

/** What is wrong with a session, by its field. */
export function checkSession(
  session: WrittenSession,
  meeting: Pick<Meeting, 'startsAt' | 'endsAt'>,
): Partial<Record<SessionField, SessionRefusal>> {
  const refusals: Partial<Record<SessionField, SessionRefusal>> = {};
  for (const field of ['title', 'description', 'speakers', 'room'] as const)
    if ([...session[field]].length > SESSION_LENGTHS[field]) refusals[field] = 'text-too-long';
  if (session.title === '') refusals.title = 'title-missing';
  if (session.endsAt <= session.startsAt) refusals.ends = 'ends-before-it-begins';
  else if (session.startsAt < meeting.startsAt || session.endsAt > meeting.endsAt)
    refusals.ends = 'outside-meeting';
  return refusals;
}

export type Standing = 'closed' | 'cancelled' | 'begun' | 'full' | 'open';

/** Whether one may sign up; `full`: for the waiting list. It closes as the session begins. */
export function standingOf(session: Session, meeting: Meeting, now: Date): Standing {
  if (session.cancelledAt !== null) return 'cancelled';
  const state = stateOf(meeting, now);
  if (state !== 'coming' && state !== 'now') return 'closed';
  if (session.startsAt <= now) return 'begun';
  return session.capacity !== null && session.seated >= session.capacity ? 'full' : 'open';
}

/** Whether what who signed up was told is no longer true. */
export const isSessionMoved = (before: WrittenSession, after: WrittenSession): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime() ||
  before.room !== after.room;
