import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const titled =
  (words: (inputs: { title: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ title: typeof detail.title === 'string' ? detail.title : m.petitions_fact_untitled() });

/** Sentences of every fact of this room: never who signs. */
export const petitionFactWords: Record<string, (fact: RecordedFact) => string> = {
  'petition.made': titled(m.petitions_fact_made),
  'petition.changed': titled(m.petitions_fact_changed),
  'petition.published': titled(m.petitions_fact_published),
  'petition.closed': titled(m.petitions_fact_closed),
  'petition.told': titled(m.petitions_fact_told),
};
