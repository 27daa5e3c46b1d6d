export {
  findIdea,
  findIdeaByNumber,
  type NewIdea,
  type Submission,
  type SubmitRefusal,
  submitIdea,
} from './idea.store.ts';
export { type Attachment, editableUntil, type Idea, type IdeaText, LANGUAGES } from './idea.ts';
export { ideaSegment } from './idea-address.ts';
export { type IdeaQuery, listIdeas } from './idea-list.store.ts';
export type { IdeaPage, ListedIdea, Sort } from './idea-list.ts';
export {
  type IdeaTitle,
  listIdeasForOffice,
  listIdeaTitles,
  OFFICE_PAGE_SIZE,
  type OfficeIdea,
} from './office.store.ts';
export { type SupportAct, supportIdea, withdrawSupport } from './support.store.ts';
export { countIdeas } from './tally.store.ts';
