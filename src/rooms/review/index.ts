/** The study of ideas, for the rooms above. */

export { findMergesOf } from './merges/merge.store.ts';
export { type Merge, stateOf as mergeStateOf } from './merges/merge.ts';
export { countOpinions } from './sheet/opinion.store.ts';
export type { OpinionContent } from './sheet/opinion.ts';
export { writeOpinion } from './sheet/opinion-writing.store.ts';
export { findSheet, getCosts, listSheets, saveStudy } from './sheet/study.store.ts';
export type { StudyContent } from './sheet/study.ts';
export { listThreadsOf } from './threads/thread.store.ts';
export type { Channel } from './threads/thread.ts';
