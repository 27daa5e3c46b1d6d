import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import {
  type DecisionState,
  LONGEST,
  type Outcome,
  type ProposalField,
  type ProposalRefusal,
  type RefusalReason,
  reasonWords,
} from './decision.ts';

/** The states as they stand in addresses. */
export const STATE_SLUGS: Record<DecisionState, string> = {
  'to-prepare': 'a-preparer',
  'to-decide': 'a-decider',
  'to-publish': 'a-publier',
  published: 'publiees',
};

export const stateWords: Record<DecisionState, () => string> = {
  'to-prepare': m.decide_state_to_prepare,
  'to-decide': m.decide_state_to_decide,
  'to-publish': m.decide_state_to_publish,
  published: m.decide_state_published,
};

export const outcomeWords: Record<Outcome, () => string> = {
  'to-vote': m.decide_outcome_kept,
  refused: m.decide_outcome_refused,
};

/** What was decided, as a tag; the words say it, the colour only repeats it. */
export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  return outcome === 'to-vote' ? (
    <StateBadge tone="success">{m.decide_outcome_kept()}</StateBadge>
  ) : (
    <StateBadge icon="refused">{m.decide_outcome_refused()}</StateBadge>
  );
}

/** The words of a reason for whoever reads the page; '' when there is none. */
export function sayReason(reasons: readonly RefusalReason[], id: string | null): string {
  const reason = reasons.find((one) => one.id === id);
  return reason ? reasonWords(reason, getLocale()) : '';
}

export function proposalWords(
  problems: Partial<Record<ProposalField, ProposalRefusal>>,
): Record<string, string> {
  const words: Record<ProposalRefusal, (field: ProposalField) => string> = {
    missing: (field) => missing[field](),
    'too-long': (field) =>
      m.decide_problem_too_long({ max: LONGEST[field as 'publicText' | 'personalText'] }),
    'unknown-reason': m.decide_problem_reason_closed,
  };
  return Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [
      field,
      words[refusal](field as ProposalField),
    ]),
  );
}

const missing: Record<ProposalField, () => string> = {
  outcome: m.decide_problem_outcome,
  reasonId: m.decide_problem_reason,
  publicText: m.decide_problem_public_text,
  personalText: m.decide_problem_public_text,
};

export function decisionCrumbs(
  edition: Pick<Edition, 'slug' | 'title'>,
): { label: string; href: string }[] {
  const at = { edition: edition.slug };
  return [
    { label: m.site_nav_admin(), href: urls.admin() },
    { label: edition.title, href: urls.adminEdition(at) },
    { label: m.decide_title(), href: urls.adminDecisions(at) },
  ];
}
