/** The evaluation of editions, for the rooms above. */

export { savePopulation } from './population.store.ts';
export { isReportPublished, publishReport, saveReport } from './report.store.ts';
