/** What pages of higher rooms may show of the study. */
export { StudyDue } from './assignment/study-due.page.tsx';
export { FeedbackPage } from './decisions/feedback.page.tsx';
export { reviewFactWords } from './fact-words.page.ts';
