/**
 * What a vote keeps in the voter's browser, and nowhere else. Each edition has its own, under its own
 * path, so that two votes open at once never mix.
 */

/** The choices, `07.12`; a page's script may write it too. */
export const BASKET = 'panier';
/** Seed of the order in which the projects are shown. */
export const ORDER = 'ordre';
/** The idempotency key of the last form: finds the receipt again, for the same voter only. */
export const FORM_KEY = 'depot';

/** Finds what this browser has proven for this vote (electorate); worth nothing once the vote is over. */
export const PASS = 'laissez-passer';

/** The code of the class that votes on this device, so that the next pupil need not type it. */
export const CLASS = 'classe';

/** How many votes this browser has brought to this poll, sealed: the house keeps no list of browsers (decision 015). */
export const DEVICE = 'appareil';

/** Of a browser that tried to prove who it is, for an hour: limits its wrong tries, and nothing else. */
export const TRIES = 'essais';

/** Seconds: a vote rarely lasts longer. */
export const BASKET_AGE = 45 * 24 * 3600;

/** How many choices wait in this browser, uncast, for pages that only say so. */
export function countBasket(cookies: { get(name: string): string | undefined }): number {
  return new Set((cookies.get(BASKET) ?? '').split('.').filter((key) => key !== '')).size;
}
