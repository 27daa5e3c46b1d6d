/** OpenID Connect providers that an organisation may let its people sign in with (R105). None is needed. */

export interface ProviderSettings {
  /** As the button says it: « Continuer avec … ». */
  name: string;
  /** Its address, from which everything else about it is read. */
  issuer: string;
  clientId: string;
  /** One space apart; `openid` among them. */
  scopes: string;
  /** Names of claims; '' where the provider gives none. */
  emailClaim: string;
  /** One or more, one space apart: « given_name family_name ». */
  nameClaims: string;
  birthDateClaim: string;
  /** The level of assurance asked for (« eidas1 »), or ''. */
  acrValues: string;
}

export interface Provider extends ProviderSettings {
  id: string;
  hasSecret: boolean;
  /** Whether people are offered to sign in with it. */
  enabled: boolean;
}

export type ProviderRefusal =
  | 'name-missing'
  | 'name-too-long'
  | 'issuer-missing'
  | 'issuer-unreadable'
  | 'issuer-not-https'
  | 'issuer-too-long'
  | 'issuer-taken'
  | 'issuer-in-use'
  | 'client-missing'
  | 'client-too-long'
  | 'secret-too-long'
  | 'scopes-wrong'
  | 'openid-missing'
  | 'claim-wrong'
  | 'acr-wrong';

export type ProviderRefusals = {
  [field in keyof ProviderSettings | 'clientSecret']?: ProviderRefusal;
};

export const PROVIDER_LENGTHS = { name: 40, issuer: 500, client: 300 } as const;

/** What is known of a provider beforehand: the administrator adds the client id and its secret. */
export const PRESETS = {
  generic: {
    name: '',
    issuer: '',
    clientId: '',
    scopes: 'openid email profile',
    emailClaim: 'email',
    nameClaims: 'name',
    birthDateClaim: 'birthdate',
    acrValues: '',
  },
  'eu-login': {
    name: 'EU Login',
    issuer: 'https://ecas.ec.europa.eu/cas/oauth2',
    clientId: '',
    scopes: 'openid email profile',
    emailClaim: 'email',
    nameClaims: 'given_name family_name',
    birthDateClaim: '',
    acrValues: '',
  },
  google: {
    name: 'Google',
    issuer: 'https://accounts.google.com',
    clientId: '',
    scopes: 'openid email profile',
    emailClaim: 'email',
    nameClaims: 'given_name family_name',
    birthDateClaim: '',
    acrValues: '',
  },
  franceconnect: {
    name: 'FranceConnect',
    issuer: 'https://oidc.franceconnect.gouv.fr/api/v2',
    clientId: '',
    scopes: 'openid given_name family_name birthdate email',
    emailClaim: 'email',
    nameClaims: 'given_name family_name',
    birthDateClaim: 'birthdate',
    acrValues: 'eidas1',
  },
  proconnect: {
    name: 'ProConnect',
    issuer: 'https://auth.agentconnect.gouv.fr/api/v2',
    clientId: '',
    scopes: 'openid given_name usual_name email',
    emailClaim: 'email',
    nameClaims: 'given_name usual_name',
    birthDateClaim: '',
    acrValues: 'eidas1',
  },
} as const satisfies Record<string, ProviderSettings>;

export type Preset = keyof typeof PRESETS;

export function isPreset(name: string): name is Preset {
  return Object.hasOwn(PRESETS, name);
}

/** `allowHttp`: tests and development, where a provider may stand on this machine. */
export function readProvider(
  typed: ProviderSettings & { clientSecret: string },
  allowHttp: boolean,
): { ok: true; settings: ProviderSettings } | { ok: false; refusals: ProviderRefusals } {
  const issuer = readIssuer(typed.issuer, allowHttp);
  const settings: ProviderSettings = {
    name: typed.name,
    issuer: 'issuer' in issuer ? issuer.issuer : typed.issuer,
    clientId: typed.clientId,
    scopes: spaced(typed.scopes),
    emailClaim: typed.emailClaim,
    nameClaims: spaced(typed.nameClaims),
    birthDateClaim: typed.birthDateClaim,
    acrValues: spaced(typed.acrValues),
  };
  const found: Record<string, ProviderRefusal | null> = {
    name: checkText(typed.name, PROVIDER_LENGTHS.name, 'name-missing', 'name-too-long'),
    issuer: 'refusal' in issuer ? issuer.refusal : null,
    clientId: checkText(
      typed.clientId,
      PROVIDER_LENGTHS.client,
      'client-missing',
      'client-too-long',
    ),
    clientSecret: typed.clientSecret.length > PROVIDER_LENGTHS.client ? 'secret-too-long' : null,
    scopes: checkScopes(settings.scopes),
    emailClaim: isClaim(typed.emailClaim) || typed.emailClaim === '' ? null : 'claim-wrong',
    nameClaims:
      settings.nameClaims === '' || settings.nameClaims.split(' ').every(isClaim)
        ? null
        : 'claim-wrong',
    birthDateClaim:
      isClaim(typed.birthDateClaim) || typed.birthDateClaim === '' ? null : 'claim-wrong',
    acrValues: settings.acrValues.length > 200 || !isPlain(settings.acrValues) ? 'acr-wrong' : null,
  };
  const refusals = Object.fromEntries(
    Object.entries(found).filter(([, refusal]) => refusal !== null),
  ) as ProviderRefusals;
  return Object.keys(refusals).length > 0 ? { ok: false, refusals } : { ok: true, settings };
}

/** Pasted with the name of the document that it leads to, or with a last slash: the same address. */
function readIssuer(
  text: string,
  allowHttp: boolean,
): { issuer: string } | { refusal: ProviderRefusal } {
  if (text === '') return { refusal: 'issuer-missing' };
  if (text.length > PROVIDER_LENGTHS.issuer) return { refusal: 'issuer-too-long' };
  const bare = text.replace(/\/\.well-known\/openid-configuration$/, '');
  if (/\s|\/\.well-known\//.test(bare) || !URL.canParse(bare))
    return { refusal: 'issuer-unreadable' };
  const url = new URL(bare);
  if (url.username || url.password || url.search || url.hash || !url.hostname)
    return { refusal: 'issuer-unreadable' };
  if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:'))
    return { refusal: 'issuer-not-https' };
  return { issuer: url.pathname === '/' ? url.origin : url.href };
}

function checkText(
  text: string,
  most: number,
  missing: ProviderRefusal,
  long: ProviderRefusal,
): ProviderRefusal | null {
  if (text === '') return missing;
  return text.length > most || text.includes('\n') ? long : null;
}

function checkScopes(scopes: string): ProviderRefusal | null {
  if (scopes.length > 300 || !isPlain(scopes)) return 'scopes-wrong';
  return scopes.split(' ').includes('openid') ? null : 'openid-missing';
}

const spaced = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
const isClaim = (name: string): boolean => /^[A-Za-z0-9_.:/-]{1,100}$/.test(name);
