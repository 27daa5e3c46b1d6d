import { countHit, type Limit } from '../../../platform/http/limits.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { newToken } from '../../../platform/secrets/token.ts';
import { urls } from '../../../urls.ts';
import { TRIES } from '../ballot/voter-cookies.ts';
import { hashAsker } from '../box/box.crypto.ts';

const HOUR = 3600;

/** Wrong tries of one browser: somebody who looks for their papers, or a class on one tablet; nobody who guesses. */
const FROM_DEVICE = {
  register: { hits: 10, seconds: HOUR },
  class: { hits: 20, seconds: HOUR },
};
/**
 * Wrong tries of one network address, which is a school or a library, for browsers that keep no cookie (W10). Right
 * ones are not counted: a thousand voters of one address vote in an hour, and nobody guesses a thousand times.
 */
const FROM_NETWORK = [
  { hits: 30, seconds: 60 },
  { hits: 200, seconds: HOUR },
];
/** And of everybody together. */
const IN_ALL = { hits: 600, seconds: 60 };

/**
 * Counts one try at proving who one is, before it is looked at: tries made at the same instant are all counted. Too
 * many: 429, with the wait. What is given back takes the count off again, for a try that was right.
 */
export async function countTry(
  { db, config, address, cookies }: Visit,
  { poll, edition }: { poll: { id: string }; edition: { slug: string } },
  what: keyof typeof FROM_DEVICE,
): Promise<() => Promise<void>> {
  const rollKey = openKeys(config.keysFolder).rollKey();
  const device = cookies.get(TRIES) ?? newToken();
  const path = urls.vote({ edition: edition.slug });
  cookies.set(TRIES, device, { path, maxAge: HOUR });
  const key = `prove-${what}:${poll.id}`;
  const network = hashAsker(rollKey, address);
  const limits: Limit[] = [
    { key: `${key}:d:${hashAsker(rollKey, device)}`, ...FROM_DEVICE[what] },
    ...FROM_NETWORK.map((limit) => ({ key: `${key}:${limit.seconds}:${network}`, ...limit })),
    { key, ...IN_ALL },
  ];
  for (const limit of limits) await countHit(db, limit);
  return async () => {
    for (const limit of limits) await countHit(db, { ...limit, weight: -1 });
  };
}
