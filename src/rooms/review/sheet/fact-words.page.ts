import * as m from '../../../paraglide/messages.js';
import type { RecordedFact } from '../../../platform/journal/journal.ts';

const numberOf = ({ detail }: RecordedFact): number =>
  typeof detail.number === 'number' ? detail.number : 0;
const departmentOf = ({ detail }: RecordedFact): string =>
  typeof detail.department === 'string' ? detail.department : '';

/** Sentences of the facts of a file, after the name of who did it. */
export const sheetFactWords: Record<string, (fact: RecordedFact) => string> = {
  'study.saved': (fact) => m.study_fact_saved({ number: numberOf(fact) }),
  'opinion.given': (fact) =>
    m.study_fact_given({ number: numberOf(fact), department: departmentOf(fact) }),
  'opinion.changed': (fact) =>
    m.study_fact_changed({ number: numberOf(fact), department: departmentOf(fact) }),
};
