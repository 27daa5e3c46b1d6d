import * as m from '../../../paraglide/messages.js';
import { fileSegment } from '../../../platform/files/upload.ts';
import type { VisitedOrganisation } from '../../../platform/http/visit.ts';
import { Radios } from '../../../ui/choices.tsx';
import { Field, FileField } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { DATA_LICENCES, type DataLicence } from '../data-licence.ts';
import { licenceWords } from '../licence-words.page.ts';
import { ColourPreview } from './colour-preview.page.tsx';

export const SETTINGS_FIELDS = {
  name: 'nom',
  tagline: 'devise',
  contactEmail: 'contact',
  colour: 'couleur',
  defaultLocale: 'langue',
  dataLicence: 'licence',
} as const;
export const LOGO_FIELD = 'logo';

export type TypedSettings = Record<keyof typeof SETTINGS_FIELDS, string>;

interface Props {
  organisation: VisitedOrganisation;
  typed: TypedSettings;
  mark: string;
  problems: Problems;
  /** true: somebody saved another version meanwhile; `problems` then say what they saved. */
  conflict: boolean;
}

/** What the organisation says of itself on every page: name, logo, colour, language, contact. */
export function OrganisationSettingsPage(props: Props) {
  const { organisation, typed, mark, problems, conflict } = props;
  return (
    <Column>
      <ErrorSummary problems={problems} {...(conflict && { title: m.access_conflict() })} />
      <PageHeader
        title={m.access_organisation_title()}
        lead={m.access_organisation_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
      />
      <Form action={urls.adminOrganisation()}>
        <Hidden name="mark" value={mark} />
        <Field
          name={SETTINGS_FIELDS.name}
          label={m.access_organisation_name()}
          value={typed.name}
          autocomplete="organization"
          problems={problems}
          required
        />
        <Field
          name={SETTINGS_FIELDS.tagline}
          label={m.access_organisation_tagline()}
          hint={m.access_organisation_tagline_hint()}
          value={typed.tagline}
          autocomplete="off"
          problems={problems}
        />
        <Field
          name={SETTINGS_FIELDS.contactEmail}
          type="email"
          label={m.access_organisation_contact()}
          hint={m.access_organisation_contact_hint()}
          value={typed.contactEmail}
          autocomplete="off"
          problems={problems}
          required
        />
        <colour-preview
          data-pale={m.access_colour_pale()}
          data-unreadable={m.access_colour_unreadable()}
          data-good={m.access_colour_good()}
        >
          <Field
            name={SETTINGS_FIELDS.colour}
            label={m.access_organisation_colour()}
            hint={m.access_organisation_colour_hint()}
            value={typed.colour}
            width="short"
            autocomplete="off"
            spellcheck={false}
            problems={problems}
            required
          />
          <ColourPreview colour={typed.colour} name={typed.name} />
        </colour-preview>
        <Radios
          name={SETTINGS_FIELDS.defaultLocale}
          label={m.access_organisation_language()}
          hint={m.access_organisation_language_hint()}
          value={typed.defaultLocale}
          options={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
          problems={problems}
          required
        />
        <Radios
          name={SETTINGS_FIELDS.dataLicence}
          label={m.access_organisation_licence()}
          hint={m.access_organisation_licence_hint()}
          value={typed.dataLicence}
          options={Object.entries(DATA_LICENCES).map(([value, { name }]) => ({
            value,
            label: name,
            hint: licenceWords[value as DataLicence](),
          }))}
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.access_save()}</SubmitButton>
      </Form>
      <Logo logo={organisation.logo} name={organisation.name} problems={problems} />
      <Section title={m.legal_settings_title()} lead={m.legal_settings_lead()}>
        <p>
          <ButtonLink kind="secondary" href={urls.adminLegal()}>
            {m.legal_settings_change()}
          </ButtonLink>
        </p>
      </Section>
      <Section title={m.access_host_title()} lead={m.access_host_lead()}>
        <DescriptionList
          items={[
            { term: m.access_host(), detail: <strong>{organisation.host}</strong> },
            {
              term: m.access_host_command(),
              detail: <code>bin/palabre organisation host {organisation.slug} nouveau.nom.fr</code>,
            },
          ]}
        />
      </Section>
    </Column>
  );
}

function Logo({
  logo,
  name,
  problems,
}: {
  logo: VisitedOrganisation['logo'];
  name: string;
  problems: Problems;
}) {
  return (
    <Section title={m.access_logo()} lead={m.access_logo_lead()}>
      {logo && (
        <p>
          <img
            src={urls.file({ file: fileSegment({ ...logo, mediaType: 'image/webp' }, 'small') })}
            alt={m.access_logo_alt({ name })}
            width={Math.round((logo.width / logo.height) * 96)}
            height={96}
          />
        </p>
      )}
      <Form action={urls.adminLogo()} upload>
        <FileField
          name={LOGO_FIELD}
          label={logo ? m.access_logo_other() : m.access_logo_file()}
          hint={m.access_logo_hint()}
          accept="image/png,image/jpeg,image/webp"
          problems={problems}
          required
        />
        <SubmitButton kind="secondary">{m.access_logo_submit()}</SubmitButton>
      </Form>
      {logo && (
        <ButtonForm kind="quiet" action={urls.adminRemoveLogo()}>
          {m.access_logo_remove()}
        </ButtonForm>
      )}
    </Section>
  );
}
