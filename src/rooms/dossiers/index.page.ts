export { dossierFactWords } from './fact-words.page.ts';
