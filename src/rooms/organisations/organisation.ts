/** The tenant, as its founder describes it. */
import type { DataLicence } from './data-licence.ts';

export type OrganisationKind = 'town' | 'movement' | 'association';

export const ORGANISATION_KINDS: readonly OrganisationKind[] = ['town', 'movement', 'association'];

export type OrganisationRefusal =
  | 'organisation-name-missing'
  | 'organisation-name-too-long'
  | 'host-unreadable'
  | 'host-taken'
  | 'kind-missing'
  | 'colour-unreadable'
  | 'colour-pale';

const ORGANISATION_NAME_LENGTH = 80;

export function checkOrganisationName(name: string): OrganisationRefusal | null {
  if (!/\p{L}/u.test(name)) return 'organisation-name-missing';
  const readable = name.length <= ORGANISATION_NAME_LENGTH && !name.includes('\n');
  return readable ? null : 'organisation-name-too-long';
}

/** A host name without port, in ASCII, from what people paste: `https://Participer.Évry.fr/` too. */
export function readHost(text: string): string | null {
  const bare = text.trim().slice(0, 300);
  const url = /^https?:\/\//i.test(bare) ? bare : `http://${bare}`;
  if (bare === '' || /[\s@?#%\\]/.test(bare) || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  if (hostname === '127.0.0.1' || hostname === '[::1]') return 'localhost';
  const labels = hostname.split('.');
  const isLabel = (label: string) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label);
  return hostname.length <= 253 && labels.every(isLabel) ? hostname : null;
}

/** `Évry-Courcouronnes` → `evry-courcouronnes`: what names an organisation on the command line. */
export function makeSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, '');
  return slug || 'organisation';
}

/** What an administrator may change; the host name is the installation's affair. */
export interface OrganisationSettings {
  name: string;
  tagline: string;
  contactEmail: string;
  /** `#RRGGBB` */
  colour: string;
  defaultLocale: 'fr' | 'en';
  dataLicence: DataLicence;
}

const TAGLINE_LENGTH = 140;

export function checkTagline(tagline: string): 'tagline-too-long' | null {
  return tagline.length <= TAGLINE_LENGTH && !tagline.includes('\n') ? null : 'tagline-too-long';
}

/** A logo that nobody could read in the header is refused: pixels, and how many times wider than high at most. */
export function checkLogo(size: {
  width: number;
  height: number;
}): 'logo-too-small' | 'logo-too-long' | null {
  if (size.height < 48) return 'logo-too-small';
  return size.width / size.height > 6 || size.height / size.width > 2 ? 'logo-too-long' : null;
}
