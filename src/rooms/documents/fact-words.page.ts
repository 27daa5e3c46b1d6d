import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

type Words = (inputs: { number: number; title: string }) => string;

/** « no 12 », and its title where everybody may read it. */
const numbered =
  (words: Words) =>
  ({ detail }: RecordedFact) =>
    words({
      number: Number(detail.number),
      title:
        typeof detail.title === 'string' ? m.documents_fact_title({ title: detail.title }) : '',
    });

/** Sentences of every fact of this room. */
export const documentFactWords: Record<string, (fact: RecordedFact) => string> = {
  'document.deposited': numbered(m.documents_fact_deposited),
  'document.changed': numbered(m.documents_fact_changed),
  'document.version-added': numbered(m.documents_fact_version),
  'document.amendment-decided': numbered(m.documents_fact_decided),
  'document.withdrawn': numbered(m.documents_fact_withdrawn),
};
