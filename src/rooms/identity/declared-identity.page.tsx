import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { TypedDate } from './declared-identity.ts';
import { FIELDS, type Refusals, wordsOf } from './words.page.ts';

interface DeclaredIdentityPageProps {
  next: string | undefined;
  organisation: { name: string; kind: 'town' | 'movement' | 'association' };
  birth: TypedDate;
  /** In a town `oui` or `non`; elsewhere the name of a town. */
  residence: string;
  refusals: Refusals;
}

/** Asked at the first act that needs it, and never at sign-up (R69). */
export function DeclaredIdentityPage(props: DeclaredIdentityPageProps) {
  const { next, organisation, birth, residence } = props;
  const problems = wordsOf(props.refusals, { place: organisation.name });
  return (
    <Column>
      <PageHeader title={m.identity_identity_title()} lead={m.identity_identity_lead()} />
      <ErrorSummary problems={problems} />
      <Form action={urls.accountIdentity({ vers: next })}>
        <DateField
          name={FIELDS.birth}
          label={m.identity_account_birth()}
          hint={m.identity_identity_birth_hint()}
          value={birth}
          problems={problems}
          birth
          required
        />
        <Residence organisation={organisation} value={residence} problems={problems} />
        <p>{m.identity_identity_honour()}</p>
        <SubmitButton size="large">{m.identity_identity_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

function Residence(props: {
  organisation: DeclaredIdentityPageProps['organisation'];
  value: string;
  problems: Problems;
}) {
  const { organisation, value, problems } = props;
  if (organisation.kind !== 'town') {
    return (
      <Field
        name={FIELDS.residence}
        label={m.identity_identity_town()}
        hint={m.identity_identity_town_hint()}
        value={value}
        autocomplete="address-level2"
        problems={problems}
      />
    );
  }
  const place = organisation.name;
  return (
    <Radios
      name={FIELDS.residence}
      label={m.identity_identity_lives({ place })}
      options={[
        { value: 'oui', label: m.identity_identity_lives_yes({ place }) },
        { value: 'non', label: m.identity_identity_lives_no() },
      ]}
      value={value}
      problems={problems}
      required
    />
  );
}
