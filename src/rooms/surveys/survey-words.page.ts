import * as m from '../../paraglide/messages.js';
import type { StateBadgeProps } from '../../ui/tag.tsx';
import type { AnswerRefusal } from './answer.ts';
import {
  LENGTHS,
  MOST_CHOICES,
  MOST_COLUMNS,
  MOST_ROWS,
  type QuestionKind,
  type QuestionRefusal,
} from './question.ts';
import type { DatesRefusal, SurveyState } from './survey.ts';

export const kindWords: Record<QuestionKind, { name: () => string; hint: () => string }> = {
  one: { name: m.survey_kind_one, hint: m.survey_kind_one_hint },
  several: { name: m.survey_kind_several, hint: m.survey_kind_several_hint },
  scale: { name: m.survey_kind_scale, hint: m.survey_kind_scale_hint },
  matrix: { name: m.survey_kind_matrix, hint: m.survey_kind_matrix_hint },
  text: { name: m.survey_kind_text, hint: m.survey_kind_text_hint },
};

export const stateWords: Record<
  SurveyState,
  { name: () => string; tone: NonNullable<StateBadgeProps['tone']> }
> = {
  draft: { name: m.survey_state_draft, tone: 'neutral' },
  planned: { name: m.survey_state_planned, tone: 'info' },
  open: { name: m.survey_state_open, tone: 'now' },
  closed: { name: m.survey_state_closed, tone: 'warning' },
  published: { name: m.survey_state_published, tone: 'success' },
};

export const answerRefusalWords: Record<AnswerRefusal, () => string> = {
  'answer-missing': m.survey_refused_missing,
  'choice-unknown': m.survey_refused_unknown,
  'one-only': m.survey_refused_one_only,
  'text-too-long': () => m.survey_refused_text_long({ count: LENGTHS.text }),
};

export const questionRefusalWords: Record<QuestionRefusal, () => string> = {
  'kind-missing': m.survey_refused_kind,
  'words-missing': m.survey_refused_words,
  'words-too-long': () => m.survey_refused_words_long({ count: LENGTHS.question }),
  'choices-too-few': m.survey_refused_choices_few,
  'choices-too-many': () => m.survey_refused_choices_many({ count: MOST_CHOICES }),
  'choice-too-long': () => m.survey_refused_choice_long({ count: LENGTHS.choice }),
  'choice-twice': m.survey_refused_choice_twice,
  'scale-needs-two': m.survey_refused_scale,
  'lines-differ': m.survey_refused_lines,
  'rows-missing': m.survey_refused_rows,
  'rows-too-many': () => m.survey_refused_rows_many({ count: MOST_ROWS }),
  'columns-too-many': () => m.survey_refused_columns_many({ count: MOST_COLUMNS }),
  'condition-of-two': m.survey_refused_condition_two,
  'condition-unknown': m.survey_refused_condition,
};

export const datesRefusalWords: Record<DatesRefusal, () => string> = {
  'closes-before-it-opens': m.survey_refused_order,
  'closes-in-the-past': m.survey_refused_past,
  'opened-already': m.survey_refused_opened,
  'no-question': m.survey_refused_no_question,
};
