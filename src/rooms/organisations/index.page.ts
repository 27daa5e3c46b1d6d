export { legalFieldWords } from './legal/legal-words.page.ts';
export { logoWords } from './settings/logo-words.page.ts';
