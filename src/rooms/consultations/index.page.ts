export { componentStateWords, componentWords, spaceKindWords } from './component-words.page.ts';
export { SpaceFrame } from './space-frame.page.tsx';
