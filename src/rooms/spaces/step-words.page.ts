import * as m from '../../paraglide/messages.js';
import type { Step } from './edition.ts';

/** The five steps as they are said on every page. */
export const stepWords: Record<Step, { name: () => string; what: () => string }> = {
  collection: { name: m.spaces_step_collection, what: m.spaces_step_collection_what },
  study: { name: m.spaces_step_study, what: m.spaces_step_study_what },
  campaign: { name: m.spaces_step_campaign, what: m.spaces_step_campaign_what },
  vote: { name: m.spaces_step_vote, what: m.spaces_step_vote_what },
  delivery: { name: m.spaces_step_delivery, what: m.spaces_step_delivery_what },
};
