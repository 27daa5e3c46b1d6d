/** The evaluation of editions, for the rooms above. */

export { savePopulation } from './population.store.ts';
export { publishReport, saveReport } from './report.store.ts';
