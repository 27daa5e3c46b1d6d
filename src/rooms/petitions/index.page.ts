export { petitionFactWords } from './fact-words.page.ts';
