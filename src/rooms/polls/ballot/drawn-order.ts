/** The order in which the options of a ballot are shown: drawn at random for each voter, and kept. */

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
