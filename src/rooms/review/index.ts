/** The study of ideas and what becomes of them, for the rooms above. */

export { findRoutings } from './assignment/routing.store.ts';
export { countStudyOfEditions } from './assignment/study-list.store.ts';
export type { StudyCounts } from './assignment/study-list.ts';
export { publishDecisions, publishRemaining } from './decisions/batch.store.ts';
export {
  countDecidedIdeas,
  findDecisions,
  listDecidedIdeas,
  listKeptIdeas,
  listUndecided,
} from './decisions/decision.store.ts';
export {
  DECIDING_ROLES,
  type DecisionFilter,
  type DecisionState,
  mayDecide,
  type Outcome,
} from './decisions/decision.ts';
export { countDecisions, countDecisionsOfEditions } from './decisions/decision-counts.store.ts';
export { decideMany, prepareDecision } from './decisions/decision-writing.store.ts';
export { writeDecisionLetters } from './decisions/decisions.jobs.ts';
export { readFeedback } from './decisions/feedback.store.ts';
export { findGatherings } from './decisions/following.store.ts';
export { findLetterWords } from './decisions/letter-words.store.ts';
export { listReasons } from './decisions/reason.store.ts';
export { countMergesOfEditions, findMergesOf } from './merges/merge.store.ts';
export { stateOf as mergeStateOf } from './merges/merge.ts';
export { countOpinions } from './sheet/opinion.store.ts';
export type { OpinionContent } from './sheet/opinion.ts';
export { writeOpinion } from './sheet/opinion-writing.store.ts';
export { findSheet, listCosts, listSheets, saveStudy } from './sheet/study.store.ts';
export type { StudyContent } from './sheet/study.ts';
export { countUnanswered, listThreadsOf } from './threads/thread.store.ts';
export type { Channel } from './threads/thread.ts';
