/**
 * The door of the polls. A poll (scrutin) is opened over a frozen list, takes ballots until its close,
 * is sealed, counted and published: each an act that happens once. Amounts in cents, times in UTC.
 */

export type { Choices } from './ballot/ballot.ts';
export { countBasket } from './ballot/voter-cookies.ts';
export { settleConfirmations } from './box/confirmation.store.ts';
export { checkHeads } from './box/loss.store.ts';
export { findOwnTurnout, type OwnTurnout } from './box/own-turnout.store.ts';
export { sealPoll } from './box/sealing.store.ts';
export { type BallotForm, type Cast, castBallot } from './box/voting.store.ts';
export { addClass } from './classes/class-session.store.ts';
export {
  type BallotGroup,
  type CountedBox,
  type CountedResult,
  type CountedTerms,
  countBox,
  countPoll,
  openBox,
  publishResult,
} from './counting/counting.store.ts';
export {
  findPublishedPoll,
  listPublishedPolls,
  type PublishedPoll,
} from './counting/simulation.store.ts';
export { listPointsOfToday, type PointOfToday } from './desk/serving.store.ts';
export { KIOSK_PATIENCE } from './kiosk/kiosk.ts';
export { openPoll } from './opening/opening.store.ts';
export type { PollTerms } from './opening/terms.ts';
export { hasVotePoints, listShiftsSince, listVotePoints } from './points/point.store.ts';
export { addVotePoint } from './points/point-writing.store.ts';
export { addShift } from './points/shift.store.ts';
export { findPollOf } from './poll.store.ts';
export type { Option, Poll } from './poll.ts';
export { findPollStates } from './poll-states.store.ts';
export { queuePublications } from './proclamation/publication.store.ts';
export { findPollState, findPublishedResult, type PublishedResult } from './published.store.ts';
export { findPublishedTurnouts, type PublishedTurnout } from './published-turnout.store.ts';
export { importArchivedPoll } from './recount/archive.store.ts';
export {
  listArchivedBallots,
  readLimits,
  readVotingDays,
  titleArchive,
} from './recount/pabulib-archive.ts';
export { findPublishedElections } from './recount/pabulib-export.store.ts';
export { SMALLEST_SHOWN, suppressClosely } from './recount/small-cells.ts';
export { type BoxOpened, openSealedBox } from './sealed/opened-box.store.ts';
export {
  castSeats,
  finishSeatPoll,
  insertSeatVote,
  listVotedSeats,
  openSeatPoll,
  type SeatChoice,
} from './seats/seat-poll.store.ts';
export {
  type BallotScreen,
  type Envelope,
  USUAL_MENTIONS,
  usualSettings,
} from './settings.ts';
export { writeCounts } from './watch/counts.store.ts';
