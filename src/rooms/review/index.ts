/** The study of ideas and what becomes of them, for the rooms above. */

export { makeStudyRound } from './assignment/assignment.jobs.ts';
export { changeDueDay } from './assignment/due-days.store.ts';
export { askOpinion } from './assignment/opinion-writing.store.ts';
export { returnOpinion } from './assignment/return.store.ts';
export { findRoutings, routeIdea, saveRouting } from './assignment/routing.store.ts';
export { isRoutingSettled, type ServiceGap } from './assignment/service-gaps.ts';
export { countStudyOfEditions } from './assignment/study-list.store.ts';
export type { StudyCounts } from './assignment/study-list.ts';
export { findServices } from './assignment/study-readiness.store.ts';
export { findDecidedBatch, publishDecisions, publishRemaining } from './decisions/batch.store.ts';
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
export { tellHolders } from './merges/merge.mails.ts';
export { countMergesOfEditions, findMergesOf } from './merges/merge.store.ts';
export { stateOf as mergeStateOf } from './merges/merge.ts';
export { answerMerge, proposeMerge } from './merges/merge-acts.store.ts';
export { countOpinions } from './sheet/opinion.store.ts';
export type { OpinionContent } from './sheet/opinion.ts';
export { writeOpinion } from './sheet/opinion-writing.store.ts';
export { findSheet, listCosts, listSheets, saveStudy } from './sheet/study.store.ts';
export type { StudyContent } from './sheet/study.ts';
export {
  countPublishedDecisions,
  findMedianDelays,
  listDepartmentDelays,
} from './study-figures.store.ts';
export { findTeam as findStudyTeam, setTeamMember } from './threads/team.store.ts';
export { countUnanswered, insertMessage, listThreadsOf } from './threads/thread.store.ts';
export type { Channel } from './threads/thread.ts';
