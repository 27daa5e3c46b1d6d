import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page, type Visit } from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { urls } from '../../urls.ts';
import { findPerson } from '../identity/index.ts';
import {
  answerCalendar,
  entryOf,
  readLinkToken,
  writeLinkToken,
} from '../meetings/index.routes.ts';
import { type CalendarEntry, listOwnMeetings } from '../meetings/index.ts';
import { listShiftsSince } from '../polls/index.ts';
import { listEditions } from '../spaces/index.ts';
import { OwnAgendaPage, type PlacedShift } from './own-agenda.page.tsx';

/** Days of the past that an agenda program is still given. */
const KEPT_DAYS = 60;
const DAY = 86_400_000;

/** Where somebody of the town is expected, meetings and points of vote alike, on a page and in their agenda (R55). */
export const ownAgendaRoutes: readonly Route[] = [
  get(urls.ownAgenda, 'signed-in', async (visit) => {
    const { db, organisation, visitor, origin } = visit;
    const now = await readNow(db);
    const [meetings, shifts] = await Promise.all([
      listOwnMeetings(db, organisation.id, visitor.id),
      listShifts(visit, visitor.id, now),
    ]);
    const token = writeLinkToken(keyOf(visit), organisation.id, visitor.id, 'agenda');
    return page({
      title: m.myspace_agenda(),
      section: 'my-space',
      body: (
        <OwnAgendaPage
          expected={meetings.filter(({ as }) => as === 'present')}
          shifts={shifts}
          registered={meetings.filter(({ as }) => as !== 'present')}
          feed={visitor.roles.length > 0 ? origin + urls.ownAgendaFeed({ token }) : null}
        />
      ),
    });
  }),

  get(urls.ownAgendaFeed, 'anyone', async (visit) => {
    const { db, organisation, params } = visit;
    const read = readLinkToken(keyOf(visit), organisation.id, params.token, 'agenda');
    const { id } = found(await findPerson(db, organisation.id, found(read, 'token')), 'person');
    const since = new Date((await readNow(db)).getTime() - KEPT_DAYS * DAY);
    const [meetings, shifts] = await Promise.all([
      listOwnMeetings(db, organisation.id, id, since),
      listShifts(visit, id, since),
    ]);
    return answerCalendar(m.myspace_agenda_name({ organisation: organisation.name }), [
      // what they are registered for as anybody may be is no work
      ...meetings.flatMap(({ meeting, as }) => (as === 'present' ? entryOf(visit, meeting) : [])),
      ...shifts.map((shift) => shiftEntry(visit, shift)),
    ]);
  }),
];

const keyOf = ({ config }: Visit) => openKeys(config.keysFolder).rollKey();

async function listShifts(
  { db, organisation }: Visit,
  personId: string,
  since: Date,
): Promise<PlacedShift[]> {
  const shifts = await listShiftsSince(db, organisation.id, personId, since);
  if (shifts.length === 0) return [];
  const editions = await listEditions(db, organisation.id, 'all');
  return shifts.flatMap((shift) => {
    const edition = editions.find(({ id }) => id === shift.editionId);
    return edition ? [{ ...shift, edition }] : [];
  });
}

function shiftEntry(
  { organisation, origin }: Visit,
  { slotId, point, opensAt, closesAt, edition }: PlacedShift,
): CalendarEntry {
  return {
    uid: `shift-${slotId}@${organisation.host}`,
    // moved hours are the slot's own: a program that reads it again takes them as they are
    sequence: 0,
    changedAt: opensAt,
    startsAt: opensAt,
    endsAt: closesAt,
    title: m.myspace_agenda_shift({ point: point.name }),
    description: edition.title,
    place: point.address,
    point: null,
    url: origin + urls.votePoints({ edition: edition.slug }),
    isCancelled: false,
  };
}
