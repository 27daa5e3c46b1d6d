import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Actions, Column } from '../../../ui/layout.tsx';
import { MarkedField, MarksHelp } from '../../../ui/marked-field.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Component, Space } from '../../consultations/index.ts';
import { Questions } from './adoption.page.tsx';
import type { Adoption, AdoptionOpeningRefusal } from './adoption.ts';
import { openingRefusalWords } from './adoption-words.page.ts';
import { adoptionCrumbs } from './office-adoption.page.tsx';

/** As typed, by name of field. */
export type TypedAdoption = Readonly<Record<string, string>>;

interface Props {
  space: Space;
  component: Component;
  typed: TypedAdoption;
  version: number;
  problems: Problems;
  preview: boolean;
  /** Somebody saved another version meanwhile: theirs. */
  saved: Adoption | null;
}

const momentOf = (typed: TypedAdoption, name: string) => ({
  day: typed[`${name}-day`] ?? '',
  month: typed[`${name}-month`] ?? '',
  year: typed[`${name}-year`] ?? '',
  time: typed[`${name}-time`] ?? '',
});

/** What is put to the vote, what is asked of it, and from when to when. */
export function AdoptionFormPage(props: Props) {
  const { space, component, typed, problems } = props;
  const at = { space: space.slug, component: component.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.adoption_form_title()}
        lead={m.adoption_form_lead()}
        breadcrumb={adoptionCrumbs(space, component)}
      />
      {props.saved && (
        <>
          <p>{m.adoption_saved_meanwhile()}</p>
          <Questions questions={props.saved.questions} />
        </>
      )}
      <Form action={urls.adminSpaceVoteText(at)}>
        <Hidden name="version" value={props.version} />
        <MarkedField
          name="texte"
          label={m.adoption_field_text()}
          hint={m.adoption_field_text_hint()}
          value={typed.texte ?? ''}
          problems={problems}
          preview={props.preview}
          toolbarLabel={m.adoption_field_text()}
        />
        <MarksHelp />
        <TextArea
          name="questions"
          label={m.adoption_field_questions()}
          hint={m.adoption_field_questions_hint()}
          value={typed.questions ?? ''}
          rows={4}
          problems={problems}
          required
        />
        {(['ouverture', 'cloture'] as const).map((name) => (
          <DateField
            key={name}
            name={name}
            label={name === 'ouverture' ? m.adoption_opens() : m.adoption_closes()}
            hint={m.polls_field_paris()}
            value={momentOf(typed, name)}
            problems={problems}
            withTime
            required
          />
        ))}
        <Actions>
          <SubmitButton size="large">{m.adoption_save()}</SubmitButton>
          <SubmitButton kind="secondary" name="geste" value="apercu" icon="eye">
            {m.ui_marks_preview()}
          </SubmitButton>
        </Actions>
      </Form>
    </Column>
  );
}

interface OpeningProps {
  space: Space;
  component: Component;
  adoption: Adoption;
  entries: number;
  refusals: readonly AdoptionOpeningRefusal[];
}

/** Once more before the terms are signed: they cannot be changed afterwards. */
export function AdoptionOpeningPage(props: OpeningProps) {
  const { space, component, adoption, entries, refusals } = props;
  const at = { space: space.slug, component: component.slug };
  return (
    <ConfirmPage
      question={m.adoption_open_question()}
      form={
        refusals.every((one) => one === 'changed-meanwhile') && (
          <Form action={urls.adminSpaceVoteOpen(at)}>
            <Hidden name="version" value={adoption.version} />
            <SubmitButton size="large">{m.adoption_open_confirm()}</SubmitButton>
          </Form>
        )
      }
      cancelHref={urls.adminSpaceVote(at)}
      cancelLabel={m.adoption_open_cancel()}
    >
      <ErrorSummary
        problems={
          refusals.length > 0
            ? { form: refusals.map((refusal) => openingRefusalWords[refusal]()).join(' ') }
            : {}
        }
      />
      <p>{m.adoption_open_warning()}</p>
      <p>{m.adoption_open_list({ count: entries, number: formatNumber(entries) })}</p>
      <p>
        {m.adoption_open_dates({
          from: formatDateTime(adoption.opensAt),
          to: formatDateTime(adoption.closesAt),
        })}
      </p>
      <Questions questions={adoption.questions} />
    </ConfirmPage>
  );
}
