import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata } from 'oidc-provider';
import { PRESETS, type Preset } from '../../src/rooms/organisations/providers/provider.ts';
import { urls } from '../../src/urls.ts';
import type { SiteClient, TestSite } from '../site-client.ts';
import { type MadePerson, makePerson } from './people.ts';

/** A server on this machine, of which the caller says later how it answers. */
async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer).unref();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

interface Claims {
  email?: string;
  email_verified?: boolean;
  name?: string;
  given_name?: string;
  family_name?: string;
  birthdate?: string;
}

export interface RealProvider {
  issuer: string;
  /** What it says of somebody, by the name they sign in with there. */
  people: Map<string, Claims>;
  /** Registers a site: its address of return. */
  register(clientId: string, returnAddress: string, more?: Partial<ClientMetadata>): void;
  close(): Promise<void>;
}

export const SECRET = 'un-secret-que-le-fournisseur-partage';

/** oidc-provider itself on 127.0.0.1, with its own pages of sign-in and consent; `path`: under which it stands there. */
export async function startProvider(path = ''): Promise<RealProvider> {
  const clients: ClientMetadata[] = [];
  const people = new Map<string, Claims>();
  let handle: ReturnType<Provider['callback']> | undefined;
  const { origin, close } = await listen((request, response) => {
    handle ??= open().callback();
    // as a router that mounts it would: it reads from the whole address where it stands
    Object.assign(request, { originalUrl: request.url });
    if (request.url?.startsWith(`${path}/`)) request.url = request.url.slice(path.length);
    handle(request, response);
  });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const open = () =>
    new Provider(origin + path, {
      clients,
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'one' }] },
      cookies: { keys: [randomBytes(16).toString('hex')] },
      pkce: { required: () => true },
      features: { jwtUserinfo: { enabled: true } },
      scopes: ['openid', 'email', 'profile'],
      claims: {
        email: ['email', 'email_verified'],
        profile: ['name', 'given_name', 'family_name', 'birthdate'],
      },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => ({ sub: id, ...people.get(id) }),
      }),
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    });
  return {
    issuer: origin + path,
    people,
    register(clientId, returnAddress, more) {
      clients.push({
        ...more,
        client_id: clientId,
        client_secret: SECRET,
        redirect_uris: [returnAddress],
      });
    },
    close,
  };
}

export interface MadeProvider {
  id: string;
  name: string;
  administrator: MadePerson;
}

/** A provider that an administrator of a site adds and offers, as the pages do. */
export async function addProvider(
  site: TestSite,
  issuer: string,
  options: {
    name?: string;
    clientId?: string;
    organisation?: { id: string; name: string; host: string };
    offered?: boolean;
    /** What is known of it beforehand; left out: all that it may say is read. */
    preset?: Preset;
  } = {},
): Promise<MadeProvider> {
  const { name = 'Exemple', clientId = 'palabre', organisation, offered = true, preset } = options;
  const known = preset && PRESETS[preset];
  const administrator = await makePerson(site, {
    roles: ['administrator'],
    ...(organisation && { organisation }),
  });
  const { client } = administrator;
  await client.post(urls.adminNewProvider(), {
    nom: name,
    adresse: issuer,
    client: clientId,
    secret: SECRET,
    portees: known?.scopes ?? 'openid email profile',
    'champ-courriel': known?.emailClaim ?? 'email',
    'champ-nom': known?.nameClaims ?? 'given_name family_name',
    'champ-naissance': known?.birthDateClaim ?? 'birthdate',
    niveau: known?.acrValues ?? '',
  });
  const { id } = await site.db
    .selectFrom('identity_provider')
    .select('id')
    .where('organisation_id', '=', organisation?.id ?? site.organisationId)
    .where('issuer', '=', issuer)
    .executeTakeFirstOrThrow();
  if (offered) await client.post(urls.adminEnableProvider({ provider: id }));
  return { id, name, administrator };
}

/** Goes by hand through the provider's pages as `login`, or turns back there. Returns where it sends the browser. */
export async function passThrough(address: string, login: string | null): Promise<string> {
  const cookies = new Map<string, string>();
  let ask: { url: string; form?: Record<string, string> } = { url: address };
  for (let hops = 0; hops < 15; hops++) {
    const answer = await fetch(ask.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(ask.form && { method: 'POST', body: new URLSearchParams(ask.form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value = ''] = line.split(';')[0]!.split('=', 2) as [string, string?];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    const next = answer.headers.get('location');
    if (next) {
      const url = new URL(next, ask.url);
      if (url.origin !== new URL(address).origin) return url.pathname + url.search;
      ask = { url: url.href };
      continue;
    }
    const html = await answer.text();
    const action = /action="([^"]+)"/.exec(html)?.[1];
    if (!action)
      throw new Error(
        `The provider stopped at ${ask.url}: ${html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>|\s+/g, ' ')}`,
      );
    const form: Record<string, string> = html.includes('name="login"')
      ? { prompt: 'login', login: login ?? '', password: 'x' }
      : { prompt: 'consent' };
    ask =
      login === null ? { url: `${ask.url}/abort` } : { url: new URL(action, ask.url).href, form };
  }
  throw new Error('The provider never lets go.');
}

/** From the button to the page that follows the return. */
export async function continueWith(
  client: SiteClient,
  provider: { id: string },
  login: string | null,
  next?: string,
): Promise<SiteClient> {
  await client.get(urls.providerSignIn({ provider: provider.id }, { vers: next }));
  if (!client.leftFor) throw new Error(`Not led to the provider: ${client.status} ${client.path}`);
  return client.get(await passThrough(client.leftFor, login));
}

export interface FalseProvider {
  issuer: string;
  /** What the next id token says besides what is right, and how it is signed. */
  lie: {
    keyless?: boolean;
    claims?: Record<string, unknown>;
    forged?: boolean;
    document?: object;
    status?: number;
  };
  /** Times that its token address was asked. */
  asked: number;
  /** The address of return as this provider writes it, for a journey that begins at `address`. */
  answer(address: string, extra?: Record<string, string>): string;
  close(): Promise<void>;
}

/** A provider that does as it is told, and otherwise lies: signatures are real, what they sign may not be. */
export async function startFalseProvider(): Promise<FalseProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let nonce = '';
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const { origin, close } = await listen((request, response) => {
    const send = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return send(
          {
            issuer: origin,
            authorization_endpoint: `${origin}/auth`,
            token_endpoint: `${origin}/token`,
            jwks_uri: `${origin}/jwks`,
            response_types_supported: ['code'],
            id_token_signing_alg_values_supported: ['RS256'],
            authorization_response_iss_parameter_supported: true,
            ...made.lie.document,
          },
          made.lie.status,
        );
      case '/jwks':
        return send({
          keys: made.lie.keyless
            ? []
            : [
                {
                  ...own.publicKey.export({ format: 'jwk' }),
                  kid: 'one',
                  use: 'sig',
                  alg: 'RS256',
                },
              ],
        });
      case '/token': {
        made.asked += 1;
        const now = Math.floor(Date.now() / 1000);
        const said = {
          iss: origin,
          aud: 'palabre',
          sub: 'quelqu’un',
          iat: now,
          exp: now + 300,
          nonce,
        };
        const signed = `${encode({ alg: 'RS256', kid: 'one' })}.${encode({ ...said, ...made.lie.claims })}`;
        const key = made.lie.forged ? stranger.privateKey : own.privateKey;
        const signature = createSign('RSA-SHA256').update(signed).sign(key, 'base64url');
        return send({
          access_token: createHash('sha256').update(signed).digest('hex'),
          token_type: 'Bearer',
          id_token: `${signed}.${signature}`,
        });
      }
      default:
        return send({}, 404);
    }
  });
  const made: FalseProvider = {
    issuer: origin,
    lie: {},
    asked: 0,
    answer(address, extra = {}) {
      const asked = new URL(address).searchParams;
      nonce = asked.get('nonce') ?? '';
      const back = new URL(asked.get('redirect_uri')!);
      const said = { code: 'un-code', state: asked.get('state')!, iss: origin, ...extra };
      for (const [name, value] of Object.entries(said)) back.searchParams.set(name, value);
      return back.pathname + back.search;
    },
    close,
  };
  return made;
}
