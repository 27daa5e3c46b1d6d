import { describe, expect, it } from 'vitest';
import { toLocalTime } from '../../platform/clock/paris.ts';
import { daysAround, letterDue, mondayOf } from './week.ts';

describe('the letter of a Monday', () => {
  it.each([
    // 2026-03-30 is the Monday after clocks went forward: 7 h in Paris is 5 h UTC
    ['2026-03-30T04:59:59Z', null],
    ['2026-03-30T05:00:00Z', '2026-03-30'],
    ['2026-03-31T21:59:59Z', '2026-03-30'],
    ['2026-03-31T22:00:00Z', null],
    ['2026-11-16T05:59:59Z', null],
    ['2026-11-16T06:00:00Z', '2026-11-16'],
    ['2026-11-15T12:00:00Z', null],
    ['2027-01-04T06:00:00Z', '2027-01-04'],
  ])('is due at %s: %s', (at, monday) => {
    expect(letterDue(toLocalTime(new Date(at)))).toBe(monday);
  });

  it('looks back on seven days and ahead to fourteen, across a new year', () => {
    expect(mondayOf('2027-01-03')).toBe('2026-12-28');
    expect(mondayOf('2026-12-28')).toBe('2026-12-28');
    expect(daysAround('2026-12-28')).toEqual({
      since: '2026-12-21',
      today: '2026-12-28',
      lastDay: '2027-01-11',
    });
  });
});
