/** Words of this room that pages of higher rooms say too. */
export { deliveryFactWords } from './fact-words.page.ts';
