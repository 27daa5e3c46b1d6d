/** Comments, for the rooms above: what was said in a space. */
export { type ExportedComment, listExportedComments } from './space-export.store.ts';
