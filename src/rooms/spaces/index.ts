export { dayInParis } from '../../platform/clock/paris.ts';
export { numberedSegment, readNumber, slugify } from './address-words.ts';
export { addDays, daysBetween, nextEdge } from './calendar.ts';
export { categorySlug, USUAL_CATEGORIES } from './categories.ts';
export {
  findEdition,
  findEditionById,
  findEditionForOffice,
  listEditions,
} from './edition.store.ts';
export {
  ageOn,
  type Category,
  currentStep,
  type Edition,
  findCategory,
  findPhase,
  hasBegun,
  type IdeaHelp,
  isOpen,
  type Phase,
  type PhaseState,
  phaseState,
  STEPS,
  type Step,
} from './edition.ts';
export { listOpeningRefusals, type OpeningRefusal } from './edition-opening.ts';
export { lockEdition } from './edition-rows.store.ts';
export { type EditionSettings, settingsOf, USUAL_SETTINGS } from './edition-settings.ts';
export {
  type Act,
  changePhases,
  changeSettings,
  type EditionWritten,
  insertEdition,
  openEdition,
} from './edition-writing.store.ts';
