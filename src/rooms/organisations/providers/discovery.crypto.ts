import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';
import type { Config } from '../../../platform/config.ts';
import type { Db } from '../../../platform/database/database.ts';
import {
  fetchOutside,
  OutboundFailure,
  type OutboundRefusal,
  type OutboundRequest,
} from '../../../platform/http/outbound.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { readClientSecret } from './provider.store.ts';
import type { Provider } from './provider.ts';

/** Why a provider cannot be spoken to. */
export type DiscoveryFailure =
  | OutboundRefusal
  | 'no-document'
  | 'not-a-provider'
  | 'issuer-differs'
  | 'document-incomplete'
  | 'no-code'
  | 'no-keys';

export type Discovery =
  | { ok: true; client: Configuration }
  | { ok: false; failure: DiscoveryFailure };

/** What the provider says about itself, read afresh; every later request goes through the same gate (W6). */
export async function discoverProvider(
  { db, config }: { db: Db; config: Config },
  organisationId: string,
  provider: Provider,
): Promise<Discovery> {
  const keys = openKeys(config.keysFolder);
  const secret = await readClientSecret(db, keys, organisationId, provider.id);
  const rules = { allowLocalPeers: config.allowLocalPeers };
  try {
    const client = await discovery(
      new URL(provider.issuer),
      provider.clientId,
      undefined,
      // which of the two forms of password the provider reads is only known from its document
      (server, client, body, headers) => {
        if (secret === null) return None()(server, client, body, headers);
        const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
        const form = methods.includes('client_secret_post') ? ClientSecretPost : ClientSecretBasic;
        return form(secret)(server, client, body, headers);
      },
      {
        [customFetch]: (address, asked) => fetchOutside(address, asked as OutboundRequest, rules),
        execute: [
          enableNonRepudiationChecks,
          ...(config.allowLocalPeers ? [allowInsecureRequests] : []),
        ],
      },
    );
    const failure = checkDocument(client);
    return failure ? { ok: false, failure } : { ok: true, client };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** Discovers, and fetches the keys too: « Vérifier ». */
export async function verifyProvider(
  parts: { db: Db; config: Config },
  organisationId: string,
  provider: Provider,
): Promise<DiscoveryFailure | null> {
  const found = await discoverProvider(parts, organisationId, provider);
  if (!found.ok) return found.failure;
  try {
    const rules = { allowLocalPeers: parts.config.allowLocalPeers };
    const answer = await fetchOutside(found.client.serverMetadata().jwks_uri!, {}, rules);
    const { keys } = (await answer.json()) as { keys?: unknown };
    return answer.ok && Array.isArray(keys) && keys.length > 0 ? null : 'no-keys';
  } catch (error) {
    return findOutboundFailure(error)?.refusal ?? 'no-keys';
  }
}

function checkDocument(client: Configuration): DiscoveryFailure | null {
  const server = client.serverMetadata();
  const { authorization_endpoint, token_endpoint, jwks_uri, response_types_supported } = server;
  if (!isWeb(authorization_endpoint) || !isWeb(token_endpoint) || !isWeb(jwks_uri))
    return 'document-incomplete';
  return response_types_supported && !response_types_supported.includes('code') ? 'no-code' : null;
}

const isWeb = (address: unknown) =>
  typeof address === 'string' &&
  URL.canParse(address) &&
  /^https?:$/.test(new URL(address).protocol);

/** The request that never came through, somewhere behind an error of the library. */
export function findOutboundFailure(error: unknown): OutboundFailure | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof OutboundFailure) return cause;
  return null;
}

function failureOf(error: unknown): DiscoveryFailure {
  const outbound = findOutboundFailure(error);
  if (outbound) return outbound.refusal;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return 'issuer-differs';
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return 'no-document';
  return 'not-a-provider';
}
