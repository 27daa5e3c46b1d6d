export { reportHeadings, reportLine } from './programme/report-lines.page.ts';
export { mappingWords, programmeWords, reasonWords } from './programme/words.page.ts';
