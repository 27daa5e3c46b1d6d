import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink, Form, SubmitButton } from '../../../ui/form.tsx';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { DiscoveryFailure } from './discovery.crypto.ts';
import { PRESETS, type Preset, type Provider } from './provider.ts';
import { discoveryWords, presetWords } from './provider-words.page.ts';

/** What « Vérifier » found out about one provider; null: all is well. */
export interface Finding {
  providerId: string;
  failure: DiscoveryFailure | null;
}

interface Props {
  providers: readonly Provider[];
  finding: Finding | null;
  /** Where each provider must send people back to, by its id. */
  returnAddress: (providerId: string) => string;
}

/** Every provider of the organisation, what it is set to, and what to add (R105). */
export function ProvidersPage({ providers, finding, returnAddress }: Props) {
  const checked = providers.find(({ id }) => id === finding?.providerId);
  return (
    <Stack>
      <PageHeader
        title={m.providers_title()}
        lead={m.providers_lead()}
        breadcrumb={[{ label: m.site_nav_admin(), href: urls.admin() }]}
      />
      {finding && checked && <FindingNotice name={checked.name} failure={finding.failure} />}
      {providers.length === 0 && (
        <EmptyState icon="user" title={m.providers_none_title()}>
          <p>{m.providers_none()}</p>
        </EmptyState>
      )}
      {providers.map((provider) => (
        <OneProvider
          key={provider.id}
          provider={provider}
          returnAddress={returnAddress(provider.id)}
        />
      ))}
      <Section title={m.providers_add_title()} lead={m.providers_add_lead()}>
        <p>{m.providers_oauth_stays_out()}</p>
        {(Object.keys(PRESETS) as Preset[]).map((preset) => (
          <div key={preset} class="stack">
            <p>{presetWords[preset].words()}</p>
            <p>
              <ButtonLink
                kind="secondary"
                icon="plus"
                href={urls.adminNewProvider({ modele: preset })}
              >
                {m.providers_add({ name: presetWords[preset].name() })}
              </ButtonLink>
            </p>
          </div>
        ))}
      </Section>
    </Stack>
  );
}

function FindingNotice({ name, failure }: { name: string; failure: DiscoveryFailure | null }) {
  return failure ? (
    <Notice tone="danger" title={m.providers_found_wrong({ name })}>
      <p>{discoveryWords(failure)}</p>
    </Notice>
  ) : (
    <Notice tone="success" title={m.providers_found_well({ name })}>
      <p>{m.providers_found_well_words()}</p>
    </Notice>
  );
}

function OneProvider({ provider, returnAddress }: { provider: Provider; returnAddress: string }) {
  const at = { provider: provider.id };
  const about = provider.name;
  return (
    <Section title={<bdi>{provider.name}</bdi>}>
      <p>
        <StateBadge tone={provider.enabled ? 'success' : 'neutral'}>
          {provider.enabled ? m.providers_offered() : m.providers_not_offered()}
        </StateBadge>
      </p>
      <DescriptionList
        items={[
          { term: m.providers_issuer(), detail: <bdi>{provider.issuer}</bdi> },
          { term: m.providers_return(), detail: <bdi>{returnAddress}</bdi> },
          {
            term: m.providers_secret(),
            detail: provider.hasSecret ? m.providers_secret_kept() : m.providers_secret_none(),
          },
        ]}
      />
      <Actions>
        <ButtonForm kind="secondary" action={urls.adminVerifyProvider(at)} about={about}>
          {m.providers_verify()}
        </ButtonForm>
        {provider.enabled ? (
          <ButtonForm kind="secondary" action={urls.adminDisableProvider(at)} about={about}>
            {m.providers_disable()}
          </ButtonForm>
        ) : (
          <ButtonForm kind="primary" action={urls.adminEnableProvider(at)} about={about}>
            {m.providers_enable()}
          </ButtonForm>
        )}
        <ButtonLink kind="quiet" icon="edit" href={urls.adminProvider(at)} about={about}>
          {m.providers_change()}
        </ButtonLink>
        <ButtonLink kind="quiet" icon="delete" href={urls.adminRemoveProvider(at)} about={about}>
          {m.providers_remove()}
        </ButtonLink>
      </Actions>
    </Section>
  );
}

/** A provider goes with its links to accounts: asked once more. */
export function ProviderRemovalPage({ provider }: { provider: Provider }) {
  return (
    <ConfirmPage
      question={m.providers_remove_question({ name: provider.name })}
      form={
        <Form action={urls.adminRemoveProvider({ provider: provider.id })}>
          <SubmitButton kind="danger" size="large" icon="delete">
            {m.providers_remove_button()}
          </SubmitButton>
        </Form>
      }
      cancelHref={urls.adminProviders()}
      cancelLabel={m.providers_remove_cancel()}
    >
      <p>{m.providers_remove_words()}</p>
      <p>{m.providers_remove_vote()}</p>
    </ConfirmPage>
  );
}
