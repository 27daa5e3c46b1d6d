export { fileWords, sizeWords } from './file-words.page.ts';
export { HelpLink } from './help/help.page.tsx';
