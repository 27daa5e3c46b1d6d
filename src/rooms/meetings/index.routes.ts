/** What the routes of other rooms may use: calendars, and the links that open one. */
export { answerCalendar, entryOf } from './calendar.routes.ts';
export { readLinkToken, writeLinkToken } from './meeting-token.crypto.ts';
