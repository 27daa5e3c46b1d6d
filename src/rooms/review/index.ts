/** The study of ideas, for the rooms above. */

export { findMergesOf } from './merges/merge.store.ts';
export { type Merge, stateOf as mergeStateOf } from './merges/merge.ts';
export { listThreadsOf } from './threads/thread.store.ts';
export type { Channel } from './threads/thread.ts';
