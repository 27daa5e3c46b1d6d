export { requestFactWords } from './fact-words.page.ts';
