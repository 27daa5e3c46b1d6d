export { sayGap } from './assignment/service-gap-words.page.ts';
export { FeedbackPage } from './decisions/feedback.page.tsx';
export { reviewFactWords } from './fact-words.page.ts';
