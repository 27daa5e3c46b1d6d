export { donationFactWords } from './donations/fact-words.page.ts';
