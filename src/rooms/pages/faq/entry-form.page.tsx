import * as m from '../../../paraglide/messages.js';
import { Field, Select } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Column, Section } from '../../../ui/layout.tsx';
import { MarkedField, MarksHelp } from '../../../ui/marked-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import {
  anchorOf,
  type EntryProblem,
  type EntryProblems,
  type EntryTexts,
  type FaqEntry,
  type FaqHeading,
  LONGEST,
  type WrittenEntry,
} from './faq.ts';
import { EntryState, faqCrumbs } from './office-faq.page.tsx';

/** Names of the fields, as the form sends them. */
export const ENTRY_FIELDS: Readonly<Record<keyof EntryTexts, string>> = {
  question: 'question',
  answer: 'reponse',
  questionEn: 'question-en',
  answerEn: 'reponse-en',
};

const tooLong = (max: number) => () => m.pages_problem_too_long({ max: formatNumber(max) });

const problemWords: Record<EntryProblem, () => string> = {
  'question-missing': m.pages_faq_problem_question,
  'question-too-long': tooLong(LONGEST.question),
  'answer-missing': m.pages_faq_problem_answer,
  'answer-too-long': tooLong(LONGEST.answer),
  'english-question-missing': m.pages_faq_problem_question_en,
  'english-answer-missing': m.pages_faq_problem_answer_en,
};

export const sayEntryProblems = (problems: EntryProblems): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      ENTRY_FIELDS[field as keyof EntryTexts],
      problemWords[problem](),
    ]),
  );

interface Props {
  /** null: a question that is not there yet. */
  entry: FaqEntry | null;
  headings: readonly FaqHeading[];
  typed: WrittenEntry;
  problems: Problems;
  version: number;
  formId: string;
  preview: boolean;
}

export function EntryFormPage(props: Props) {
  const { entry, headings, typed, problems, preview } = props;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={entry ? entry.question : m.pages_faq_new()}
        {...(entry && { lang: 'fr', meta: <EntryState entry={entry} /> })}
        breadcrumb={faqCrumbs()}
        {...(entry && { actions: <Gestures entry={entry} /> })}
      />
      {preview && <Notice title={m.pages_preview_title()}>{m.pages_preview_words()}</Notice>}
      <Form action={entry ? urls.adminFaqEntry({ entry: entry.id }) : urls.adminNewFaqEntry()}>
        <Hidden name="version" value={props.version} />
        <Hidden name="formulaire" value={props.formId} />
        <Select
          name="rubrique"
          label={m.pages_faq_field_heading()}
          value={typed.headingId}
          problems={problems}
          options={headings.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Field
          name={ENTRY_FIELDS.question}
          label={m.pages_faq_field_question()}
          hint={m.pages_faq_field_question_hint()}
          value={typed.question}
          problems={problems}
          required
        />
        <MarkedField
          name={ENTRY_FIELDS.answer}
          label={m.pages_faq_field_answer()}
          value={typed.answer}
          lang="fr"
          problems={problems}
          rows={10}
          required
          preview={preview}
          toolbarLabel={m.pages_faq_toolbar()}
        />
        <MarksHelp />
        <Fieldset legend={m.pages_english()} id="anglais" hint={m.pages_english_hint()}>
          <Field
            name={ENTRY_FIELDS.questionEn}
            label={m.pages_faq_field_question_en()}
            value={typed.questionEn}
            problems={problems}
          />
          <MarkedField
            name={ENTRY_FIELDS.answerEn}
            label={m.pages_faq_field_answer_en()}
            value={typed.answerEn}
            lang="en"
            problems={problems}
            rows={6}
            preview={preview}
            toolbarLabel={m.pages_faq_toolbar_en()}
          />
        </Fieldset>
        <Actions>
          <SubmitButton size="large">{m.pages_faq_save()}</SubmitButton>
          <SubmitButton size="large" kind="secondary" name="geste" value="apercu" icon="eye">
            {m.pages_see_preview()}
          </SubmitButton>
        </Actions>
      </Form>
      {entry && (
        <Section title={m.pages_faq_remove()} lead={m.pages_faq_remove_lead()}>
          <ButtonForm
            action={urls.adminFaqEntryRemove({ entry: entry.id })}
            kind="danger"
            icon="delete"
          >
            {m.pages_faq_remove()}
          </ButtonForm>
        </Section>
      )}
    </Column>
  );
}

function Gestures({ entry }: { entry: FaqEntry }) {
  const shown = entry.publishedAt !== null;
  return (
    <>
      <ButtonForm
        action={urls.adminFaqEntryShow({ entry: entry.id })}
        values={{ publier: shown ? 'non' : 'oui' }}
        kind={shown ? 'secondary' : 'primary'}
      >
        {shown ? m.pages_faq_unpublish() : m.pages_faq_publish()}
      </ButtonForm>
      {shown && (
        <ButtonLink kind="quiet" icon="eye" href={`${urls.faq()}#${anchorOf(entry)}`}>
          {m.pages_see()}
        </ButtonLink>
      )}
    </>
  );
}
