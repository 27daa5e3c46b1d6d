export { findEdition, findEditionById, listEditions } from './edition.store.ts';
export {
  ageOn,
  type Category,
  currentStep,
  type Edition,
  findCategory,
  findPhase,
  hasBegun,
  isOpen,
  type Phase,
  type PhaseState,
  phaseState,
  STEPS,
  type Step,
} from './edition.ts';
