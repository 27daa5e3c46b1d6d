export { proposalFactWords } from './fact-words.page.ts';
