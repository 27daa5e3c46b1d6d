import * as m from '../../../paraglide/messages.js';
import { Field, PasswordField } from '../../../ui/field.tsx';
import { ErrorSummary, Fieldset, Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Preset, Provider, ProviderRefusals, ProviderSettings } from './provider.ts';
import { PROVIDER_FIELDS, presetWords, providerProblems } from './provider-words.page.ts';

interface Props {
  /** null: a new one, begun from a preset. */
  provider: Provider | null;
  preset: Preset;
  typed: ProviderSettings;
  refusals: ProviderRefusals;
}

export const providerFormTitle = (provider: Provider | null, preset: Preset): string =>
  provider
    ? m.providers_change_title({ name: provider.name })
    : m.providers_add({ name: presetWords[preset].name() });

/** The settings of one provider; the secret is never shown again. */
export function ProviderFormPage({ provider, preset, typed, refusals }: Props) {
  const problems = providerProblems(refusals);
  const line = (field: keyof ProviderSettings, label: string, hint: string, required = false) => (
    <Field
      name={PROVIDER_FIELDS[field]}
      label={label}
      hint={hint}
      value={typed[field]}
      autocomplete="off"
      spellcheck={false}
      problems={problems}
      required={required}
    />
  );
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={providerFormTitle(provider, preset)}
        {...(!provider && { lead: presetWords[preset].words() })}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.providers_title(), href: urls.adminProviders() },
        ]}
      />
      <Form
        action={provider ? urls.adminProvider({ provider: provider.id }) : urls.adminNewProvider()}
      >
        {!provider && <Hidden name="modele" value={preset} />}
        {line('name', m.providers_name(), m.providers_name_hint(), true)}
        {line('issuer', m.providers_issuer(), m.providers_issuer_hint(), true)}
        {preset === 'generic' && <p class="hint">{m.providers_oauth_stays_out()}</p>}
        {line('clientId', m.providers_client(), m.providers_client_hint(), true)}
        <PasswordField
          name={PROVIDER_FIELDS.clientSecret}
          label={m.providers_secret()}
          hint={provider?.hasSecret ? m.providers_secret_hint_kept() : m.providers_secret_hint()}
          autocomplete="new-password"
          problems={problems}
        />
        <Fieldset legend={m.providers_claims()} id="champs" hint={m.providers_claims_hint()}>
          {line('scopes', m.providers_scopes(), m.providers_scopes_hint(), true)}
          {line('emailClaim', m.providers_email_claim(), m.providers_email_claim_hint())}
          {line('nameClaims', m.providers_name_claims(), m.providers_name_claims_hint())}
          {line('birthDateClaim', m.providers_birth_claim(), m.providers_birth_claim_hint())}
          {line('acrValues', m.providers_acr(), m.providers_acr_hint())}
        </Fieldset>
        <SubmitButton size="large">{m.providers_save()}</SubmitButton>
      </Form>
    </Column>
  );
}
