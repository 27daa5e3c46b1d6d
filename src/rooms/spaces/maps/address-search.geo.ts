import type { Config } from '../../../platform/config.ts';
import type { Db } from '../../../platform/database/database.ts';
import { countHit, waitOf } from '../../../platform/http/limits.ts';
import { fetchOutside, OutboundFailure } from '../../../platform/http/outbound.ts';
import { hashSecret } from '../../../platform/secrets/token.ts';
import {
  type AddressChoice,
  LONGEST_SEARCH,
  readAddresses,
  searchAddressOf,
} from './address-search.ts';
import { findMapSettings } from './map-settings.store.ts';

export type AddressSearch =
  | { ok: true; choices: AddressChoice[] }
  /** `off`: nobody is asked; `no-answer`: whoever is asked says nothing that can be read, or too late. */
  | { ok: false; failure: 'off' | 'too-often' | 'no-answer' };

/** Milliseconds: somebody waits for the page. */
const PATIENCE = 4000;
const LARGEST_ANSWER = 256 * 1024;
/** Searches of one visitor. */
const SEARCHES = { hits: 40, seconds: 600 };

/**
 * Where an address lies, asked by this server: the provider never meets who asks, only the words and the middle of
 * the commune (`near`).
 */
export async function searchAddress(
  { db, config }: { db: Db; config: Config },
  organisationId: string,
  who: string,
  asked: { words: string; near: { longitude: number; latitude: number } | null },
): Promise<AddressSearch> {
  const { addressProvider } = await findMapSettings(db, organisationId);
  if (addressProvider === '') return { ok: false, failure: 'off' };
  const key = `address:${hashSecret(organisationId, who)}`;
  const wait = await waitOf(() => countHit(db, { key, ...SEARCHES }));
  if (wait !== null) return { ok: false, failure: 'too-often' };
  const words = [...asked.words].slice(0, LONGEST_SEARCH).join('');
  try {
    const answer = await fetchOutside(
      searchAddressOf(addressProvider, words, asked.near),
      { headers: { accept: 'application/json' } },
      { allowLocalPeers: config.allowLocalPeers, timeout: PATIENCE, limit: LARGEST_ANSWER },
    );
    if (answer.status !== 200) return { ok: false, failure: 'no-answer' };
    const choices = readAddresses(await answer.json());
    return choices ? { ok: true, choices } : { ok: false, failure: 'no-answer' };
  } catch (error) {
    if (error instanceof OutboundFailure || error instanceof SyntaxError)
      return { ok: false, failure: 'no-answer' };
    throw error;
  }
}
