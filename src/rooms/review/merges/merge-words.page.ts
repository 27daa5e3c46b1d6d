import * as m from '../../../paraglide/messages.js';
import type {
  AnswerRefusal,
  MergeState,
  ProposalField,
  ProposalRefusal,
  UndoRefusal,
} from './merge.ts';

export const stateWords: Record<MergeState, () => string> = {
  proposed: m.merges_state_proposed,
  accepted: m.merges_state_accepted,
  declined: m.merges_state_declined,
  withdrawn: m.merges_state_withdrawn,
  undone: m.merges_state_undone,
};

/** How a state stands in addresses. */
export const STATE_SLUGS: Record<MergeState, string> = {
  proposed: 'proposes',
  accepted: 'acceptes',
  declined: 'declines',
  withdrawn: 'retires',
  undone: 'separes',
};

export const stateTones = {
  proposed: 'info',
  accepted: 'success',
  declined: 'warning',
  withdrawn: 'neutral',
  undone: 'neutral',
} as const satisfies Record<MergeState, string>;

const proposalWords: Record<ProposalRefusal, () => string> = {
  'title-missing': m.merges_problem_title_missing,
  'title-too-long': m.merges_problem_title_too_long,
  'words-missing': m.merges_problem_words_missing,
  'words-too-long': m.merges_problem_words_too_long,
  'lead-missing': m.merges_problem_lead,
  'day-missing': m.merges_problem_day,
  'day-past': m.merges_problem_day_past,
  'too-few-ideas': m.merges_problem_too_few,
  'too-many-ideas': m.merges_problem_too_many,
  'idea-unknown': m.merges_problem_unknown,
  'idea-in-merge': m.merges_problem_in_merge,
  'list-frozen': m.merges_problem_frozen,
};

/** Problems beside the fields that they are of. */
export const proposalProblems = (
  problems: Partial<Record<ProposalField, ProposalRefusal>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [field, proposalWords[refusal]()]),
  );

export const undoWords: Record<UndoRefusal, () => string> = {
  'not-accepted': m.merges_problem_not_accepted,
  'reason-missing': m.merges_problem_reason,
  'list-frozen': m.merges_problem_frozen,
  'not-found': m.merges_problem_not_accepted,
};

export const answerWords: Record<AnswerRefusal | 'list-frozen' | 'answer-missing', () => string> = {
  'already-settled': m.merges_problem_settled,
  'not-found': m.merges_problem_settled,
  'list-frozen': m.merges_problem_frozen,
  'answer-missing': m.merges_problem_answer,
};
