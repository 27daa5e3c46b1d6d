/** What other pages show of the funds. */
export { fundFactWords } from './fund-words.page.ts';
