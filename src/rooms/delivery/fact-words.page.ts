import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { STAGES } from './realisation.ts';
import { stageWords } from './stage.page.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a sentence says of a fact: the project, the step, the news. */
function told({ detail }: RecordedFact): { title: string; stage: string; post: string } {
  const stage = STAGES.find((one) => one === detail.stage);
  return {
    title: text(detail.title),
    stage: stage ? stageWords[stage]() : '',
    post: text(detail.post),
  };
}

/** Sentences of the facts of one realisation, after the name of who did it. */
export const deliveryFactWords: Record<string, (fact: RecordedFact) => string> = {
  // told by a seed, or before realisations had names in the journal
  'realisation.advanced': (fact) =>
    text(fact.detail.title)
      ? m.deliver_fact_advanced(told(fact))
      : m.admin_fact_realisation_advanced(),
  'realisation.step-told': (fact) => m.deliver_fact_step_told(told(fact)),
  'realisation.changed': (fact) => m.deliver_fact_changed(told(fact)),
  'realisation.suspended': (fact) => m.deliver_fact_suspended(told(fact)),
  'realisation.abandoned': (fact) => m.deliver_fact_abandoned(told(fact)),
  'realisation.resumed': (fact) => m.deliver_fact_resumed(told(fact)),
  'realisation.team-named': (fact) => m.together_fact_team(told(fact)),
  'realisation.testimony-accepted': (fact) => m.together_fact_testimony_accepted(told(fact)),
  'realisation.testimony-returned': (fact) => m.together_fact_testimony_returned(told(fact)),
  'realisation.testimony-withdrawn': (fact) => m.together_fact_testimony_withdrawn(told(fact)),
  'realisation.help-answered': (fact) => m.together_fact_help_answered(told(fact)),
  'realisation.volunteer-accepted': (fact) => m.together_fact_volunteer_accepted(told(fact)),
  'realisation.volunteer-declined': (fact) => m.together_fact_volunteer_declined(told(fact)),
  'realisation.committee-invited': (fact) =>
    m.together_fact_invited({ ...told(fact), meeting: text(fact.detail.meeting) }),
  'realisation.inauguration-chosen': (fact) => m.together_fact_inauguration(told(fact)),
  'realisation-post.published': (fact) => m.deliver_fact_post_published(told(fact)),
  'realisation-post.withdrawn': (fact) => m.deliver_fact_post_withdrawn(told(fact)),
};
