/** Numbers as files write them, read digit by digit: a floating point number never holds money. */

export type NumberFault =
  | 'not-a-number'
  | 'negative-number'
  | 'not-whole-number'
  | 'too-many-decimals'
  | 'number-too-large';

const written = /^(\d+)(?:\.(\d+)|,(\d{1,2}))?$/;
const mostDigits = 13;

interface Digits {
  whole: string;
  /** Without its last zeros. */
  decimals: string;
}

function readDigits(text: string): Digits | NumberFault {
  const match = written.exec(text);
  if (!match) return /^-[\d.,]+$/.test(text) ? 'negative-number' : 'not-a-number';
  const whole = match[1]!.replace(/^0+(?=\d)/, '');
  const decimals = (match[2] ?? match[3] ?? '').replace(/0+$/, '');
  return whole.length > mostDigits ? 'number-too-large' : { whole, decimals };
}

/** Cents out of an amount in currency units: '1994767.23' is 199476723n. Refuses a third decimal. */
export function readCents(text: string): bigint | NumberFault {
  const digits = readDigits(text);
  if (typeof digits === 'string') return digits;
  if (digits.decimals.length > 2) return 'too-many-decimals';
  return BigInt(digits.whole + digits.decimals.padEnd(2, '0'));
}

/** A whole number; '3.0' is 3. */
export function readWhole(text: string): number | NumberFault {
  const digits = readDigits(text);
  if (typeof digits === 'string') return digits;
  return digits.decimals === '' ? Number(digits.whole) : 'not-whole-number';
}

/** Cents as an exact decimal string in currency units: '1000000', '0.50'. */
export function writeCents(cents: bigint): string {
  const size = cents < 0n ? -cents : cents;
  const rest = size % 100n;
  const decimals = rest === 0n ? '' : `.${`${rest}`.padStart(2, '0')}`;
  return `${cents < 0n ? '-' : ''}${size / 100n}${decimals}`;
}
