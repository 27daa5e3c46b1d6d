/** Chance that falls the same way each time and on every machine: whole numbers, from one seed. */
export interface Chance {
  /** From 0, below `limit`. */
  below(limit: number): number;
  /** `count` different positions of `weights`, in the order drawn: each the likelier the heavier. */
  draw(weights: readonly number[], count: number): number[];
}

export const HIGHEST_SEED = 2 ** 32 - 1;

export function openChance(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32: small, and good enough for people who do not exist
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  // a division by a power of two is exact: no machine rounds it otherwise
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    draw(weights, count) {
      const left = [...weights];
      let total = left.reduce((sum, weight) => sum + weight, 0);
      const drawn: number[] = [];
      while (drawn.length < count && total > 0) {
        let point = below(total);
        const position = left.findIndex((weight) => {
          point -= weight;
          return point < 0;
        });
        total -= left[position]!;
        left[position] = 0;
        drawn.push(position);
      }
      return drawn;
    },
  };
}
