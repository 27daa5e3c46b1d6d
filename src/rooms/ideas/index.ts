export {
  countIdeas,
  findIdea,
  findIdeaByNumber,
  type NewIdea,
  type Submission,
  type SubmitRefusal,
  submitIdea,
} from './idea.store.ts';
export { type Attachment, editableUntil, type Idea, type IdeaText, LANGUAGES } from './idea.ts';
export {
  type IdeaTitle,
  listIdeasForOffice,
  listIdeaTitles,
  OFFICE_PAGE_SIZE,
  type OfficeIdea,
} from './office.store.ts';
export { type SupportAct, supportIdea, withdrawSupport } from './support.store.ts';
