import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { Column, Panel, Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { CalendarFields } from '../calendar-fields.page.tsx';
import type { Edition } from '../edition.ts';
import { type FieldsProps, fieldLabels } from '../edition-form-words.page.ts';
import { FORM_KEY } from './form-name.ts';

interface Props extends FieldsProps {
  edition: Edition;
  /** Whole years that the dates were moved by; null: they are proposed anew from today. */
  years: number | null;
  /** Of this form: sent twice, it makes one edition. */
  formKey: string;
}

/** The edition after this one: what it takes over, and what is looked at before it is kept (R80). */
export function CopyEditionPage({ edition, years, formKey, typed, problems }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} labels={fieldLabels()} />
      <PageHeader
        title={m.setup_copy_title()}
        lead={m.setup_copy_lead({ title: edition.title })}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: m.spaces_new_title(), href: urls.adminNewEdition() },
        ]}
      />
      <Panel title={m.setup_copy_takes()}>
        <ul>
          <li>{m.setup_copy_takes_settings()}</li>
          <li>{m.setup_copy_takes_lists()}</li>
          <li>
            {years === null ? m.setup_copy_dates_new() : m.setup_copy_dates({ count: years })}
          </li>
        </ul>
        <p>{m.setup_copy_leaves()}</p>
      </Panel>
      <Form action={urls.adminCopyEdition({ edition: edition.slug })}>
        <Hidden name={FORM_KEY} value={formKey} />
        <Field
          name="title"
          label={m.spaces_form_title()}
          value={typed.title}
          problems={problems}
          required
        />
        <Field
          name="slug"
          label={m.spaces_form_slug()}
          hint={m.spaces_form_slug_hint()}
          value={typed.slug}
          problems={problems}
          spellcheck={false}
          width="medium"
        />
        <Section title={m.spaces_form_calendar()} lead={m.setup_copy_calendar_lead()}>
          <CalendarFields typed={typed} problems={problems} />
        </Section>
        <SubmitButton size="large">{m.setup_copy_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}
