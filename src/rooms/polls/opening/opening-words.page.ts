/** Beside which field each refusal of an opening stands, and in which words. */
import * as m from '../../../paraglide/messages.js';
import type { SettingsProblem } from './opening-settings.ts';
import { LABEL_LENGTH, MOST_MENTIONS, type OpeningRefusal, TITLE_LENGTH } from './terms.ts';

export const openingProblems: Record<OpeningRefusal, [field: string, words: () => string]> = {
  'title-missing': ['title', m.polls_problem_title_missing],
  'title-too-long': ['title', () => m.polls_problem_title_long({ max: TITLE_LENGTH })],
  'choices-out-of-range': ['minimum', m.polls_problem_choices],
  'rule-unknown': ['method', m.polls_problem_rule],
  'rule-not-for-ballot': ['method', m.opening_problem_rule_ballot],
  'tie-break-missing': ['ties', m.polls_problem_ties],
  'closes-before-opening': ['closes', m.polls_problem_order],
  'closes-in-the-past': ['closes', m.polls_problem_past],
  'list-not-frozen': ['form', m.polls_problem_list],
  'poll-already-opened': ['form', m.polls_problem_opened],
  'sealing-missing': ['form', m.sealed_problem_ceremony],
  'sealed-without-paper': ['paper', m.sealed_problem_paper],
  'labels-missing': ['labels', m.opening_problem_labels],
  'labels-too-long': ['labels', () => m.opening_problem_labels_long({ max: LABEL_LENGTH })],
  'mentions-out-of-range': ['mentions', () => m.opening_problem_mentions({ most: MOST_MENTIONS })],
  'points-out-of-range': ['points', m.opening_problem_points],
  'share-out-of-range': ['share', m.opening_problem_share],
  'seats-out-of-range': ['seats', m.opening_problem_seats],
  'envelope-without-project': ['amounts', m.opening_problem_envelope_empty],
  'envelopes-over-edition': ['amounts', m.opening_problem_envelopes_over],
  'left-in-a-circle': ['amounts', m.opening_problem_circle],
  'group-impossible': ['groups', m.opening_problem_group],
  'incompatible-unknown': ['incompatible', m.opening_problem_incompatible],
  'house-rule-out-of-range': ['quorum', m.opening_problem_house],
  'house-rule-not-for-rule': ['method', m.opening_problem_house_rule],
  'method-missing': ['admit-email', m.electorate_problem_missing],
  'method-twice': ['admit-email', m.electorate_problem_twice],
  'only-declared': ['admit-declaration', m.electorate_problem_only_declared],
  'public-needs-account': ['account', m.electorate_problem_public],
  'paper-in-public-vote': ['form', m.urn_problem_public_vote],
};

export const settingsProblems: Record<SettingsProblem, () => string> = {
  'ballot-unknown': m.opening_problem_ballot,
  'rule-unknown': m.polls_problem_rule,
  'amounts-unreadable': m.opening_problem_amounts,
  'groups-unreadable': m.opening_problem_groups,
  'incompatible-unreadable': m.opening_problem_incompatible,
};
