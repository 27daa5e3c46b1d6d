/** Words of this room that pages of higher rooms say too. */
export { spaceFactWords } from './fact-words.page.ts';
