/** Ideas, for the rooms above: published, found, listed, supported. */

export { listIdeasOfMeeting } from './afterlife/meeting-link.store.ts';
export type { IdeaVersion } from './afterlife/versions.ts';
export { attachFile } from './attachment.store.ts';
export { listAuthors, listSupporters } from './author-list.store.ts';
export { findBoard } from './boards/board.store.ts';
export type { Board } from './boards/board.ts';
export { isReadable, measureText } from './characters.ts';
export { saveDraft, tickCriteria } from './draft.store.ts';
export { enterIdea } from './entry/entry.store.ts';
export {
  checkPaper,
  checkWorkshop,
  DAYS_OF_GRACE,
  type PaperField,
  type PaperRefusal,
  type Workshop,
  type WorkshopField,
  type WorkshopRefusal,
} from './entry/entry.ts';
export { findOrigins, listEntered } from './entry/origin.store.ts';
export {
  findWorkshop,
  insertWorkshop,
  listIdeasOfWorkshop,
  listWorkshops,
} from './entry/workshop.store.ts';
export { type IdeaHolder, listHolders } from './holder.store.ts';
export { findIdea, findIdeaByNumber, submitIdea } from './idea.store.ts';
export type { Attachment, Channel, Idea, IdeaText } from './idea.ts';
export { listIdeas } from './idea-list.store.ts';
export { type ListedIdea, readWords as searchWords } from './idea-list.ts';
export { guessCategories, guessColumns } from './import/guess.ts';
export { insertImport, saveMapping, startImport } from './import/import.store.ts';
export { foldWords } from './import/import.ts';
export { importLines } from './import/import-run.store.ts';
export { type ReadTable, readTable, type Table } from './import/table-file.store.ts';
export { listInvolved } from './involved.store.ts';
export {
  type IdeaTitle,
  listIdeasForOffice,
  listIdeaTitles,
  type OfficeIdea,
} from './office.store.ts';
export {
  listOwnDrafts,
  listOwnIdeas,
  listOwnSupports,
  type OwnIdea,
  type SupportedIdea,
} from './own-ideas.store.ts';
export {
  type AgeCount,
  countAuthorsOfEditions,
  countIdeasByPlace,
  countParticipantsByAge,
  type PlacedIdeas,
} from './participation.store.ts';
export { saveDraftPlace } from './place/draft-place.store.ts';
export { type IdeaPlace, type Point, readPoint } from './place/place.ts';
export { publishDraft } from './publish.store.ts';
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
export { listNewSupports, type NewSupports } from './support-news.store.ts';
export { countIdeas, countIdeasOfEditions } from './tally.store.ts';
export { listIdeaVersions } from './version.store.ts';
