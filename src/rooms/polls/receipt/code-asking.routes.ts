import { countHit } from '../../../platform/http/limits.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { hashAsker } from '../box/box.crypto.ts';

const A_DAY = 86_400;

/**
 * Counts one question about a code: 200 a day from one network address, over both pages that answer. The
 * address is kept in a form that nobody else can find again, and no finer than the day.
 */
export async function countAsking(visit: Visit): Promise<void> {
  const asker = hashAsker(openKeys(visit.config.keysFolder).rollKey(), visit.address);
  await countHit(visit.db, { key: `proof:${asker}`, hits: 200, seconds: A_DAY });
}
