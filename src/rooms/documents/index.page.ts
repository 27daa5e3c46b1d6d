export { documentFactWords } from './fact-words.page.ts';
