export { readBounce } from './bounce.ts';
export { queueLetter, settleLetters } from './letter.store.ts';
export type { Letter, Topic } from './letter.ts';
export {
  countLetters,
  findLetter,
  listLettersAbout,
  listLettersTo,
  recordBounce,
} from './letter-list.store.ts';
