import * as m from '../../paraglide/messages.js';
import type { Problems } from '../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import {
  type ActionKind,
  type ActionState,
  type ActKind,
  type BudgetRefusal,
  type Criterion,
  type DecisionRefusal,
  LENGTHS,
  type SubmitRefusal,
  TEXT_FIELDS,
  type TextField,
  type TextRefusal,
  type WrittenRefusals,
} from './action.ts';

export const stateWords: Record<ActionState, () => string> = {
  draft: m.propose_state_draft,
  submitted: m.propose_state_submitted,
  'changes-requested': m.propose_state_changes,
  published: m.propose_state_published,
  fundable: m.propose_state_fundable,
  refused: m.propose_state_refused,
  archived: m.propose_state_archived,
};
export const stateTones = {
  draft: 'neutral',
  submitted: 'info',
  'changes-requested': 'warning',
  published: 'success',
  fundable: 'success',
  refused: 'danger',
  archived: 'neutral',
} as const satisfies Record<ActionState, string>;

export const kindWords: Record<ActionKind, () => string> = {
  union: m.propose_kind_union,
  solidarity: m.propose_kind_solidarity,
};
export const kindHelps: Record<ActionKind, () => string> = {
  union: m.propose_kind_union_help,
  solidarity: m.propose_kind_solidarity_help,
};
export const kindIcons: Record<ActionKind, IconName> = {
  union: 'megaphone',
  solidarity: 'solidarity',
};

type Words = () => string;

/** Each criterion: its name, what it asks, an example. `cap`: of the fund, in cents. */
export const criterionWords: Record<Criterion, (cap: number) => string> = {
  'daily-life': m.propose_criterion_daily as Words,
  involvement: m.propose_criterion_involvement as Words,
  inclusion: m.propose_criterion_inclusion as Words,
  reproduction: m.propose_criterion_reproduction as Words,
  budget: (cap) => m.propose_criterion_budget({ cap: formatMoney(cap) }),
};
export const criterionHelps: Record<Criterion, Words> = {
  'daily-life': m.propose_criterion_daily_help,
  involvement: m.propose_criterion_involvement_help,
  inclusion: m.propose_criterion_inclusion_help,
  reproduction: m.propose_criterion_reproduction_help,
  budget: m.propose_criterion_budget_help,
};
export const criterionExamples: Record<Criterion, Words> = {
  'daily-life': m.propose_criterion_daily_example,
  involvement: m.propose_criterion_involvement_example,
  inclusion: m.propose_criterion_inclusion_example,
  reproduction: m.propose_criterion_reproduction_example,
  budget: m.propose_criterion_budget_example,
};

export const fieldWords: Record<TextField, Words> = {
  title: m.propose_field_title,
  summary: m.propose_field_summary,
  description: m.propose_field_description,
  involvement: m.propose_field_involvement,
  inclusion: m.propose_field_inclusion,
  reproduction: m.propose_field_reproduction,
  steps: m.propose_field_steps,
  materials: m.propose_field_materials,
};
export const fieldHints: Record<TextField, Words> = {
  title: m.propose_field_title_hint,
  summary: m.propose_field_summary_hint,
  description: m.propose_field_description_hint,
  involvement: m.propose_field_involvement_hint,
  inclusion: m.propose_field_inclusion_hint,
  reproduction: m.propose_field_reproduction_hint,
  steps: m.propose_field_steps_hint,
  materials: m.propose_field_materials_hint,
};

/** Names of the fields as forms send them. */
export const FIELD_NAMES: Record<TextField, string> = {
  title: 'titre',
  summary: 'resume',
  description: 'description',
  involvement: 'implication',
  inclusion: 'inclusion',
  reproduction: 'adaptation',
  steps: 'etapes',
  materials: 'materiel',
};

const missingWords: Record<TextField, Words> = {
  title: m.propose_problem_missing_title,
  summary: m.propose_problem_missing_summary,
  description: m.propose_problem_missing_description,
  involvement: m.propose_problem_missing_involvement,
  inclusion: m.propose_problem_missing_inclusion,
  reproduction: m.propose_problem_missing_reproduction,
  steps: m.propose_problem_missing_steps,
  // never asked
  materials: m.propose_field_materials,
};

const textWords: Record<TextRefusal, (field: TextField) => string> = {
  missing: (field) => missingWords[field](),
  'too-long': (field) =>
    m.propose_problem_long({ field: fieldWords[field](), max: formatNumber(LENGTHS[field]) }),
  overloaded: (field) => m.propose_problem_overloaded({ field: fieldWords[field]() }),
};

export const budgetWords: Record<BudgetRefusal, (cap: number) => string> = {
  'no-line': m.propose_problem_no_line as Words,
  'over-cap': (cap) => m.propose_problem_over_cap({ cap: formatMoney(cap) }),
  'too-many-lines': m.propose_problem_many_lines as Words,
};

/** What is wrong, by the names of the fields of the form, in their order. */
export function sayWritten({ texts, kind, budget }: WrittenRefusals, cap: number): Problems {
  const problems: Problems = {};
  for (const field of TEXT_FIELDS) {
    const refusal = texts[field];
    if (refusal) problems[FIELD_NAMES[field]] = textWords[refusal](field);
    if (field === 'summary' && kind) problems.type = m.propose_problem_kind();
  }
  if (budget) problems['depense-1'] = budgetWords[budget](cap);
  return problems;
}

export const submitProblems: Record<SubmitRefusal, Words> = {
  'not-certified': m.propose_problem_uncertified,
  'not-writable': m.propose_problem_not_writable,
  'fund-closed': m.propose_problem_closed,
  'criteria-unticked': m.propose_problem_unticked,
};

export const decisionProblems: Record<DecisionRefusal, Words> = {
  'own-group': m.propose_problem_own_group,
  'changed-meanwhile': m.propose_problem_changed,
  'decided-already': m.propose_problem_decided,
  'words-missing': m.propose_problem_words,
  'words-too-long': () => m.propose_problem_words_long({ max: formatNumber(LENGTHS.reason) }),
  'words-overloaded': m.propose_problem_words_overloaded,
  'criteria-unmet': m.propose_problem_unmet,
};

export const actWords: Record<ActKind, Words> = {
  submitted: m.propose_act_submitted,
  'changes-requested': m.propose_act_changes,
  published: m.propose_act_published,
  refused: m.propose_act_refused,
  fundable: m.propose_act_fundable,
  archived: m.propose_act_archived,
  reopened: m.propose_act_reopened,
};

/** As a heading: a draft may have no title yet. */
export const titleOf = ({ title }: { title: string }): string => title || m.propose_untitled();
