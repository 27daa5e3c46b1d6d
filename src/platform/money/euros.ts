/** Amounts as people type them in euros, read digit by digit: a floating point number never holds money. */

export type MoneyRefusal = 'no-amount' | 'not-an-amount' | 'negative-amount' | 'amount-too-large';

/** Whole euros have ten digits at most: any amount fits exactly in a number of cents. */
const MOST_DIGITS = 10;

/**
 * Cents out of « 100 000 », « 100 000,00 € », « 1 234,5 », « 12.50 ». Spaces of every width may part
 * thousands; one comma or point opens the cents, of which there are two at most.
 */
export function readEuros(
  typed: string,
): { ok: true; cents: number } | { ok: false; refusal: MoneyRefusal } {
  const text = typed.replace(/(?:€|euros?|eur)\s*$/iu, '').replaceAll(/[\s\u00a0\u202f]/gu, '');
  if (text === '')
    return { ok: false, refusal: typed.trim() === '' ? 'no-amount' : 'not-an-amount' };
  if (/^[-−–]/u.test(text)) return { ok: false, refusal: 'negative-amount' };
  const match = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (!match) return { ok: false, refusal: 'not-an-amount' };
  const whole = match[1]!.replace(/^0+(?=\d)/, '');
  if (whole.length > MOST_DIGITS) return { ok: false, refusal: 'amount-too-large' };
  return { ok: true, cents: Number(whole) * 100 + Number((match[2] ?? '').padEnd(2, '0')) };
}

/** Cents as one types them in a field: « 100000 », « 12,50 ». */
export function writeEuros(cents: number): string {
  const rest = cents % 100;
  const whole = String((cents - rest) / 100);
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u202f');
  return rest === 0 ? grouped : `${grouped},${String(rest).padStart(2, '0')}`;
}
