/** Words of this room that pages of higher rooms say too. */
export { mandateFactWords } from './fact-words.page.ts';
export { nameOfMandate } from './mandate.ts';
export { levelWords } from './mandate-words.page.ts';
