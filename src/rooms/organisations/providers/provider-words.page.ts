import * as m from '../../../paraglide/messages.js';
import type { Problems } from '../../../ui/form.tsx';
import type { DiscoveryFailure } from './discovery.crypto.ts';
import {
  PROVIDER_LENGTHS,
  type Preset,
  type ProviderRefusal,
  type ProviderRefusals,
} from './provider.ts';

const refusalWords: Record<ProviderRefusal, () => string> = {
  'name-missing': m.providers_problem_name,
  'name-too-long': () => m.providers_problem_long({ max: PROVIDER_LENGTHS.name }),
  'issuer-missing': m.providers_problem_issuer,
  'issuer-unreadable': m.providers_problem_issuer_unreadable,
  'issuer-not-https': m.providers_problem_issuer_https,
  'issuer-too-long': () => m.providers_problem_long({ max: PROVIDER_LENGTHS.issuer }),
  'issuer-taken': m.providers_problem_issuer_taken,
  'issuer-in-use': m.providers_problem_issuer_in_use,
  'client-missing': m.providers_problem_client,
  'client-too-long': () => m.providers_problem_long({ max: PROVIDER_LENGTHS.client }),
  'secret-too-long': () => m.providers_problem_long({ max: PROVIDER_LENGTHS.client }),
  'scopes-wrong': m.providers_problem_scopes,
  'openid-missing': m.providers_problem_openid,
  'claim-wrong': m.providers_problem_claim,
  'acr-wrong': m.providers_problem_acr,
};

/** Name of each field of the form. */
export const PROVIDER_FIELDS = {
  name: 'nom',
  issuer: 'adresse',
  clientId: 'client',
  clientSecret: 'secret',
  scopes: 'portees',
  emailClaim: 'champ-courriel',
  nameClaims: 'champ-nom',
  birthDateClaim: 'champ-naissance',
  acrValues: 'niveau',
} as const;

/** Words beside each field, in the order of the form. */
export function providerProblems(refusals: ProviderRefusals): Problems {
  return Object.fromEntries(
    Object.entries(PROVIDER_FIELDS).flatMap(([field, name]) => {
      const refusal = refusals[field as keyof ProviderRefusals];
      return refusal ? [[name, refusalWords[refusal]()]] : [];
    }),
  );
}

const failureWords: Record<DiscoveryFailure, () => string> = {
  'address-unreadable': m.providers_failure_address,
  'not-https': m.providers_failure_https,
  'not-public': m.providers_failure_public,
  'name-unknown': m.providers_failure_unknown,
  unreachable: m.providers_failure_unreachable,
  'certificate-refused': m.providers_failure_certificate,
  'too-slow': m.providers_failure_slow,
  'too-long': m.providers_failure_long,
  'no-document': m.providers_failure_document,
  'not-a-provider': m.providers_failure_not_provider,
  'issuer-differs': m.providers_failure_issuer,
  'document-incomplete': m.providers_failure_incomplete,
  'no-code': m.providers_failure_code,
  'no-keys': m.providers_failure_keys,
};

export const discoveryWords = (failure: DiscoveryFailure): string => failureWords[failure]();

export const presetWords: Record<Preset, { name: () => string; words: () => string }> = {
  generic: { name: m.providers_preset_generic, words: m.providers_preset_generic_words },
  'eu-login': { name: () => 'EU Login', words: m.providers_preset_eu_login_words },
  google: { name: () => 'Google', words: m.providers_preset_google_words },
  franceconnect: {
    name: () => 'FranceConnect',
    words: m.providers_preset_franceconnect_words,
  },
  proconnect: { name: () => 'ProConnect', words: m.providers_preset_proconnect_words },
};
