import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

/** Sentences of this room's facts, after the name of who did it. */
export const evaluationFactWords: Record<string, (fact: RecordedFact) => string> = {
  'population.changed': ({ detail }) =>
    m.evaluation_fact_population({ source: String(detail.source), year: String(detail.year) }),
  'edition-report.published': ({ detail }) =>
    m.evaluation_fact_published({ title: String(detail.title) }),
  'edition-report.withdrawn': ({ detail }) =>
    m.evaluation_fact_withdrawn({ title: String(detail.title) }),
};
