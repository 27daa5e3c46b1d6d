export { dayInParis } from '../../platform/clock/paris.ts';
export { numberedSegment, readNumber, slugify } from './address-words.ts';
export { addDays } from './calendar.ts';
export { listUntickedCriteria } from './criteria.ts';
export { MOST_DISTRICTS } from './districts.ts';
export {
  findEdition,
  findEditionById,
  findEditionForOffice,
  listEditions,
} from './edition.store.ts';
export {
  ageOn,
  type Category,
  type Criterion,
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
