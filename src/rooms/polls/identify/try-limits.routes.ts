import { countHit } from '../../../platform/http/limits.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { hashAsker } from '../box/box.crypto.ts';

/** One network address is a school or a library: wide, but not for a machine that tries names (W10). */
const FROM_ONE = { hits: 20, seconds: 60 };
const IN_ALL = { hits: 600, seconds: 60 };

/** Counts one try at proving who one is. Too many: 429, with the wait. */
export async function countTry(
  { db, config, address }: Visit,
  pollId: string,
  what: 'register' | 'class',
): Promise<void> {
  const asker = hashAsker(openKeys(config.keysFolder).rollKey(), address);
  await countHit(db, { key: `prove-${what}:${pollId}:${asker}`, ...FROM_ONE });
  await countHit(db, { key: `prove-${what}:${pollId}`, ...IN_ALL });
}
