import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

/** Sentences of every fact of this room: never who asked, nor what. */
export const requestFactWords: Record<string, (fact: RecordedFact) => string> = {
  'topic.begun': m.forum_fact_begun,
  'topic.pinned': m.forum_fact_pinned,
  'topic.unpinned': m.forum_fact_unpinned,
  'topic.closed': m.forum_fact_closed,
  'topic.reopened': m.forum_fact_reopened,
  'help.asked': m.mutual_fact_asked,
  'help.answered': m.mutual_fact_answered,
  'help.unanswered': m.mutual_fact_unanswered,
  'help.closed': m.mutual_fact_closed,
  'help.reopened': m.mutual_fact_reopened,
  'help.shared': m.mutual_fact_shared,
  'help.taught': m.mutual_fact_taught,
  'help.helper-confirmed': m.mutual_fact_helper_confirmed,
  'help.helper-removed': m.mutual_fact_helper_removed,
};
