export { listFactWords } from './fact-words.page.ts';
