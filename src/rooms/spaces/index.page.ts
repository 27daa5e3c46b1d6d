export { numberedSegment } from './address-words.ts';
export { categoryLook } from './category-look.page.ts';
export { findCategory, findPhase, isOpen } from './edition.ts';
export { EditionFrame } from './edition-frame.page.tsx';
export { EditionPhaseLine } from './edition-phase-line.page.tsx';
export { EditionState } from './editions.page.tsx';
export { drawnGround } from './maps/ground.page.ts';
export { RelatedLinks } from './related-links.page.tsx';
export { stepWords } from './step-words.page.ts';
