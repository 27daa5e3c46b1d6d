export { announcementFactWords } from './fact-words.page.ts';
