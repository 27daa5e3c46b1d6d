import * as m from '../../../paraglide/messages.js';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { Place } from '../place/place.ts';
import { KINDS, type QuestionField, type TypedQuestion } from '../question.ts';
import { kindWords } from '../survey-words.page.ts';
import { surveyCrumbs } from './crumbs.page.ts';

/** Names of the fields in the form. */
export const QUESTION_NAMES: Record<QuestionField, string> = {
  kind: 'sorte',
  fr: 'question',
  en: 'question-en',
  choicesFr: 'reponses',
  choicesEn: 'reponses-en',
};

export const questionTitle = (isThere: boolean): string =>
  isThere ? m.survey_question_change() : m.survey_question_new();

interface Props {
  place: Place;
  action: string;
  isNew: boolean;
  version: number;
  typed: TypedQuestion;
  problems: Problems;
}

/** One question, in French and, where the office wants, in English. */
export function QuestionPage({ place, action, isNew, version, typed, problems }: Props) {
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
        <SubmitButton>{m.survey_save()}</SubmitButton>
      </Form>
    </Column>
  );
}
