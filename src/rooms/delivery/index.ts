export { importProgramme } from './programme/import.store.ts';
export { type ProgrammeMapping, readMapping } from './programme/mapping.ts';
export type { ProgrammeRun } from './programme/programme.ts';
export {
  endRun,
  findRunUnderWay,
  insertRun,
  saveMapping,
  startRun,
} from './programme/run.store.ts';
export { countNotes, listNotes } from './programme/run-lines.store.ts';
export {
  beginRealisations,
  listRealisations,
  recordStep,
} from './realisation.store.ts';
export type { Stage } from './realisation.ts';
