import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

/** Sentences of every fact of this room. */
export const commentFactWords: Record<string, (fact: RecordedFact) => string> = {
  'comment.published': ({ detail }) =>
    detail.targetKind === 'meeting'
      ? m.comments_fact_published_meeting()
      : m.comments_fact_published(),
};
