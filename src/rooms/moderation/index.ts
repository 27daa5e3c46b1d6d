/** Moderation, for the rooms below: whether somebody may publish, and what a judgement took out of sight. */

export { isSuspended } from './suspension.store.ts';
