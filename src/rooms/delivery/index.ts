export { haltRealisation } from './halt.store.ts';
export { actOnPost, addPicture, writePost } from './posts/post-writing.store.ts';
export { beginRealisations, findRealisation, listRealisations } from './realisation.store.ts';
export { REALISATION, type Stage } from './realisation.ts';
export { markFrame, recordStep, saveFrame, saveStep } from './realisation-writing.store.ts';
