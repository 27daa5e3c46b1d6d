import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { formatNumber } from '../../ui/format.ts';

/** A file of realisations, by its name and counts. */
const file =
  (
    words: (
      inputs: Record<'title' | 'rows' | 'added' | 'changed' | 'same' | 'refused', string>,
    ) => string,
  ) =>
  ({ detail }: RecordedFact): string => {
    const said = (key: string) => formatNumber(Number(detail[key] ?? 0));
    return words({
      title: String(detail.title ?? ''),
      rows: said('rows'),
      added: said('added'),
      changed: said('changed'),
      same: said('same'),
      refused: said('refused'),
    });
  };

export const programmeSentences = {
  'programme-import.started': file(m.programme_fact_started),
  'programme-import.finished': file(m.programme_fact_finished),
  'programme-import.stopped': file(m.programme_fact_stopped),
};
