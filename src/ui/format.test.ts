import { describe, expect, test } from 'vitest';
import { withLocale } from '../platform/locale/locale.ts';
import {
  formatDate,
  formatDateTime,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  formatTime,
} from './format.ts';

const close = new Date('2026-11-22T17:00:00Z');

describe('R187 dates, in the time of Paris', () => {
  test.each([
    ['fr', 'dimanche 22\u00a0novembre 2026 à 18\u00a0h'],
    ['en', 'Sunday 22\u00a0November 2026 at 6\u00a0pm'],
  ] as const)('%s: a moment', (locale, words) => {
    expect(withLocale(locale, () => formatDateTime(close))).toBe(words);
  });

  test('shorter shapes', () => {
    withLocale('fr', () => {
      expect(formatDate(close)).toBe('dimanche 22\u00a0novembre 2026');
      expect(formatDate(close, 'day')).toBe('22\u00a0novembre 2026');
      expect(formatDate(close, 'short')).toBe('22\u00a0novembre');
      expect(formatDate(close, 'month')).toBe('novembre 2026');
    });
    withLocale('en', () => {
      expect(formatDate(close, 'day')).toBe('22\u00a0November 2026');
      expect(formatDate(close, 'month')).toBe('November 2026');
    });
  });

  test('the first of a month is "1er" in French', () => {
    const first = new Date('2026-03-01T10:00:00Z');
    expect(withLocale('fr', () => formatDate(first))).toBe('dimanche 1er\u00a0mars 2026');
    expect(withLocale('en', () => formatDate(first))).toBe('Sunday 1\u00a0March 2026');
  });

  test('midnight in Paris belongs to the new day, in summer and in winter', () => {
    expect(formatDateTime(new Date('2026-06-30T22:00:00Z'), 'day')).toBe(
      '1er\u00a0juillet 2026 à 0\u00a0h',
    );
    expect(formatDateTime(new Date('2026-12-31T23:00:00Z'), 'day')).toBe(
      '1er\u00a0janvier 2027 à 0\u00a0h',
    );
  });

  test('times of day', () => {
    const at = (clock: string) => new Date(`2026-11-22T${clock}:00+01:00`);
    expect(formatTime(at('09:05'))).toBe('9\u00a0h\u00a005');
    withLocale('en', () => {
      expect(formatTime(at('00:00'))).toBe('12\u00a0am');
      expect(formatTime(at('12:30'))).toBe('12.30\u00a0pm');
      expect(formatTime(at('23:59'))).toBe('11.59\u00a0pm');
    });
  });
});

describe('money and figures', () => {
  test('cents appear only when there are some', () => {
    expect(formatMoney(4_500_000)).toBe('45\u00a0000\u00a0€');
    expect(formatMoney(1250)).toBe('12,50\u00a0€');
    expect(formatMoney(1)).toBe('0,01\u00a0€');
    expect(formatMoney(0)).toBe('0\u00a0€');
    expect(formatMoney(-500)).toBe('-5\u00a0€');
  });

  test('English money and numbers', () => {
    withLocale('en', () => {
      expect(formatMoney(4_500_000)).toBe('€45,000');
      expect(formatMoney(1250)).toBe('€12.50');
      expect(formatNumber(1494)).toBe('1,494');
      expect(formatPercent(0.325)).toBe('32.5%');
      expect(formatList(['water', 'air', 'earth'])).toBe('water, air and earth');
    });
  });

  test('French numbers part thousands by a no-break space', () => {
    expect(formatNumber(1494)).toBe('1\u00a0494');
    expect(formatPercent(0.325)).toBe('32,5\u00a0%');
    expect(formatPercent(1)).toBe('100\u00a0%');
    expect(formatList(['eau', 'air', 'terre'])).toBe('eau, air et terre');
  });
});
