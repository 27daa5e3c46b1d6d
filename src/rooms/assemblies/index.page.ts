/** Words of this room that pages of others use too. */
export { assemblyFactWords } from './fact-words.page.ts';
