export { paymentFactWords } from './fact-words.page.ts';
