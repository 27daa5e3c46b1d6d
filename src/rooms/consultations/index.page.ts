/** Words and frames of this room that pages of others use too. */
export { spaceFactWords } from './fact-words.page.ts';
export { officeCrumbs } from './office/space-crumbs.page.ts';
export { SpaceFrame } from './space-frame.page.tsx';
