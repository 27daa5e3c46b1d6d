export { queueLetter } from './letter.store.ts';
export type { Letter, Topic } from './letter.ts';
