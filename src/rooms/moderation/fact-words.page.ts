import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';

/** Sentences of every fact of this room: what was done, never about whom. */
export const moderationFactWords: Record<string, (fact: RecordedFact) => string> = {
  'moderation.raised': () => m.moderation_fact_raised(),
  'moderation.hiding-asked': () => m.moderation_fact_hiding_asked(),
  'moderation.hidden': () => m.moderation_fact_hidden(),
  'moderation.restored': () => m.moderation_fact_restored(),
  'moderation.kept': () => m.moderation_fact_kept(),
  'moderation.upheld': () => m.moderation_fact_upheld(),
  'moderation.warned': () => m.moderation_fact_warned(),
  'moderation.suspended': () => m.moderation_fact_suspended(),
  'moderation.suspension-lifted': () => m.moderation_fact_suspension_lifted(),
  'moderation.appealed': () => m.moderation_fact_appealed(),
  'moderation.published': ({ detail }) =>
    m.moderation_act_published({ count: Number(detail.texts) }),
  'moderation.refused': ({ detail }) => m.moderation_act_refused({ count: Number(detail.texts) }),
  'moderation.articles-saved': () => m.moderation_fact_articles_saved(),
};
