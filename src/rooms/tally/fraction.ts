/** An exact share of money or of anything else: `n` / `d`, `d` above zero. Not always in lowest terms. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left === right ? 0 : left < right ? -1 : 1;
}

export function reduce({ n, d }: Fraction): Fraction {
  const divisor = greatestDivisor(n < 0n ? -n : n, d);
  return { n: n / divisor, d: d / divisor };
}

export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}

/** The nearest number that floating point knows, for showing and for filters, never for deciding. */
export function approximate({ n, d }: Fraction): number {
  const shift = BigInt(Math.max(0, n.toString(2).length, d.toString(2).length) - 1000);
  return shift > 0n ? Number(n >> shift) / Number(d >> shift) : Number(n) / Number(d);
}
