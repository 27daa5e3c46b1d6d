export { readBounce } from './bounce.ts';
export { queueLetter, settleLetters } from './letter.store.ts';
export type { Letter } from './letter.ts';
export {
  countLetters,
  findLetter,
  listLettersTo,
  recordBounce,
} from './letter-list.store.ts';
