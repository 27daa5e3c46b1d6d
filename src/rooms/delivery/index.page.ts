/** Words of this room that pages of higher rooms say too. */
export { deliveryFactWords } from './fact-words.page.ts';
export { OwnParts, type ShownPart } from './people/own-parts.page.tsx';
export { reportHeadings, reportLine } from './programme/report-lines.page.ts';
export { mappingWords, programmeWords, reasonWords } from './programme/words.page.ts';
export { sayDay, stageWords } from './stage.page.tsx';
