/**
 * The basket of a voter: what they have chosen and not cast yet. It lives in their browser only (a
 * cookie); nothing here is ever stored by us.
 */

/** Keys as the cookie holds them: `3.17.22`. Whatever else it holds is dropped. */
export function readBasket(cookie: string | undefined, known: readonly string[]): string[] {
  const keys = (cookie ?? '').split('.').slice(0, known.length);
  return [...new Set(keys)].filter((key) => known.includes(key));
}

export function writeBasket(keys: readonly string[]): string {
  return keys.join('.');
}

export type BasketRefusal = 'basket-full' | 'unknown-option';

export type BasketChange = { ok: true; keys: string[] } | { ok: false; refusal: BasketRefusal };

/** One more choice; the fourth is refused where three are allowed (R76). Adding twice changes nothing. */
export function addToBasket(
  keys: readonly string[],
  added: string,
  known: readonly string[],
  most: number,
): BasketChange {
  if (!known.includes(added)) return { ok: false, refusal: 'unknown-option' };
  if (keys.includes(added)) return { ok: true, keys: [...keys] };
  if (keys.length >= most) return { ok: false, refusal: 'basket-full' };
  return { ok: true, keys: [...keys, added] };
}

export function removeFromBasket(keys: readonly string[], removed: string): string[] {
  return keys.filter((key) => key !== removed);
}

/** A seed that a cookie may hold: 1 to 4294967295; null otherwise. */
export function readSeed(cookie: string | undefined): number | null {
  if (!/^\d{1,10}$/.test(cookie ?? '')) return null;
  const seed = Number(cookie);
  return seed >= 1 && seed <= 0xffffffff ? seed : null;
}

/** The same seed always gives the same order, and every order is as likely: no project stands first for all. */
export function shuffle<T>(things: readonly T[], seed: number): T[] {
  const shuffled = [...things];
  const draw = drawFrom(seed);
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const drawn = Math.floor(draw() * (last + 1));
    [shuffled[last], shuffled[drawn]] = [shuffled[drawn]!, shuffled[last]!];
  }
  return shuffled;
}

/** Mulberry32: small, and even enough to order a list. Nothing secret hangs on it. */
function drawFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}
