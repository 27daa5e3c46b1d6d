/**
 * The door of the polls. A poll (scrutin) is opened over a frozen list, takes ballots until its close,
 * is sealed, counted and published: each an act that happens once. Amounts in cents, times in UTC.
 */
export { importArchivedPoll } from './archive.store.ts';
export type { Choices } from './ballot.ts';
export { settleConfirmations } from './confirmation.store.ts';
export {
  type BallotGroup,
  type CountedBox,
  type CountedResult,
  type CountedTerms,
  countBox,
  countPoll,
  openBox,
  publishResult,
} from './counting.store.ts';
export { checkHeads } from './loss.store.ts';
export { openPoll } from './opening.store.ts';
export {
  listArchivedBallots,
  readLimits,
  readVotingDays,
  titleArchive,
} from './pabulib-archive.ts';
export { findPublishedElections } from './pabulib-export.store.ts';
export { findPollOf } from './poll.store.ts';
export type { Option, Poll } from './poll.ts';
export { findPollState, findPublishedResult, type PublishedResult } from './published.store.ts';
export { sealPoll } from './sealing.store.ts';
export {
  type BallotScreen,
  type Envelope,
  USUAL_MENTIONS,
  usualSettings,
} from './settings.ts';
export {
  findPublishedPoll,
  type ListedPoll,
  listPublishedPolls,
  type PublishedPoll,
} from './simulation.store.ts';
export type { PollTerms } from './terms.ts';
export { countBasket } from './voter-cookies.ts';
export { type BallotForm, type Cast, castBallot } from './voting.store.ts';
