export { groupFactWords } from './fact-words.page.ts';
