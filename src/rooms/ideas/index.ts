/** Ideas, for the rooms above: published, found, listed, supported. */

export { type IdeaHolder, listHolders } from './holder.store.ts';
export { findIdea, findIdeaByNumber, submitIdea } from './idea.store.ts';
export type { Attachment, Idea } from './idea.ts';
export { listIdeas } from './idea-list.store.ts';
export type { ListedIdea } from './idea-list.ts';
export {
  type IdeaTitle,
  listIdeasForOffice,
  listIdeaTitles,
  type OfficeIdea,
} from './office.store.ts';
export {
  dismissSimilarPair,
  listSimilarPairs,
  listSimilarTo,
  type SimilarIdea,
  type SimilarPair,
} from './similar/pairs.store.ts';
export {
  findSimilarSearch,
  requestSimilarPairs,
  type SimilarSearch,
} from './similar/search.store.ts';
export { countSupporters, supportIdea, withdrawSupport } from './support.store.ts';
export { countIdeas } from './tally.store.ts';
