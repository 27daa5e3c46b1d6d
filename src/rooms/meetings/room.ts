import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { agendaRoutes } from './agenda.routes.tsx';
import {
  findContribution,
  findFollowedMeeting,
  listEventsOfPerson,
} from './contribution.routes.ts';
import { eventsRoutes, themeParts } from './hosts/events.routes.tsx';
import {
  judgeMeeting,
  refuseHeldMeetings,
  showHeldMeeting,
  withholdMeetings,
} from './hosts/held.store.ts';
import { hostActRoutes } from './hosts/host-acts.routes.tsx';
import { hostedRoutes } from './hosts/hosted.routes.tsx';
import { countEvents } from './hosts/hosting.store.ts';
import { meetingJobs } from './meeting.jobs.ts';
import { listMeetingsAbout } from './meeting.store.ts';
import { searchedMeetings } from './meeting-search.store.ts';
import { meetingSet, registrationSet } from './meeting-sets.routes.ts';
import { kindWords, meetingSegment } from './meeting-words.page.ts';
import { officeRoutes } from './office/office.routes.tsx';
import { peopleRoutes } from './office/people.routes.tsx';
import { removalRoutes } from './office/removal.routes.tsx';
import { reportRoutes } from './office/report.routes.tsx';
import { eraseComer, MEETING_COLUMNS, meetingRows } from './personal.store.ts';
import { registrationRoutes } from './registration.routes.tsx';
import { organiseRoutes } from './sessions/organise.routes.tsx';
import { sessionPeopleRoutes } from './sessions/people.routes.tsx';
import { programmeRoutes } from './sessions/programme.routes.tsx';
import { sessionJobs } from './sessions/session.jobs.ts';

/** Public events, who comes to them and what is said of them. */
export const meetingsRoom: Room = {
  name: 'meetings',
  routes: [
    ...agendaRoutes,
    ...eventsRoutes,
    ...hostedRoutes,
    ...hostActRoutes,
    ...registrationRoutes,
    ...programmeRoutes,
    ...organiseRoutes,
    ...sessionPeopleRoutes,
    ...officeRoutes,
    ...peopleRoutes,
    ...removalRoutes,
    ...reportRoutes,
  ],
  jobs: (tools) => ({ ...meetingJobs(tools), ...sessionJobs(tools) }),
  followed: { meeting: findFollowedMeeting },
  contributions: {
    meeting: {
      find: findContribution,
      hide: judgeMeeting,
      release: (visit, tx, id) => showHeldMeeting(tx, visit.organisation.id, id),
      withhold: withholdMeetings,
      refuse: refuseHeldMeetings,
    },
  },
  components: { events: { address: (at) => urls.spaceEvents(at), count: countEvents } },
  themeParts,
  profileParts: listEventsOfPerson,
  searchables: [searchedMeetings],
  dataSets: [meetingSet, registrationSet],
  /** From a project to the meetings about it, and back (R188). */
  async findRelated(db, organisationId, { kind, id }) {
    if (kind !== 'project') return [];
    const meetings = await listMeetingsAbout(db, organisationId, kind, [id]);
    return meetings
      .filter(({ cancelledAt }) => cancelledAt === null)
      .map((meeting) => ({
        label: kindWords[meeting.kind](),
        title: meeting.title,
        href: urls.meeting({ meeting: meetingSegment(meeting) }),
      }));
  },
  personalData: {
    columns: MEETING_COLUMNS,
    sections: [
      { key: 'hosted-meetings', title: m.personal_hosted_meetings, read: meetingRows.hosted },
      { key: 'meetings', title: m.personal_meetings, read: meetingRows.registrations },
      { key: 'meeting-sessions', title: m.personal_sessions, read: meetingRows.sessions },
      { key: 'meeting-presences', title: m.personal_presences, read: meetingRows.presences },
    ],
    erase: eraseComer,
  },
  notices: {
    'meeting-registered': { tone: 'success', words: m.meetings_notice_registered },
    'meeting-proof-asked': { tone: 'info', words: m.meetings_notice_proof_asked },
    'meeting-withdrawn': { tone: 'success', words: m.meetings_withdrawn_words },
    'session-seated': { tone: 'success', words: m.congress_notice_seated },
    'session-waiting': { tone: 'info', words: m.congress_notice_waiting },
    'session-given-up': { tone: 'success', words: m.congress_notice_given_up },
    'session-added': { tone: 'success', words: m.congress_notice_added },
    'session-changed': { tone: 'success', words: m.congress_notice_changed },
    'session-cancelled': { tone: 'success', words: m.congress_notice_cancelled },
    'session-not-cancelled': { tone: 'warning', words: m.congress_notice_not_cancelled },
    'meeting-held': { tone: 'info', words: m.meetings_notice_held },
    'meeting-proposed': { tone: 'success', words: m.meetings_notice_proposed },
    'meeting-closed': { tone: 'success', words: m.meetings_notice_closed },
    'meeting-not-closed': { tone: 'warning', words: m.meetings_notice_not_closed },
    'events-not-open': { tone: 'info', words: m.meetings_notice_events_not_open },
    'meeting-made': { tone: 'success', words: m.meetings_notice_made },
    'meeting-changed': { tone: 'success', words: m.meetings_notice_changed },
    'meeting-published': { tone: 'success', words: m.meetings_notice_published },
    'meeting-removed': { tone: 'success', words: m.meetings_notice_removed },
    'meeting-stays': { tone: 'warning', words: m.meetings_notice_stays },
    'meeting-cancelled': { tone: 'success', words: m.meetings_notice_cancelled },
    'meeting-not-cancelled': { tone: 'warning', words: m.meetings_notice_not_cancelled },
    'meeting-registration-removed': {
      tone: 'success',
      words: m.meetings_notice_registration_removed,
    },
    'meeting-registration-removed-told': {
      tone: 'success',
      words: m.meetings_notice_registration_removed_told,
    },
    'meeting-presence-added': { tone: 'success', words: m.meetings_notice_presence_added },
    'meeting-presence-removed': { tone: 'success', words: m.meetings_notice_presence_removed },
    'meeting-reported': { tone: 'success', words: m.meetings_notice_reported },
    'meeting-photo-added': { tone: 'success', words: m.meetings_notice_photo_added },
    'meeting-photo-removed': { tone: 'success', words: m.meetings_notice_photo_removed },
  },
};
