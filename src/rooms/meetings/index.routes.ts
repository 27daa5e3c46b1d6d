/** What the routes of other rooms may use: calendars, and the links that open one. */
export { loadMeeting } from './agenda.routes.tsx';
export { answerCalendar, entryOf } from './calendar.routes.ts';
export { findPlaced, loadPlaced, loadRun } from './hosts/placed.routes.ts';
export { readLinkToken, writeLinkToken } from './meeting-token.crypto.ts';
