export {
  beginRealisations,
  listRealisations,
  recordStep,
} from './realisation.store.ts';
export type { Stage } from './realisation.ts';
