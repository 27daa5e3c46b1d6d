import * as m from '../../../paraglide/messages.js';
import type { RecordedFact } from '../../../platform/journal/journal.ts';

const told =
  (words: (inputs: { number: number }) => string) =>
  ({ detail }: RecordedFact): string =>
    words({ number: typeof detail.number === 'number' ? detail.number : 0 });

/** Sentences of what happens to one idea between departments, after the name of who did it. */
export const assignmentFactWords: Record<string, (fact: RecordedFact) => string> = {
  'opinion.asked': told(m.assign_fact_asked),
  'opinion.withdrawn': told(m.assign_fact_withdrawn),
  'opinion.returned': told(m.assign_fact_returned),
  'opinion.return-closed': told(m.assign_fact_return_closed),
  'opinion.due-changed': told(m.assign_fact_due_changed),
};
