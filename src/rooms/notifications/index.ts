export { readBounce } from './bounce.ts';
export {
  countFollowers,
  follow,
  listFollowedAmong,
  listFollowers,
  listFollowing,
} from './follows/follow.store.ts';
export { composeMail } from './letter.mails.ts';
export { queueLetter, settleLetters } from './letter.store.ts';
export { type Letter, type LetterReader, type Topic, topicsOf } from './letter.ts';
export { queueLetters } from './letter-batch.store.ts';
export {
  isPatienceOver,
  isRefusedForGood,
  type SendingFailure,
  secondsToNextTry,
} from './letter-fate.ts';
export {
  countLetters,
  findLetter,
  listLettersTo,
  recordBounce,
} from './letter-list.store.ts';
export { countLettersAbout, eraseLettersOf, takeBackLetters } from './mailing.store.ts';
export { DIGEST_TIME, digestDay } from './notices/digest.ts';
export { countUnread } from './notices/notice.store.ts';
export { tellMany, tellPerson } from './notices/telling.mails.ts';
export {
  listAskers,
  listUnwanted,
  savePreference,
} from './preference.store.ts';
