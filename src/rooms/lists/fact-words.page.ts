import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const of =
  (words: (inputs: { title: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ title: typeof detail.title === 'string' ? detail.title : '' });

/** Sentences of every fact of this room: what the team does. Who subscribes and who writes stands in no journal. */
export const listFactWords = {
  'list.made': of(m.lists_fact_made),
  'list.changed': of(m.lists_fact_changed),
  'list.closed': of(m.lists_fact_closed),
  'list.reopened': of(m.lists_fact_reopened),
  'list.message-accepted': of(m.lists_fact_accepted),
  'list.message-refused': of(m.lists_fact_refused),
  'list.message-withdrawn': of(m.lists_fact_withdrawn),
};
