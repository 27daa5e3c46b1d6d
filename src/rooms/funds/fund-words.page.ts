import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import type { EndowmentRefusal } from './endowment.ts';
import type { FundRefusal, FundStanding, LinkRefusal, OpeningRefusal, Visibility } from './fund.ts';
import type { StepRefusal, ThresholdRefusal } from './threshold.ts';

export const standingWords: Record<FundStanding, () => string> = {
  draft: m.funds_standing_draft,
  open: m.funds_standing_open,
  closed: m.funds_standing_closed,
};
export const standingTones = { draft: 'neutral', open: 'success', closed: 'neutral' } as const;

export const visibleWords: Record<Visibility, () => string> = {
  'certified-groups': m.funds_visible_certified_groups,
  members: m.funds_visible_members,
  public: m.funds_visible_public,
};
export const visibleOptions: Record<Visibility, () => string> = {
  'certified-groups': m.funds_visible_option_certified_groups,
  members: m.funds_visible_option_members,
  public: m.funds_visible_option_public,
};

export const fundProblems: Record<FundRefusal, () => string> = {
  'name-missing': m.funds_problem_name,
  'period-missing': m.funds_problem_period,
  'text-too-long': m.funds_problem_long,
  'cap-out-of-bounds': m.funds_problem_cap,
};
export const linkProblems: Record<LinkRefusal, () => string> = {
  'label-missing': m.funds_problem_link_label,
  'address-missing': m.funds_problem_link_address,
  'text-too-long': m.funds_problem_long,
};
export const stepProblems: Record<StepRefusal, () => string> = {
  'step-incomplete': m.funds_problem_step_incomplete,
  'step-out-of-bounds': m.funds_problem_step_bounds,
  'step-twice': m.funds_problem_step_twice,
};
export const openingProblems: Record<OpeningRefusal, () => string> = {
  'rules-missing': m.funds_open_rules,
  'not-endowed': m.funds_open_money,
  'already-open': m.funds_open_already,
};
export const thresholdProblems: Record<ThresholdRefusal, () => string> = {
  'threshold-out-of-bounds': m.funds_problem_threshold,
  'threshold-unchanged': m.funds_problem_unchanged,
  'reason-missing': m.funds_problem_reason,
  'reason-too-long': m.funds_problem_long,
};
export const endowmentProblems: Record<EndowmentRefusal, () => string> = {
  'amount-out-of-bounds': m.funds_problem_amount,
  'words-missing': m.funds_problem_words,
  'words-too-long': m.funds_problem_long,
  'not-a-day': m.funds_problem_day,
  'day-to-come': m.funds_problem_day_to_come,
};

const named =
  (words: (inputs: { name: string }) => string) =>
  ({ detail }: RecordedFact) =>
    words({ name: typeof detail.name === 'string' ? detail.name : '' });

/** Sentences of every fact of this room. */
export const fundFactWords: Record<string, (fact: RecordedFact) => string> = {
  'fund.created': named(m.funds_fact_created),
  'fund.changed': named(m.funds_fact_changed),
  'fund.opened': named(m.funds_fact_opened),
  'fund.closed': named(m.funds_fact_closed),
  'fund.endowed': named(m.funds_fact_endowed),
  'fund.lowered': named(m.funds_fact_lowered),
  'fund.threshold-changed': named(m.funds_fact_threshold),
};
