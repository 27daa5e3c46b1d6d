import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

const titled =
  (words: (inputs: { title: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ title: typeof detail.title === 'string' ? detail.title : '' });

/** Sentences about what groups propose and what is decided of it. */
export const proposalFactWords: Record<string, (fact: RecordedFact) => string> = {
  'action.begun': () => m.propose_fact_begun(),
  'action.submitted': titled(m.propose_fact_submitted),
  'action.changes-requested': titled(m.propose_fact_changes),
  'action.published': titled(m.propose_fact_published),
  'action.refused': titled(m.propose_fact_refused),
  'action.fundable': titled(m.propose_fact_fundable),
  'action.archived': titled(m.propose_fact_archived),
  'action.reopened': titled(m.propose_fact_reopened),
  'action.deleted': () => m.propose_fact_deleted(),
  'action.message-written': titled(m.propose_fact_message),
};
