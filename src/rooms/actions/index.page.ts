export { commitmentFactWords } from './commitment-facts.page.ts';
export { proposalFactWords } from './fact-words.page.ts';
