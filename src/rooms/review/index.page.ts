export { reviewFactWords } from './fact-words.page.ts';
