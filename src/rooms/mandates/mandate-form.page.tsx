import * as m from '../../paraglide/messages.js';
import { DateField } from '../../ui/date-field.tsx';
import { Field, FileField, Select } from '../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { LEVELS } from './mandate.ts';
import { levelWords } from './mandate-words.page.ts';

interface TypedDay {
  day: string;
  month: string;
  year: string;
}

/** A mandate as it was typed. */
export interface TypedMandate {
  level: string;
  body: string;
  territory: string;
  code: string;
  office: string;
  delegation: string;
  began: TypedDay;
  ends: TypedDay;
}

/** Names of the fields of the form. */
export const FIELDS = {
  level: 'strate',
  office: 'fonction',
  delegation: 'delegation',
  body: 'assemblee',
  territory: 'territoire',
  code: 'code',
  beganOn: 'debut',
  endsOn: 'fin',
  proof: 'justificatif',
} as const;

interface Props {
  space: { slug: string; title: string };
  /** null: a new one. */
  mandate: { id: string; version: number; hasProof: boolean } | null;
  typed: TypedMandate;
  problems: Problems;
}

export const formTitle = (isNew: boolean): string =>
  isNew ? m.mandates_declare() : m.mandates_correct_title();

export function MandateFormPage({ space, mandate, typed, problems }: Props) {
  const at = { space: space.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={formTitle(mandate === null)}
        {...(!mandate && { lead: m.mandates_declare_lead({ title: space.title }) })}
        breadcrumb={[
          { label: space.title, href: urls.space(at) },
          { label: m.mandates_own_title(), href: urls.ownMandates(at) },
        ]}
      />
      <Form
        action={
          mandate ? urls.correctMandate({ ...at, mandate: mandate.id }) : urls.declareMandate(at)
        }
        upload
      >
        {mandate && <Hidden name="version" value={mandate.version} />}
        <Select
          name={FIELDS.level}
          label={m.mandates_level()}
          hint={m.mandates_level_hint()}
          empty
          width="medium"
          value={typed.level}
          options={LEVELS.map((level) => ({ value: level, label: levelWords[level]() }))}
          problems={problems}
          required
        />
        <Field
          name={FIELDS.office}
          label={m.mandates_office()}
          hint={m.mandates_office_hint()}
          value={typed.office}
          suggestions={m.mandates_office_suggestions().split('|')}
          problems={problems}
          required
        />
        <Field
          name={FIELDS.delegation}
          label={m.mandates_delegation()}
          hint={m.mandates_delegation_hint()}
          value={typed.delegation}
          problems={problems}
        />
        <Field
          name={FIELDS.body}
          label={m.mandates_body()}
          hint={m.mandates_body_hint()}
          value={typed.body}
          problems={problems}
          required
        />
        <Field
          name={FIELDS.territory}
          label={m.mandates_territory()}
          hint={m.mandates_territory_hint()}
          value={typed.territory}
          problems={problems}
          required
        />
        <Field
          name={FIELDS.code}
          label={m.mandates_code()}
          hint={m.mandates_code_hint()}
          width="short"
          value={typed.code}
          problems={problems}
        />
        <DateField
          name={FIELDS.beganOn}
          label={m.mandates_began()}
          example="4 7 2020"
          value={typed.began}
          problems={problems}
          required
        />
        <DateField
          name={FIELDS.endsOn}
          label={m.mandates_ends()}
          hint={m.mandates_ends_hint()}
          value={typed.ends}
          problems={problems}
        />
        <FileField
          name={FIELDS.proof}
          label={m.mandates_proof()}
          hint={mandate?.hasProof ? m.mandates_proof_again() : m.mandates_proof_hint()}
          accept="application/pdf,image/png,image/jpeg"
          problems={problems}
        />
        <SubmitButton size="large">
          {mandate ? m.mandates_save() : m.mandates_declare()}
        </SubmitButton>
      </Form>
    </Column>
  );
}
