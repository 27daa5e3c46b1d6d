import { AsyncLocalStorage } from 'node:async_hooks';
import { baseLocale, type Locale, locales, overwriteGetLocale } from '../../paraglide/runtime.js';

/** The language of the request in hand: set once at the door, read by every message function. */
const current = new AsyncLocalStorage<Locale>();

overwriteGetLocale(() => current.getStore() ?? baseLocale);

export type { Locale };

export function withLocale<T>(locale: Locale, run: () => T): T {
  return current.run(locale, run);
}

export function isLocale(value: string | undefined): value is Locale {
  return value !== undefined && (locales as readonly string[]).includes(value);
}
