import * as m from '../../../paraglide/messages.js';
import { Checkbox, Checkboxes, Radios } from '../../../ui/choices.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { Place } from '../place/place.ts';
import { KINDS, type Question, type QuestionField, type TypedQuestion } from '../question.ts';
import { kindWords } from '../survey-words.page.ts';
import { conditionOptions } from './conditions.page.ts';
import { surveyCrumbs } from './crumbs.page.ts';

/** Names of the fields in the form. */
export const QUESTION_NAMES: Record<QuestionField, string> = {
  kind: 'sorte',
  fr: 'question',
  en: 'question-en',
  choicesFr: 'reponses',
  choicesEn: 'reponses-en',
  rowsFr: 'lignes',
  rowsEn: 'lignes-en',
  shownIf: 'condition',
};

export const questionTitle = (isThere: boolean): string =>
  isThere ? m.survey_question_change() : m.survey_question_new();

interface Props {
  place: Place;
  action: string;
  isNew: boolean;
  /** Questions that stand before it. */
  before: readonly Question[];
  locale: 'fr' | 'en';
  version: number;
  typed: TypedQuestion;
  problems: Problems;
}

/** One question, in French and, where the office wants, in English. */
export function QuestionPage(props: Props) {
  const { place, action, isNew, before, locale, version, typed, problems } = props;
  const conditions = conditionOptions(before, locale);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader title={questionTitle(!isNew)} breadcrumb={surveyCrumbs(place)} />
      <Form action={action}>
        <Hidden name="version" value={version} />
        <Field
          name={QUESTION_NAMES.fr}
          label={m.survey_field_question()}
          value={typed.fr}
          problems={problems}
          required
        />
        <Radios
          name={QUESTION_NAMES.kind}
          label={m.survey_field_kind()}
          options={KINDS.map((kind) => ({
            value: kind,
            label: kindWords[kind].name(),
            hint: kindWords[kind].hint(),
          }))}
          value={typed.kind}
          problems={problems}
          required
        />
        <TextArea
          name={QUESTION_NAMES.choicesFr}
          label={m.survey_field_choices()}
          hint={m.survey_field_choices_hint()}
          value={typed.choicesFr}
          problems={problems}
        />
        <TextArea
          name={QUESTION_NAMES.rowsFr}
          label={m.survey_field_rows()}
          hint={m.survey_field_rows_hint()}
          value={typed.rowsFr}
          problems={problems}
        />
        {conditions.length > 0 && (
          <Checkboxes
            name={QUESTION_NAMES.shownIf}
            label={m.survey_field_condition()}
            hint={m.survey_field_condition_hint()}
            options={conditions}
            values={[...typed.shownIf]}
            problems={problems}
          />
        )}
        <Checkbox
          name="obligatoire"
          label={m.survey_field_required()}
          hint={m.survey_field_required_hint()}
          checked={typed.required}
        />
        <Field
          name={QUESTION_NAMES.en}
          label={m.survey_field_question_en()}
          hint={m.survey_field_english_hint()}
          value={typed.en}
          problems={problems}
        />
        <TextArea
          name={QUESTION_NAMES.choicesEn}
          label={m.survey_field_choices_en()}
          value={typed.choicesEn}
          problems={problems}
        />
        <TextArea
          name={QUESTION_NAMES.rowsEn}
          label={m.survey_field_rows_en()}
          value={typed.rowsEn}
          problems={problems}
        />
        <SubmitButton>{m.survey_save()}</SubmitButton>
      </Form>
    </Column>
  );
}
