/** A code typed by a voter: what it proves, or why not. Whatever is found, nothing is written but counters of tries. */
import type { Db } from '../../../platform/database/database.ts';
import { countHit, waitOf } from '../../../platform/http/limits.ts';
import type { Keys } from '../../../platform/keys/keys.ts';
import type { Mark } from '../mark.ts';
import { networkOf } from '../phone/phone-code.ts';
import { findEntry } from '../register/entry.store.ts';
import { type CodeRefusal, readCode } from './code.ts';
import { hashTypist } from './codes.crypto.ts';
import { findCode } from './codes.store.ts';

const MINUTE = 60;
const HOUR = 3600;

/** Codes typed from one network: a residence for the elderly, a school; not a machine. */
const NETWORK_LIMITS = [
  { hits: 30, seconds: MINUTE },
  { hits: 200, seconds: HOUR },
];

/** Wrong codes of one browser. */
const BROWSER_LIMIT = { hits: 10, seconds: HOUR };

/**
 * Wrong codes in one edition, from everywhere: in a month of trying without end, one chance in two thousand
 * to meet one of 50,000 codes.
 */
const EDITION_LIMIT = { hits: 15_000, seconds: HOUR };

export interface Typist {
  /** The caller's network address. */
  address: string;
  /** What tells this browser from others, a secret of its cookie; null: nothing yet. */
  browser: string | null;
}

export type Redeemed =
  | {
      ok: true;
      /** The code, and the person of the register it was made for. */
      marks: Mark[];
      /** `YYYY-MM-DD`, as the register says; null: it says nothing, or the code is nobody's. */
      birthDate: string | null;
      livesHere: true;
    }
  /** `wait`: seconds, where typing it again later helps. */
  | { ok: false; refusal: CodeRefusal; wait?: number };

export async function redeemCode(
  db: Db,
  keys: Keys,
  of: { organisationId: string; editionId: string },
  typed: string,
  typist: Typist,
): Promise<Redeemed> {
  const reading = readCode(typed);
  // a typing error is told by the check character alone: it tries nothing
  if (!reading.ok) return reading;
  const rollKey = keys.rollKey();
  const network = hashTypist(rollKey, 'network', networkOf(typist.address));
  const wrong = [
    { key: `code-wrong-of:${of.editionId}`, ...EDITION_LIMIT },
    ...(typist.browser === null
      ? []
      : [
          {
            key: `code-wrong-by:${hashTypist(rollKey, 'browser', typist.browser)}`,
            ...BROWSER_LIMIT,
          },
        ]),
  ];
  const wait = await waitOf(async () => {
    for (const limit of NETWORK_LIMITS)
      await countHit(db, { key: `code-from-${limit.seconds}:${network}`, ...limit });
    // the last one allowed still counts as one
    for (const limit of wrong) await countHit(db, { ...limit, hits: limit.hits - 1, weight: 0 });
  });
  if (wait !== null) return { ok: false, refusal: 'code-too-often', wait };
  const code = await findCode(db, keys, of, reading.code);
  if (!code) {
    for (const limit of wrong) await waitOf(() => countHit(db, limit));
    return { ok: false, refusal: 'code-refused' };
  }
  const marks: Mark[] = [{ kind: 'code', value: code.id }];
  if (code.entryId === null) return { ok: true, marks, birthDate: null, livesHere: true };
  marks.push({ kind: 'entry', value: code.entryId });
  const entry = await findEntry(db, of.organisationId, of.editionId, code.entryId);
  return { ok: true, marks, birthDate: entry?.birthDate ?? null, livesHere: true };
}
