export { announcementFactWords } from './fact-words.page.ts';
export { MailText } from './mail-text.page.tsx';
