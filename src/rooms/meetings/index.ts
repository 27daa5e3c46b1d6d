/** The door of the meetings: what there is to come to, about what, and who of the reader's it concerns. */

export { listMeetingsOf, proposeMeeting } from './hosts/hosting.store.ts';
export type { CalendarEntry } from './ical.ts';
export {
  findMeeting,
  hasMeetings,
  listMeetings,
  listMeetingsAbout,
  listMeetingsByIds,
} from './meeting.store.ts';
export {
  type Meeting,
  readPoint,
  type WrittenHosted,
  type WrittenMeeting,
  yieldsIdeas,
} from './meeting.ts';
export { cancelMeeting, insertMeeting, publishMeeting } from './meeting-writing.store.ts';
export { listOwnMeetings, type OwnMeeting } from './own-meetings.store.ts';
export { addPresence } from './presence.store.ts';
export { register } from './registering.store.ts';
export { saveReport } from './report.store.ts';
export { settleMeetings } from './telling.store.ts';
