import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPoint, checkSlots, readPlace, type Span, standingAt } from './point.ts';
import type { TypedSlot } from './point-form.page.tsx';
import { readPoint, typePoint } from './point-form.routes.ts';

const span = (from: string, to: string): Span => ({
  opensAt: new Date(from),
  closesAt: new Date(to),
});
const vote = span('2026-10-01T00:00Z', '2026-10-31T00:00Z');

describe('R53 the slots of a point', () => {
  it('R53 close after they open, within the vote, and do not overlap', () => {
    const morning = span('2026-10-04T07:00Z', '2026-10-04T11:00Z');
    const slots = [
      morning,
      // opens as the other closes
      span('2026-10-04T11:00Z', '2026-10-04T12:00Z'),
      span('2026-10-04T10:59Z', '2026-10-04T11:30Z'),
      span('2026-10-05T09:00Z', '2026-10-05T09:00Z'),
      span('2026-09-30T23:59Z', '2026-10-01T02:00Z'),
      span('2026-10-30T22:00Z', '2026-10-31T00:00Z'),
    ];
    expect([...checkSlots(slots, vote)]).toEqual([
      [2, 'overlaps'],
      [3, 'ends-before-it-opens'],
      [4, 'outside-the-vote'],
    ]);
    expect(checkSlots([span('2030-01-01T09:00Z', '2030-01-01T10:00Z')], null).size).toBe(0);
  });

  it('R53 of slots that are let through, no instant is in two', () => {
    const hours = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 5 }), (typed) => {
        const slots = typed.map(([from, to]) => ({
          opensAt: new Date(from * 3_600_000),
          closesAt: new Date(to * 3_600_000),
        }));
        if (checkSlots(slots, null).size > 0) return;
        for (let hour = 0; hour < 40; hour++) {
          const at = new Date(hour * 3_600_000 + 1);
          const open = slots.filter((slot) => slot.opensAt <= at && at < slot.closesAt);
          expect(open.length).toBeLessThan(2);
        }
      }),
    );
  });

  it('R53 say whether the point is open, until when, and when it opens next', () => {
    const slots = [
      span('2026-10-04T07:00Z', '2026-10-04T11:00Z'),
      span('2026-10-04T11:00Z', '2026-10-04T12:00Z'),
      span('2026-10-05T07:00Z', '2026-10-05T11:00Z'),
    ];
    const at = (now: string) => standingAt(slots, new Date(now));
    expect(at('2026-10-04T06:59Z')).toEqual({ kind: 'later', from: slots[0]!.opensAt });
    expect(at('2026-10-04T07:00Z')).toEqual({ kind: 'open', until: slots[1]!.closesAt });
    expect(at('2026-10-04T12:00Z')).toEqual({ kind: 'later', from: slots[2]!.opensAt });
    expect(at('2026-10-05T11:00Z')).toEqual({ kind: 'over' });
    expect(standingAt([], new Date())).toEqual({ kind: 'unknown' });
  });
});

describe('R53 W17 a slot as it is typed', () => {
  const slot = (typed: Partial<TypedSlot>): TypedSlot => ({
    ...{ id: '', day: '25', month: '10', year: '2026', from: '9:00', to: '18h' },
    ...typed,
  });
  const read = (...slots: TypedSlot[]) =>
    readPoint(
      { ...typePoint(null), name: 'Mairie', address: '1 place de la Mairie', slots },
      null,
      [],
    );

  it('R53 W17 is what the clock of Paris shows, on the night when clocks go back too', () => {
    const night = read(slot({ from: '1:00', to: '4:00' }));
    expect(night.ok && night.point.slots[0]).toMatchObject({
      opensAt: new Date('2026-10-24T23:00Z'),
      closesAt: new Date('2026-10-25T03:00Z'),
    });
    const day = read(slot({}));
    expect(day.ok && day.point.slots[0]!.closesAt).toEqual(new Date('2026-10-25T17:00Z'));
  });

  it('R53 W17 refuses an hour that the night of spring skips, beside its field', () => {
    const spring = { day: '29', month: '3', year: '2026' };
    expect(read(slot({ ...spring, from: '2:30', to: '4:00' }))).toMatchObject({
      problems: { 'slot-1-from': expect.stringContaining('existe ce jour-là') },
    });
    const skipped = read(slot({ ...spring, from: '1:00', to: '4:00' }));
    expect(skipped.ok && skipped.point.slots[0]).toMatchObject({
      opensAt: new Date('2026-03-29T00:00Z'),
      closesAt: new Date('2026-03-29T02:00Z'),
    });
  });

  it('R53 says beside which line it is wrong, empty lines between them left out', () => {
    const nothing = slot({ day: '', month: '', year: '', from: '', to: '' });
    const problems = read(
      slot({}),
      nothing,
      slot({ from: '17:00', to: '19:00' }),
      slot({ day: '31', month: '2' }),
      slot({ day: '26', from: '12:00', to: '11:00' }),
      slot({ day: '27', to: '' }),
    );
    expect(problems.ok || Object.keys(problems.problems).sort()).toEqual([
      'slot-3',
      'slot-4',
      'slot-5-to',
      'slot-6-to',
    ]);
  });
});

describe('R53 what a point says', () => {
  it('R53 has a name and an address, none too long', () => {
    expect(checkPoint({ name: '', address: '', access: '' })).toEqual({
      name: 'name-missing',
      address: 'address-missing',
    });
    const long = '👩‍🌾'.repeat(200);
    expect(Object.keys(checkPoint({ name: long, address: long, access: long }))).toEqual([
      'name',
      'address',
      'access',
    ]);
  });

  it.each([
    ['48,8566', '2.3522', { latitude: 48.8566, longitude: 2.3522 }],
    ['-90', '180', { latitude: -90, longitude: 180 }],
    ['−21,1', '55,5', { latitude: -21.1, longitude: 55.5 }],
    ['', '', null],
  ])('R53 reads degrees: %s %s', (latitude, longitude, place) => {
    expect(readPlace({ latitude, longitude })).toEqual({ ok: true, place });
  });

  it.each([
    ['90.1', '0', 'latitude'],
    ['0', '-180,5', 'longitude'],
    ['1e1', '0', 'latitude'],
    ['NaN', '0', 'latitude'],
    ['48°51′', '2', 'latitude'],
    ['48', 'javascript:alert(1)', 'longitude'],
    ['', '2', 'latitude'],
    ['48', '', 'longitude'],
  ])('R53 refuses what is no place: %s %s', (latitude, longitude, field) => {
    expect(readPlace({ latitude, longitude })).toMatchObject({ ok: false, field });
  });
});
