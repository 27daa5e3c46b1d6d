export { findKit, hasPublicKit } from './kits/kit.store.ts';
export type { Kit, ShownTo } from './kits/kit.ts';
export { insertKit } from './kits/kit-writing.store.ts';
export { findGuide, listGuides } from './pages/guide.store.ts';
export { type Guide, isFor, type WrittenGuide } from './pages/guide.ts';
export { insertGuide, showGuide } from './pages/guide-writing.store.ts';
export { acknowledgeGuide } from './pages/reading.store.ts';
export { addStartingGuides } from './start/starting-guides.store.ts';
