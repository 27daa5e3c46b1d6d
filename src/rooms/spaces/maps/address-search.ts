/** What a provider of addresses answers, by the protocol of the Base Adresse Nationale: untrusted like any upload. */

export interface AddressChoice {
  label: string;
  longitude: number;
  latitude: number;
}

const MOST_CHOICES = 6;
export const LONGEST_SEARCH = 200;
const LONGEST_LABEL = 200;
const HIGHEST_LATITUDE = 85;

/** The address that is asked. One that already names its search is taken as it is. */
export function searchAddressOf(
  provider: string,
  words: string,
  near: { longitude: number; latitude: number } | null,
): string {
  const url = new URL(provider);
  if (!/\/search\/?$/.test(url.pathname)) url.pathname = url.pathname.replace(/\/*$/, '/search/');
  url.searchParams.set('q', words);
  url.searchParams.set('limit', String(MOST_CHOICES));
  if (near) {
    url.searchParams.set('lat', near.latitude.toFixed(4));
    url.searchParams.set('lon', near.longitude.toFixed(4));
  }
  return url.href;
}

/** The choices of an answer; null: it is no answer of this protocol. What makes no sense in it is left out. */
export function readAddresses(answer: unknown): AddressChoice[] | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { type, features } = answer as { type?: unknown; features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return null;
  const choices: AddressChoice[] = [];
  for (const feature of features.slice(0, 5 * MOST_CHOICES)) {
    const choice = readChoice(feature);
    if (choice && !choices.some(({ label }) => label === choice.label)) choices.push(choice);
    if (choices.length === MOST_CHOICES) break;
  }
  return choices;
}

function readChoice(feature: unknown): AddressChoice | null {
  const { geometry, properties } = (feature ?? {}) as {
    geometry?: { type?: unknown; coordinates?: unknown } | null;
    properties?: { label?: unknown } | null;
  };
  if (geometry?.type !== 'Point' || !Array.isArray(geometry.coordinates)) return null;
  const [longitude, latitude] = geometry.coordinates as unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null;
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= HIGHEST_LATITUDE)) return null;
  if (typeof properties?.label !== 'string') return null;
  const label = [
    ...properties.label
      .slice(0, 4 * LONGEST_LABEL)
      .normalize('NFC')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim(),
  ]
    .slice(0, LONGEST_LABEL)
    .join('');
  return label === '' ? null : { label, longitude, latitude };
}
