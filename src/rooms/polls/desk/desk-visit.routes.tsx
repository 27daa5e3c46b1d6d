/** What the routes of a desk share: the point of the address, its vote, and whether this officer serves there now. */
import * as m from '../../../paraglide/messages.js';
import { found, notFound, Refused } from '../../../platform/http/refused.ts';
import { type Answer, page, type SignedInVisit } from '../../../platform/http/visit.ts';
import { dayInParis, type Edition, findEditionById } from '../../spaces/index.ts';
import { findVotePoint } from '../points/point.store.ts';
import { standingAt, type VotePoint } from '../points/point.ts';
import { findPollNow } from '../poll.store.ts';
import { type Poll, pollState } from '../poll.ts';
import { type Desk, findDesk, type OfficerAtPoint } from './desk.store.ts';
import { isServing } from './desk.ts';
import type { DeskPoll } from './desk-person.store.ts';
import { NotServingPage, type WhyNot } from './not-serving.page.tsx';
import { findEditionOfPoint, findShiftsNow } from './serving.store.ts';

export type AtDesk = SignedInVisit<'point'>;

export interface Served {
  edition: Edition;
  poll: Poll;
  point: VotePoint;
  now: Date;
  /** When the point closes. */
  until: Date;
  at: OfficerAtPoint;
  people: DeskPoll;
  /** null: not opened yet. */
  desk: Desk | null;
}

/** Whether this person serves at this point at this instant: the one right of the desk and of its kiosks. */
async function mayServe(visit: SignedInVisit, point: VotePoint): Promise<boolean> {
  const { db, organisation, visitor } = visit;
  return isServing(await findShiftsNow(db, organisation.id, point, visitor.id));
}

/** Runs a handler at the desk of a point, or says in words why nobody is served there by this person now. */
export async function serve(
  visit: AtDesk,
  handle: (served: Served) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { db, organisation, params, config, visitor } = visit;
  const editionId = found(
    await findEditionOfPoint(db, organisation.id, params.point),
    'vote-point',
  );
  const [edition, point, { poll, now }] = await Promise.all([
    findEditionById(db, organisation.id, editionId),
    findVotePoint(db, organisation.id, editionId, params.point),
    findPollNow(db, organisation.id, editionId),
  ]);
  if (!edition || !point) throw notFound('vote-point');
  if (!(await mayServe(visit, point))) return notServing(point, 'not-on-shift');
  if (!poll || pollState(poll, now) !== 'open') return notServing(point, 'vote-not-open');
  const standing = standingAt(point.slots, now);
  const at = {
    organisationId: organisation.id,
    pollId: poll.id,
    pointId: point.id,
    personId: visitor.id,
  };
  return handle({
    edition,
    poll,
    point,
    now,
    until: standing.kind === 'open' ? standing.until : now,
    at,
    people: {
      db,
      keysFolder: config.keysFolder,
      organisationId: organisation.id,
      poll,
      today: dayInParis(now),
    },
    desk: await findDesk(db, at),
  });
}

/** An act at a desk that was never opened, or was closed in another window. */
export function openedDesk({ desk }: Served): Desk {
  if (!desk) throw new Refused(409, 'desk-not-open');
  return desk;
}

function notServing(point: VotePoint, why: WhyNot) {
  return page({
    title: m.desk_not_serving_title(),
    section: 'admin',
    // their role is right, the moment is not
    status: 409,
    body: <NotServingPage point={point} why={why} />,
  });
}
