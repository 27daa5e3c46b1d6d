/** Words of this room that pages of higher rooms say too. */
export { profileFactWords } from './fact-words.page.ts';
export { PersonLink } from './public/person-link.page.tsx';
