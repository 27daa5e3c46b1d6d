/** Exact shares as a result writes them, `n/d`; never negative here. */
import type { Fraction } from '../../tally/index.ts';

export function readFraction(text: string): Fraction {
  const [n, d = '1'] = text.split('/');
  return { n: BigInt(n!), d: BigInt(d) };
}

/** Whole cents, what is left of a cent dropped. */
export function roundDown({ n, d }: Fraction): number {
  return Number(n / d);
}

/** The nearest number with so many decimals, the half upwards: for showing, never for deciding. */
export function roundTo({ n, d }: Fraction, decimals = 0): number {
  const scale = 10 ** decimals;
  return Number((2n * BigInt(scale) * n + d) / (2n * d)) / scale;
}

export function multiply({ n, d }: Fraction, times: number): Fraction {
  return { n: n * BigInt(times), d };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

export function divide(whole: number, { n, d }: Fraction): Fraction {
  return { n: BigInt(whole) * d, d: n };
}

export function divideFraction({ n, d }: Fraction, by: number): Fraction {
  return { n, d: d * BigInt(by) };
}
