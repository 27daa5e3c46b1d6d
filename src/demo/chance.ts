/** Chance that falls the same way each time: what is drawn from one seed is always the same. */
export interface Chance {
  /** From 0, below 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
  /** `count` different items, each the likelier the heavier. */
  draw<T>(items: readonly T[], count: number, weightOf: (item: T) => number): T[];
  /**
   * The beginning of a minute between two instants, when people are awake: what is done some milliseconds later on a
   * busy machine is still done in that minute. `from` is the beginning of one.
   */
  moment(from: Date, to: Date): Date;
}

const MINUTE = 60_000;

export function openChance(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32: small, and good enough for a story
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    pick: (items) => items[between(0, items.length - 1)]!,
    shuffle(items) {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = between(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
      }
      return shuffled;
    },
    draw(items, count, weightOf) {
      const left = [...items];
      return Array.from({ length: Math.min(count, items.length) }, () => {
        let point = next() * left.reduce((sum, item) => sum + weightOf(item), 0);
        const found = left.findIndex((item) => {
          point -= weightOf(item);
          return point < 0;
        });
        return left.splice(found, 1)[0]!;
      });
    },
    moment(from, to) {
      const length = to.getTime() - from.getTime();
      for (let tries = 0; ; tries += 1) {
        const drawn = from.getTime() + Math.floor(next() * length);
        const at = new Date(drawn - (drawn % MINUTE));
        const hour = at.getUTCHours();
        if ((hour >= 6 && hour <= 20) || tries > 50) return at;
      }
    },
  };
}
