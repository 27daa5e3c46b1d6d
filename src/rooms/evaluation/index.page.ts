/** Words of this room that pages of higher rooms say too. */
export { evaluationFactWords } from './fact-words.page.ts';
