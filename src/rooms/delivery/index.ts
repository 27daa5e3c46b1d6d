export {
  beginRealisations,
  findRealisation,
  listRealisations,
  recordStep,
} from './realisation.store.ts';
export { currentStage, type Realisation, type Stage } from './realisation.ts';
