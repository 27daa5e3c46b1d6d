export { MeetingLines } from './agenda.page.tsx';
export { meetingFactWords } from './fact-words.page.ts';
export { meetingSegment, placeWords, timeWords } from './meeting-words.page.ts';
export { OwnMeetingLines } from './own-meetings.page.tsx';
