export { numberedSegment } from './address-words.ts';
export { daysBetween } from './calendar.ts';
export { type CategoryLook, categoryLook } from './category-look.page.ts';
export {
  currentStep,
  findCategory,
  findPhase,
  hasBegun,
  isOpen,
  phaseState,
  STEPS,
} from './edition.ts';
export { EditionFrame, type EditionSection } from './edition-frame.page.tsx';
export { EditionPhaseLine } from './edition-phase-line.page.tsx';
export { EditionState } from './editions.page.tsx';
export { RelatedLinks } from './related-links.page.tsx';
export { stepWords } from './step-words.page.ts';
