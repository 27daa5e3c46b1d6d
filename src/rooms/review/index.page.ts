export { reviewFactWords } from './fact-words.page.ts';
export { FeedbackPage } from './decisions/feedback.page.tsx';
