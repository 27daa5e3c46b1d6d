import * as m from '../../paraglide/messages.js';
import { Checkbox, Radios } from '../../ui/choices.tsx';
import { Field, FileField, PasswordField } from '../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Fieldset,
  Form,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { logoWords } from '../organisations/index.page.ts';
import type { LogoRefusal, OrganisationKind, OrganisationRefusal } from '../organisations/index.ts';
import { FIELDS, type Refusal, wordsFor } from './words.page.ts';

/** Names of the fields that only this form has. */
export const INSTALLATION_FIELDS = {
  organisation: 'organisation',
  host: 'hote',
  kind: 'genre',
  colour: 'couleur',
  contact: 'contact',
  ...FIELDS,
} as const;

/** Apart from the others: what a file field held cannot be shown again. */
export const INSTALLATION_LOGO = 'logo';

/** `again`: it was good, but something else was not, and browsers forget files. */
export type FirstLogoRefusal = LogoRefusal | 'again';

const NAMES = INSTALLATION_FIELDS;

export type InstallationField = keyof typeof INSTALLATION_FIELDS;
export type InstallationRefusals = {
  [field in InstallationField]?: OrganisationRefusal | Refusal | undefined;
};

const words: Record<OrganisationRefusal, () => string> = {
  'organisation-name-missing': m.identity_refused_organisation_name_missing,
  'organisation-name-too-long': m.identity_refused_organisation_name_too_long,
  'host-unreadable': m.identity_refused_host_unreadable,
  'host-taken': m.identity_refused_host_taken,
  'kind-missing': m.identity_refused_kind_missing,
  'colour-unreadable': m.identity_refused_colour_unreadable,
  'colour-pale': m.identity_refused_colour_pale,
};

const KIND_WORDS: Record<OrganisationKind, () => string> = {
  town: m.identity_install_kind_town,
  movement: m.identity_install_kind_movement,
  association: m.identity_install_kind_association,
};

interface InstallationPageProps {
  token: string;
  values: Partial<Record<InstallationField, string>>;
  refusals: InstallationRefusals;
  logoRefusal: FirstLogoRefusal | null;
  charter: string;
}

/** Makes the first organisation and its administrator, from the one-time link. */
export function InstallationPage({
  token,
  values,
  refusals,
  logoRefusal,
  charter,
}: InstallationPageProps) {
  const problems = problemsOf(refusals, logoRefusal);
  const common = { problems, required: true };
  return (
    <Column>
      <PageHeader title={m.identity_install_title()} lead={m.identity_install_lead()} />
      <ErrorSummary problems={problems} />
      <Form action={urls.installation({ token })} upload>
        <Fieldset legend={m.identity_install_organisation()}>
          <Field
            {...common}
            name={NAMES.organisation}
            label={m.identity_install_name()}
            hint={m.identity_install_name_hint()}
            value={values.organisation}
            autocomplete="organization"
          />
          <Field
            {...common}
            name={NAMES.host}
            label={m.identity_install_host()}
            hint={m.identity_install_host_hint()}
            value={values.host}
            autocomplete="off"
            spellcheck={false}
          />
          <Radios
            {...common}
            name={NAMES.kind}
            label={m.identity_install_kind()}
            options={Object.entries(KIND_WORDS).map(([value, label]) => ({
              value,
              label: label(),
            }))}
            value={values.kind}
          />
          <Field
            {...common}
            name={NAMES.colour}
            label={m.identity_install_colour()}
            hint={m.identity_install_colour_hint()}
            value={values.colour}
            width="short"
            autocomplete="off"
            spellcheck={false}
          />
          <FileField
            name={INSTALLATION_LOGO}
            label={m.identity_install_logo()}
            hint={m.identity_install_logo_hint()}
            accept="image/png,image/jpeg,image/webp"
            problems={problems}
          />
          <Field
            {...common}
            name={NAMES.contact}
            type="email"
            label={m.identity_install_contact()}
            hint={m.identity_install_contact_hint()}
            value={values.contact}
            autocomplete="off"
          />
        </Fieldset>
        <Fieldset legend={m.identity_install_you()}>
          <Field
            {...common}
            name={NAMES.name}
            label={m.identity_name()}
            hint={m.identity_name_hint()}
            value={values.name}
            autocomplete="name"
          />
          <Field
            {...common}
            name={NAMES.nickname}
            label={m.identity_nickname()}
            hint={m.identity_nickname_hint()}
            value={values.nickname}
            autocomplete="nickname"
            spellcheck={false}
          />
          <Field
            {...common}
            name={NAMES.email}
            type="email"
            label={m.identity_email()}
            value={values.email}
            autocomplete="email"
          />
          <PasswordField
            {...common}
            name={NAMES.password}
            label={m.identity_password()}
            hint={m.identity_password_hint()}
            autocomplete="new-password"
          />
          <details>
            <summary>{m.identity_install_charter_read()}</summary>
            <Prose text={charter} lang="fr" />
          </details>
          <Checkbox
            {...common}
            name={NAMES.charter}
            label={m.identity_install_charter()}
            checked={values.charter === 'oui'}
          />
        </Fieldset>
        <SubmitButton size="large">{m.identity_install_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

/** In the order of the form, as its summary reads them out. */
function problemsOf(
  refusals: InstallationRefusals,
  logoRefusal: FirstLogoRefusal | null,
): Problems {
  const fields = Object.keys(NAMES) as InstallationField[];
  const problems: Problems = {};
  for (const field of fields) {
    if (field === 'contact' && logoRefusal)
      problems[INSTALLATION_LOGO] =
        logoRefusal === 'again' ? m.identity_install_logo_again() : logoWords[logoRefusal]();
    const refusal = refusals[field];
    if (refusal) problems[NAMES[field]] = wordsOf(field, refusal);
  }
  return problems;
}

function wordsOf(field: InstallationField, refusal: OrganisationRefusal | Refusal): string {
  if (refusal in words) return words[refusal as OrganisationRefusal]();
  return field === 'charter' ? m.identity_refused_charter_default() : wordsFor(refusal as Refusal);
}

/** The new organisation lives on another host name: sessions do not travel, so one signs in there. */
export function InstalledElsewherePage({ signInHref }: { signInHref: string }) {
  return (
    <Column>
      <PageHeader
        title={m.identity_install_done_title()}
        lead={m.identity_install_done()}
        actions={<ButtonLink href={signInHref}>{m.identity_sign_in_link()}</ButtonLink>}
      />
      <p>
        <a href={signInHref}>{signInHref}</a>
      </p>
    </Column>
  );
}
