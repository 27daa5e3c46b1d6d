export { dayInParis } from '../../platform/clock/paris.ts';
export { nextFreeSlug, numberedSegment, readNumber, slugify } from './address-words.ts';
export { addDays, daysBetween } from './calendar.ts';
export { type CategoriesRefusal, checkCategories, chooseIconOf, readNames } from './categories.ts';
export { listThemeCategories, writeCategories } from './category.store.ts';
export { listUntickedCriteria } from './criteria.ts';
export { MOST_DISTRICTS } from './districts.ts';
export {
  findEdition,
  findEditionById,
  findEditionForOffice,
  findVotedEdition,
  hasPublicEdition,
  listEditions,
  listVotedEditions,
} from './edition.store.ts';
export {
  ageOn,
  type Category,
  type Edition,
  type Envelope,
  findPhase,
  hasBegun,
  type IntendedBallot,
  isOpen,
  type Phase,
  phaseState,
  STEPS,
  type Step,
} from './edition.ts';
export { lockEdition } from './edition-rows.store.ts';
export { type EditionSettings, settingsOf, USUAL_SETTINGS } from './edition-settings.ts';
export {
  type Act,
  changePhases,
  changeSettings,
  insertEdition,
  openEdition,
} from './edition-writing.store.ts';
export { type CostRefusal, findEnvelope, refuseCost } from './envelopes.ts';
export { LANGUAGES } from './languages.ts';
export { searchAddress } from './maps/address-search.geo.ts';
export type { AddressChoice } from './maps/address-search.ts';
export { canPart, type Frame, readFrame, widen, writeFrame } from './maps/frame.ts';
export type { MapGround } from './maps/ground.store.ts';
export { isInside } from './outlines/outline.geo.ts';
export { findCommune, isOutsideCommune, keepOutlines } from './outlines/outline.store.ts';
export { matchDistrict, middleOf } from './outlines/outline.ts';
export { listRunningEditions } from './running-edition.store.ts';
export { changeSpaceVote, insertSpaceVote } from './space-vote.store.ts';
