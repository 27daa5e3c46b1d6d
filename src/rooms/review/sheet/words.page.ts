import * as m from '../../../paraglide/messages.js';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import type { DelayRefusal, Figure, Figures } from './figures.ts';
import {
  type ClosedOpinion,
  type Feasibility,
  LONGEST_COMMENT,
  type Opinion,
  type OpinionRefusal,
  type OpinionState,
  type Verdict,
} from './opinion.ts';
import {
  type Contradiction,
  type Criterion,
  type CriterionAnswer,
  LONGEST_NOTE,
  type StudyRefusal,
} from './study.ts';

export const feasibilityWords: Record<Feasibility, () => string> = {
  yes: m.study_feasible_yes,
  'with-conditions': m.study_feasible_conditions,
  no: m.study_feasible_no,
};

/** The same as answers to a question. */
export const answerWords: Record<Feasibility, () => string> = {
  ...feasibilityWords,
  yes: m.study_answer_yes,
  no: m.study_answer_no,
};

export const verdictWords: Record<Verdict, () => string> = {
  favourable: m.study_verdict_favourable,
  reserved: m.study_verdict_reserved,
  unfavourable: m.study_verdict_unfavourable,
};

const verdictTones = {
  favourable: 'success',
  reserved: 'warning',
  unfavourable: 'danger',
} as const satisfies Record<Verdict, string>;

export const criterionWords: Record<CriterionAnswer, () => string> = {
  met: m.study_criterion_met,
  unmet: m.study_criterion_unmet,
};

export const figureWords: Record<Figure, () => string> = {
  capitalCost: m.study_capital_cost,
  yearlyCost: m.study_yearly_cost,
  delayMonths: m.study_delay,
};

/** Why nothing can be written any more, or yet. */
export const closedWords: Record<ClosedOpinion, () => string> = {
  'study-not-begun': m.study_closed_not_begun,
  'edition-archived': m.study_closed_archived,
  'list-frozen': m.study_closed_frozen,
  'idea-decided': m.study_closed_decided,
  'not-asked': m.study_closed_not_asked,
  'department-closed': m.study_closed_department,
};

export const contradictionWords: Record<Contradiction, () => string> = {
  'verdicts-differ': m.study_contradiction_verdicts,
  'favourable-not-feasible': m.study_contradiction_not_feasible,
  'admissible-with-unmet-criterion': m.study_contradiction_unmet,
  'inadmissible-yet-favourable': m.study_contradiction_inadmissible,
};

export type FigureRefusal =
  | 'no-amount'
  | 'not-an-amount'
  | 'negative-amount'
  | 'amount-too-large'
  | DelayRefusal;

export type SheetRefusal = StudyRefusal | OpinionRefusal | FigureRefusal;

const refusalWords: Record<SheetRefusal, (field: string) => string> = {
  'too-long': (field) =>
    m.study_problem_too_long({
      max: formatNumber(field === 'comment' ? LONGEST_COMMENT : LONGEST_NOTE),
    }),
  'note-missing': m.study_problem_note,
  'verdict-missing': m.study_problem_verdict,
  'comment-missing': m.study_problem_comment,
  'no-amount': m.study_problem_amount,
  'not-an-amount': m.study_problem_amount,
  'negative-amount': m.study_problem_negative,
  'amount-too-large': m.study_problem_too_large,
  'not-a-delay': m.study_problem_delay,
  'delay-too-long': m.study_problem_delay_long,
};

export const sayRefusals = (
  problems: Partial<Record<string, SheetRefusal>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [field, refusalWords[refusal!](field)]),
  );

/** « – » for what nobody said. */
export const sayFeasibility = (value: Feasibility | null): string =>
  value === null ? '–' : feasibilityWords[value]();

export function sayFigure(figure: Figure, value: Figures[Figure]): string {
  if (value === null) return '–';
  if (figure === 'delayMonths') return m.study_months({ count: value });
  const amount = formatMoney(value);
  return figure === 'yearlyCost' ? m.study_a_year({ amount }) : amount;
}

export const sayAdmissible = (admissible: boolean | null): string =>
  admissible === null
    ? m.study_admissible_unsaid()
    : admissible
      ? m.study_admissible_yes()
      : m.study_admissible_no();

/** How an opinion stands, and the colour of it. */
export function standOf(opinion: Pick<Opinion, 'state' | 'verdict'>): {
  words: string;
  tone: 'neutral' | 'success' | 'warning' | 'danger' | 'info';
} {
  const tones: Record<OpinionState, 'neutral' | 'info'> = {
    asked: 'neutral',
    given: 'info',
    returned: 'info',
  };
  if (opinion.state === 'given' && opinion.verdict)
    return { words: verdictWords[opinion.verdict](), tone: verdictTones[opinion.verdict] };
  return {
    words: opinion.state === 'asked' ? m.study_state_asked() : m.study_state_returned(),
    tone: tones[opinion.state],
  };
}

/** The name of a criterion by id, for those that an edition no longer has too. */
export const criterionName = (criteria: readonly Criterion[], id: string): string =>
  criteria.find((one) => one.id === id)?.name ?? m.study_criterion_gone();
