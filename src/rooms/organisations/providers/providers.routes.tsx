import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { countHit } from '../../../platform/http/limits.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { verifyProvider } from './discovery.crypto.ts';
import {
  addProvider,
  changeProvider,
  findProvider,
  listProviders,
  offerProvider,
  removeProvider,
} from './provider.store.ts';
import {
  isPreset,
  PRESETS,
  type Preset,
  type Provider,
  type ProviderRefusals,
  type ProviderSettings,
  readProvider,
} from './provider.ts';
import { ProviderFormPage, providerFormTitle } from './provider-form.page.tsx';
import { PROVIDER_FIELDS } from './provider-words.page.ts';
import { type Finding, ProviderRemovalPage, ProvidersPage } from './providers.page.tsx';

/** « Fournisseurs d'identité »: what an administrator lets people sign in with (R105). */
export const providersRoutes: readonly Route[] = [
  get(urls.adminProviders, 'administrator', (visit) => showList(visit, null)),

  get(urls.adminNewProvider, 'administrator', (visit) => {
    const preset = readPreset(visit.url.searchParams.get('modele') ?? '');
    return showForm({ provider: null, preset, typed: PRESETS[preset], refusals: {} });
  }),

  post(urls.adminNewProvider, 'administrator', async (visit) => {
    const form = await visit.form();
    const preset = readPreset(form.text('modele'));
    const typed = readTyped(form);
    const shown = { provider: null, preset, typed };
    const read = readProvider(typed, visit.config.allowLocalPeers);
    if (!read.ok) return showForm({ ...shown, refusals: read.refusals });
    const keys = openKeys(visit.config.keysFolder);
    const { settings } = read;
    const written = await addProvider(visit.db, keys, actOf(visit), settings, typed.clientSecret);
    return written.ok
      ? seeOther(visit, urls.adminProviders(), 'provider-added')
      : showForm({ ...shown, refusals: { issuer: written.refusal } });
  }),

  get(urls.adminProvider, 'administrator', async (visit) => {
    const provider = await loadProvider(visit);
    return showForm({ provider, preset: 'generic', typed: provider, refusals: {} });
  }),

  post(urls.adminProvider, 'administrator', async (visit) => {
    const provider = await loadProvider(visit);
    const typed = readTyped(await visit.form());
    const shown = { provider, preset: 'generic' as const, typed };
    const read = readProvider(typed, visit.config.allowLocalPeers);
    if (!read.ok) return showForm({ ...shown, refusals: read.refusals });
    const keys = openKeys(visit.config.keysFolder);
    const written = await changeProvider(
      visit.db,
      keys,
      actOf(visit),
      provider,
      read.settings,
      typed.clientSecret,
    );
    return written.ok
      ? seeOther(visit, urls.adminProviders(), 'provider-changed')
      : showForm({ ...shown, refusals: { issuer: written.refusal } });
  }),

  post(urls.adminVerifyProvider, 'administrator', async (visit) => {
    const provider = await loadProvider(visit);
    await countHit(visit.db, {
      key: `verify-provider:${visit.organisation.id}`,
      hits: 60,
      seconds: 600,
    });
    const failure = await verifyProvider(visit, visit.organisation.id, provider);
    return showList(visit, { providerId: provider.id, failure });
  }),

  post(urls.adminEnableProvider, 'administrator', async (visit) => {
    await offerProvider(visit.db, actOf(visit), await loadProvider(visit), true);
    return seeOther(visit, urls.adminProviders(), 'provider-offered');
  }),

  post(urls.adminDisableProvider, 'administrator', async (visit) => {
    await offerProvider(visit.db, actOf(visit), await loadProvider(visit), false);
    return seeOther(visit, urls.adminProviders(), 'provider-withdrawn');
  }),

  get(urls.adminRemoveProvider, 'administrator', async (visit) => {
    const provider = await loadProvider(visit);
    return page({
      title: m.providers_remove_question({ name: provider.name }),
      section: 'admin',
      body: <ProviderRemovalPage provider={provider} />,
    });
  }),

  post(urls.adminRemoveProvider, 'administrator', async (visit) => {
    await removeProvider(visit.db, actOf(visit), await loadProvider(visit));
    return seeOther(visit, urls.adminProviders(), 'provider-removed');
  }),
];

async function loadProvider(visit: SignedInVisit<'provider'>): Promise<Provider> {
  const { db, organisation, params } = visit;
  return found(await findProvider(db, organisation.id, params.provider), 'provider');
}

const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

const readPreset = (name: string): Preset => (isPreset(name) ? name : 'generic');

function readTyped(form: Form): ProviderSettings & { clientSecret: string } {
  const fields = PROVIDER_FIELDS;
  return {
    name: form.text(fields.name),
    issuer: form.text(fields.issuer),
    clientId: form.text(fields.clientId),
    clientSecret: form.raw(fields.clientSecret).trim(),
    scopes: form.text(fields.scopes),
    emailClaim: form.text(fields.emailClaim),
    nameClaims: form.text(fields.nameClaims),
    birthDateClaim: form.text(fields.birthDateClaim),
    acrValues: form.text(fields.acrValues),
  };
}

async function showList(visit: SignedInVisit, finding: Finding | null) {
  const { db, organisation, origin } = visit;
  return page({
    title: m.providers_title(),
    section: 'admin',
    body: (
      <ProvidersPage
        providers={await listProviders(db, organisation.id)}
        finding={finding}
        returnAddress={(provider) => origin + urls.providerReturn({ provider })}
      />
    ),
  });
}

function showForm(shown: {
  provider: Provider | null;
  preset: Preset;
  typed: ProviderSettings;
  refusals: ProviderRefusals;
}) {
  const faulty = Object.values(shown.refusals).some(Boolean);
  return page({
    title: providerFormTitle(shown.provider, shown.preset),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <ProviderFormPage {...shown} />,
  });
}
