import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

type Words = (inputs: { group: string; title: string }) => string;

const said =
  (words: Words) =>
  ({ detail }: RecordedFact) =>
    words({
      group: typeof detail.group === 'string' ? detail.group : '',
      title: typeof detail.title === 'string' ? detail.title : '',
    });

/** Sentences about what groups do with a published action. */
export const commitmentFactWords: Record<string, (fact: RecordedFact) => string> = {
  'action.committed': said(m.commit_fact_committed),
  'action.commitment-changed': said(m.commit_fact_changed),
  'action.commitment-withdrawn': said(m.commit_fact_withdrawn),
  'action.reported': said(m.commit_fact_reported),
  'action.report-changed': said(m.commit_fact_report_changed),
  'action.called': said(m.commit_fact_called),
};
