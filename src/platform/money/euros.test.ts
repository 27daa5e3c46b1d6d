import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEuros, writeEuros } from './euros.ts';

const cents = (typed: string) => {
  const read = readEuros(typed);
  return read.ok ? read.cents : read.refusal;
};

describe('R67 amounts as people type them', () => {
  it('takes spaces, comma, point and the sign of the euro', () => {
    for (const typed of [
      '100000',
      '100 000',
      '100\u202f000',
      '100\u00a0000,00 €',
      '100 000,0€',
      ' 100000.00 euros ',
    ])
      expect(cents(typed), typed).toBe(100_000_00);
    expect(cents('12,5')).toBe(12_50);
    expect(cents('0,01')).toBe(1);
    expect(cents('0')).toBe(0);
  });

  it('W8 W14 refuses what is no amount', () => {
    expect(cents('')).toBe('no-amount');
    for (const typed of [
      '€',
      '1e309',
      'NaN',
      'Infinity',
      '0x10',
      '1,234',
      '12,345',
      '1.2.3',
      '=1+1',
      '٣',
    ])
      expect(cents(typed), typed).toBe('not-an-amount');
    for (const typed of ['-1', '−100', '-0']) expect(cents(typed), typed).toBe('negative-amount');
    for (const typed of ['9'.repeat(11), '9'.repeat(400)])
      expect(cents(typed), typed.slice(0, 12)).toBe('amount-too-large');
  });

  it('what is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (amount) => {
        expect(cents(writeEuros(amount))).toBe(amount);
      }),
    );
    expect(writeEuros(100_000_00)).toBe('100\u202f000');
    expect(writeEuros(12_50)).toBe('12,50');
  });

  it('W9 a megabyte of digits is read in no time', () => {
    const begun = performance.now();
    cents('1 '.repeat(500_000));
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
