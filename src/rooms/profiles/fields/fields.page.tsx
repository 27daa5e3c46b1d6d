import * as m from '../../../paraglide/messages.js';
import type { Locale } from '../../../platform/locale/locale.ts';
import { Radios } from '../../../ui/choices.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Actions, Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { FieldTexts, ProfileField } from './field.ts';
import { sayChoices, sayQuestion } from './field-words.page.tsx';
import { PRESET_KEYS, sayPreset } from './presets.page.ts';

/** Names of the fields of the form, as it sends them. */
export const FIELDS: Readonly<Record<keyof FieldTexts, string>> = {
  kind: 'forme',
  question: 'question',
  questionEn: 'question-en',
  choices: 'reponses',
  choicesEn: 'reponses-en',
  bounds: 'seuils',
};

export type TypedField = Readonly<Record<keyof FieldTexts, string>>;

interface FieldsPageProps {
  asked: readonly ProfileField[];
  closed: readonly ProfileField[];
  typed: TypedField;
  problems: Problems;
  formId: string;
  locale: Locale;
}

export function FieldsPage(props: FieldsPageProps) {
  const { asked, closed, locale, problems } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.profiles_fields_title()}
        lead={m.profiles_fields_lead()}
        breadcrumb={[{ label: m.spaces_office(), href: urls.admin() }]}
        actions={
          <ButtonLink kind="secondary" icon="filter" href={urls.profileFigures()}>
            {m.profiles_figures_title()}
          </ButtonLink>
        }
      />
      <Section title={m.profiles_fields_asked()}>
        {asked.length === 0 ? (
          <EmptyState icon="user" title={m.profiles_fields_none_title()}>
            <p>{m.profiles_fields_none()}</p>
          </EmptyState>
        ) : (
          <List ordered>
            {asked.map((field, at) => (
              <FieldLine
                key={field.id}
                field={field}
                locale={locale}
                first={at === 0}
                last={at === asked.length - 1}
              />
            ))}
          </List>
        )}
      </Section>
      <NewField {...props} />
      {closed.length > 0 && (
        <Section title={m.profiles_fields_closed()} lead={m.profiles_fields_closed_lead()}>
          <List>
            {closed.map((field) => (
              <p key={field.id}>
                <bdi>{sayQuestion(field, locale)}</bdi>
              </p>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}

function FieldLine(props: { field: ProfileField; locale: Locale; first: boolean; last: boolean }) {
  const { field, locale } = props;
  const about = sayQuestion(field, locale);
  const at = { field: field.id };
  const step = (way: 'haut' | 'bas') => (
    <ButtonForm
      action={urls.moveProfileField(at)}
      values={{ sens: way }}
      kind="quiet"
      size="small"
      icon={way === 'haut' ? 'arrow-up' : 'arrow-down'}
      about={about}
    >
      {way === 'haut' ? m.guides_up() : m.guides_down()}
    </ButtonForm>
  );
  return (
    <div class="office-step">
      <p>
        <strong>
          <bdi>{about}</bdi>
        </strong>
      </p>
      <p class="hint">{sayChoices(field, locale).join(' · ')}</p>
      <div class="actions">
        {!props.first && step('haut')}
        {!props.last && step('bas')}
        <ButtonForm
          action={urls.closeProfileField(at)}
          kind="quiet"
          size="small"
          icon="lock"
          about={about}
        >
          {m.profiles_field_close()}
        </ButtonForm>
      </div>
    </div>
  );
}

function NewField({ typed, problems, formId }: FieldsPageProps) {
  return (
    <Section title={m.profiles_field_new()} lead={m.profiles_field_new_lead()} id="nouveau">
      <p>{m.profiles_presets()}</p>
      <div class="actions">
        {PRESET_KEYS.map((key) => (
          <Tag key={key} href={`${urls.profileFields({ modele: key })}#nouveau`}>
            {sayPreset(key)}
          </Tag>
        ))}
      </div>
      <Form action={urls.profileFields()}>
        <Hidden name="formulaire" value={formId} />
        <Field
          name={FIELDS.question}
          label={m.profiles_field_question()}
          value={typed.question}
          problems={problems}
          required
        />
        <Field
          name={FIELDS.questionEn}
          label={m.profiles_field_question_en()}
          value={typed.questionEn}
          problems={problems}
        />
        <Radios
          name={FIELDS.kind}
          label={m.profiles_field_kind()}
          value={typed.kind}
          problems={problems}
          options={[
            { value: 'choice', label: m.profiles_kind_choice() },
            { value: 'band', label: m.profiles_kind_band() },
          ]}
        />
        <TextArea
          name={FIELDS.choices}
          label={m.profiles_field_choices()}
          hint={m.profiles_field_choices_hint()}
          value={typed.choices}
          problems={problems}
          rows={5}
        />
        <TextArea
          name={FIELDS.choicesEn}
          label={m.profiles_field_choices_en()}
          hint={m.profiles_field_choices_en_hint()}
          value={typed.choicesEn}
          problems={problems}
          rows={5}
        />
        <Field
          name={FIELDS.bounds}
          label={m.profiles_field_bounds()}
          hint={m.profiles_field_bounds_hint()}
          value={typed.bounds}
          problems={problems}
          width="medium"
        />
        <Actions>
          <SubmitButton size="large">{m.profiles_field_add()}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
