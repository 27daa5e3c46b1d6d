import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALLEST_SHOWN, suppressClosely } from '../polls/index.ts';
import { countAges, perHead, shareBeside } from './figures.ts';

describe('R88 figures of people', () => {
  it('V15 no small number is told, and what is hidden together is not small either', () => {
    expect(suppressClosely([3, 4, 500, 40])).toEqual([null, null, 500, null]);
    expect(suppressClosely([1, 1])).toEqual([null, null]);
    expect(suppressClosely([0, 12, 0])).toEqual([0, 12, 0]);
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 9 }), (counts) => {
        const shown = suppressClosely(counts);
        const hidden = counts.filter((_, at) => shown[at] === null);
        expect(shown.filter((count) => count && count < SMALLEST_SHOWN)).toEqual([]);
        const left = shown.filter((count) => count !== null && count > 0);
        // unless nothing is left to hide them behind
        if (hidden.length > 0 && left.length > 0) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(
            SMALLEST_SHOWN,
          );
        }
      }),
    );
  });

  it('R88 people are counted by band on the day, those of unknown age apart', () => {
    const counts = countAges([
      { age: 17, people: 11 },
      { age: 18, people: 6 },
      { age: 25, people: 6 },
      { age: 90, people: 30 },
      { age: null, people: 20 },
    ]);
    expect(countAges([{ age: 30, people: 9 }])).toEqual([]);
    expect(Object.fromEntries(counts.map(({ key, count }) => [key, count]))).toEqual({
      '0-17': 11,
      '18-25': 12,
      '26-39': 0,
      '40-59': 0,
      '60-74': 0,
      '75': 30,
      '': 20,
    });
  });

  it('R88 shares stand beside those of the population; a hidden one stays hidden', () => {
    const pairs = shareBeside(
      [
        { key: '18-25', count: null },
        { key: '40-59', count: 40 },
        { key: '75', count: 20 },
        { key: '', count: 20 },
      ],
      100,
      { '18-25': 12, '40-59': 88 },
    );
    expect(pairs).toEqual([
      { key: '18-25', participants: null, population: 0.12 },
      { key: '40-59', participants: 0.5, population: 0.88 },
    ]);
    expect(shareBeside([], 0, { '18-25': 12 })).toEqual([]);
  });

  it('R88 an amount for each head needs both', () => {
    expect(perHead(100_000_00, 21_000)).toBe(476);
    expect(perHead(null, 3)).toBeNull();
    expect(perHead(5, 0)).toBeNull();
  });
});
