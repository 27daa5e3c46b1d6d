/** Moderation, for the rooms below: whether somebody may publish, and what a judgement took out of sight. */

export { countToJudge } from './scope.store.ts';
export { findSuspension, isSuspended } from './suspension.store.ts';
