export { FeedbackPage } from './decisions/feedback.page.tsx';
export { reviewFactWords } from './fact-words.page.ts';
