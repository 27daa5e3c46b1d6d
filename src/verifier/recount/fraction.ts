/** Exact fractions: `n` / `d`, `d` above zero. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left === right ? 0 : left < right ? -1 : 1;
}

export function divisor(a: bigint, b: bigint): bigint {
  let [one, other] = [a < 0n ? -a : a, b];
  while (other !== 0n) [one, other] = [other, one % other];
  return one === 0n ? 1n : one;
}

/** In lowest terms. */
export function reduce({ n, d }: Fraction): Fraction {
  const common = divisor(n, d);
  return { n: n / common, d: d / common };
}

/** As results write it: `n/d`, in lowest terms. */
export function writeFraction(fraction: Fraction): string {
  const { n, d } = reduce(fraction);
  return `${n}/${d}`;
}

/** null for what is no fraction, or one that no count would ever need. */
export function readFraction(value: unknown): Fraction | null {
  const match = typeof value === 'string' && value.length < 20_000 && /^(\d+)\/(\d+)$/.exec(value);
  if (!match || BigInt(match[2]!) === 0n) return null;
  return { n: BigInt(match[1]!), d: BigInt(match[2]!) };
}
