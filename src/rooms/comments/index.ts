/** Comments, for the rooms above: what was said in a space, and under what one follows. */
export { countCommentsUnder, listShownComments } from './comment.store.ts';
export { lockTally as placeTally } from './publishing.store.ts';
export { type ExportedComment, listExportedComments } from './space-export.store.ts';
