/** Comments, for the rooms above: written under what they keep. */
export { type Comment, placeUnder } from './comment.ts';
export { insertComments, type WrittenComment } from './publishing.store.ts';
