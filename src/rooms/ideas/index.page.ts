export { Attachments } from './attachments.page.tsx';
export { boardOfEdition } from './boards/board.ts';
export { ideaSegment } from './idea-address.ts';
export { IdeaCard } from './idea-card.page.tsx';
export { IdeaFields } from './idea-fields.page.tsx';
export { foldWords } from './import/import.ts';
export { fileProblem } from './import/words.page.ts';
export { PlaceFields, type PlaceFieldsProps } from './place/place-fields.page.tsx';
export { textProblems } from './words.page.ts';
