import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInParis, readDay, readTime, toInstant, toLocalTime } from './paris.ts';

describe('W17 the clock of Paris', () => {
  it('knows winter and summer time', () => {
    expect(toInstant({ day: '2026-01-15', time: '18:00' })?.toISOString()).toBe(
      '2026-01-15T17:00:00.000Z',
    );
    expect(toInstant({ day: '2026-07-15', time: '18:00' })?.toISOString()).toBe(
      '2026-07-15T16:00:00.000Z',
    );
  });

  it('refuses the hour that the night of spring skips', () => {
    expect(toInstant({ day: '2026-03-29', time: '01:59' })).not.toBeNull();
    expect(toInstant({ day: '2026-03-29', time: '02:30' })).toBeNull();
    expect(toInstant({ day: '2026-03-29', time: '03:00' })?.toISOString()).toBe(
      '2026-03-29T01:00:00.000Z',
    );
  });

  it('takes the first of the two hours of the night of autumn', () => {
    expect(toInstant({ day: '2026-10-25', time: '02:30' })?.toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(toLocalTime(new Date('2026-10-25T01:30:00Z'))).toEqual({
      day: '2026-10-25',
      time: '02:30',
    });
  });

  it('midnight belongs to the day that begins', () => {
    expect(toLocalTime(new Date('2026-06-30T22:00:00Z'))).toEqual({
      day: '2026-07-01',
      time: '00:00',
    });
    expect(dayInParis(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  });

  it('an instant comes back from what the clock shows, save in the second hour of autumn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2099, 0, 1) / 60_000 }),
        (minutes) => {
          const at = new Date(minutes * 60_000);
          const back = toInstant(toLocalTime(at))!;
          expect([0, 3_600_000]).toContain(at.getTime() - back.getTime());
        },
      ),
    );
  });
});

describe('W8 what people type for a day and a time', () => {
  it.each([
    ['31', '2', '2026'],
    ['0', '1', '2026'],
    ['29', '2', '2027'],
    ['1', '13', '2026'],
    ['', '', ''],
    ['1e3', '1', '2026'],
    ['-1', '1', '2026'],
    ['1', '1', '99999'],
    ['1', '1', '26'],
    ['١', '1', '2026'],
  ])('no such day: %s %s %s', (day, month, year) => {
    expect(readDay({ day, month, year })).toBeNull();
  });

  it('reads days with and without leading zeros', () => {
    expect(readDay({ day: '1', month: '2', year: '2026' })).toBe('2026-02-01');
    expect(readDay({ day: '29', month: '02', year: '2028' })).toBe('2028-02-29');
  });

  it('reads times as the French write them', () => {
    expect(['18:00', '18h', '18 h 05', '9', '09.30', '18H30'].map(readTime)).toEqual([
      '18:00',
      '18:00',
      '18:05',
      '09:00',
      '09:30',
      '18:30',
    ]);
    expect(['', '24:00', '12:60', '1e1', 'midi', '-1:00', '18:0'].map(readTime)).toEqual(
      Array(7).fill(null),
    );
  });
});
