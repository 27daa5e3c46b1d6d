import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { LegalField, LegalNotice } from './legal-notice.ts';
import { legalFieldWords } from './legal-words.page.ts';

/** Names of the fields in the form. */
export const LEGAL_NAMES: Record<LegalField, string> = {
  publisher: 'editeur',
  publisherAddress: 'editeur-adresse',
  publisherPhone: 'editeur-telephone',
  director: 'direction',
  hostName: 'hebergeur',
  hostAddress: 'hebergeur-adresse',
  hostPhone: 'hebergeur-telephone',
  dpo: 'dpo',
  dpoContact: 'dpo-contact',
};

interface Props {
  typed: LegalNotice;
  mark: string;
  problems: Problems;
  conflict: boolean;
  /** Of what is saved, what the law wants said. */
  missing: readonly LegalField[];
}

/** What the legal notice says of publisher, host and data protection officer. */
export function LegalSettingsPage({ typed, mark, problems, conflict, missing }: Props) {
  const line = (field: LegalField, hint?: string) => (
    <Field
      name={LEGAL_NAMES[field]}
      label={legalFieldWords[field]()}
      {...(hint && { hint })}
      value={typed[field]}
      autocomplete="off"
      problems={problems}
    />
  );
  const phone = (field: LegalField) => (
    <Field
      name={LEGAL_NAMES[field]}
      type="tel"
      label={legalFieldWords[field]()}
      value={typed[field]}
      width="medium"
      autocomplete="off"
      problems={problems}
    />
  );
  const address = (field: LegalField) => (
    <TextArea
      name={LEGAL_NAMES[field]}
      label={legalFieldWords[field]()}
      value={typed[field]}
      rows={3}
      problems={problems}
    />
  );
  return (
    <Column>
      <ErrorSummary problems={problems} {...(conflict && { title: m.access_conflict() })} />
      <PageHeader
        title={m.legal_settings_title()}
        lead={m.legal_settings_lead()}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: m.access_organisation_title(), href: urls.adminOrganisation() },
        ]}
      />
      <Missing fields={missing} />
      <Form action={urls.adminLegal()}>
        <Hidden name="mark" value={mark} />
        <Group legend={m.legal_group_publisher()}>
          {line('publisher', m.legal_publisher_hint())}
          {address('publisherAddress')}
          {phone('publisherPhone')}
          {line('director', m.legal_director_hint())}
        </Group>
        <Group legend={m.legal_group_host()}>
          {line('hostName', m.legal_host_hint())}
          {address('hostAddress')}
          {phone('hostPhone')}
        </Group>
        <Group legend={m.legal_group_dpo()}>
          {line('dpo', m.legal_dpo_hint())}
          {line('dpoContact', m.legal_dpo_contact_hint())}
        </Group>
        <SubmitButton size="large">{m.access_save()}</SubmitButton>
      </Form>
      <p>
        <a href={urls.legal()}>{m.legal_settings_read()}</a>
      </p>
    </Column>
  );
}

const Group = ({ legend, children }: { legend: string; children: ComponentChildren }) => (
  <Fieldset legend={legend}>{children}</Fieldset>
);

function Missing({ fields }: { fields: readonly LegalField[] }) {
  if (fields.length === 0) return <Notice tone="success" title={m.legal_settings_complete()} />;
  return (
    <Notice tone="warning" title={m.legal_settings_missing()}>
      <ul>
        {fields.map((field) => (
          <li key={field}>{legalFieldWords[field]()}</li>
        ))}
      </ul>
    </Notice>
  );
}
