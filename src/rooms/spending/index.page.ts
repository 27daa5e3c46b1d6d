export { spendingFactWords } from './fact-words.page.ts';
