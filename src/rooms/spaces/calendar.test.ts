import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  checkCalendar,
  daysBetween,
  describePhaseChanges,
  proposeCalendar,
} from './calendar.ts';
import { type Phase, STEPS } from './edition.ts';
import { readCalendar, typeUsualCalendar } from './edition-form.routes.ts';

describe('R31 the five-phase template', () => {
  it('from any day it makes a calendar that holds, with days that exist', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const today = addDays('2020-01-01', days);
        const { phases, problems } = readCalendar(typeUsualCalendar(today));
        expect(problems).toEqual({});
        expect(phases.map(({ step }) => step)).toEqual([...STEPS]);
        expect(checkCalendar(phases)).toEqual([]);
        expect(phases[0]!.startsAt.getTime()).toBeGreaterThan(Date.parse(`${today}T00:00:00Z`));
      }),
    );
  });

  it('steps open on a Monday at 9 and ideas close on a Sunday at 18', () => {
    expect(proposeCalendar('2026-11-22')).toMatchObject({
      collection: {
        starts: { day: '2026-12-07', time: '09:00' },
        ends: { day: '2027-01-31', time: '18:00' },
      },
      study: { starts: { day: '2027-01-31', time: '18:00' } },
      delivery: { ends: null },
    });
  });

  const typed = typeUsualCalendar('2026-11-22');

  it('W17 refuses a 31 February, an hour that does not exist and an end before its start', () => {
    const problemsOf = (changes: Record<string, string>) =>
      readCalendar({ ...typed, ...changes }).problems;
    expect(
      problemsOf({ 'vote-ends-day': '31', 'vote-ends-month': '2', 'vote-ends-year': '2027' }),
    ).toEqual({ 'vote-ends': 'no-such-day' });
    expect(problemsOf({ 'vote-ends-time': '25:00' })).toEqual({ 'vote-ends': 'no-such-time' });
    expect(
      problemsOf({
        'vote-ends-day': '28',
        'vote-ends-month': '3',
        'vote-ends-year': '2027',
        'vote-ends-time': '02:30',
      }),
    ).toEqual({ 'vote-ends': 'no-such-time' });
    expect(problemsOf({ 'collection-ends-year': '2025', 'collection-ends-day': '1' })).toEqual({
      'collection-ends': 'ends-before-start',
    });
    expect(problemsOf({ 'study-starts-year': '2026' })).toMatchObject({
      'study-starts': 'starts-before-previous-ends',
    });
    expect(
      problemsOf({
        'study-ends-day': '',
        'study-ends-month': '',
        'study-ends-year': '',
        'study-ends-time': '',
      }),
    ).toEqual({ 'study-ends': 'no-end' });
  });

  it('W14 a calendar of nonsense is refused field by field', () => {
    const nonsense = Object.fromEntries(Object.keys(typed).map((name) => [name, '1e309']));
    const { phases, problems } = readCalendar(nonsense);
    expect(phases).toEqual([]);
    expect(Object.values(problems).every((refusal) => refusal === 'no-such-day')).toBe(true);
    expect(Object.keys(problems)).toHaveLength(10);
  });

  it('a change is told with old and new', () => {
    const { phases } = readCalendar(typed);
    const later: Phase[] = phases.map((phase) =>
      phase.step === 'vote'
        ? { ...phase, endsAt: new Date(phase.endsAt!.getTime() + 3600_000) }
        : phase,
    );
    expect(describePhaseChanges(phases, phases)).toEqual([]);
    expect(describePhaseChanges(phases, later)).toEqual([
      {
        step: 'vote',
        from: { startsAt: '2027-05-03T07:00:00.000Z', endsAt: '2027-05-30T16:00:00.000Z' },
        to: { startsAt: '2027-05-03T07:00:00.000Z', endsAt: '2027-05-30T17:00:00.000Z' },
      },
    ]);
  });

  it('counts days as a calendar does, over the change of the clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-28')).toBe(0);
  });
});
