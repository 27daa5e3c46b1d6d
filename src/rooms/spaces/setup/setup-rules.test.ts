import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeCalendar } from '../calendar.ts';
import { STEPS } from '../edition.ts';
import { checkSettings, type EditionSettings, USUAL_SETTINGS } from '../edition-settings.ts';
import {
  checkEnvelopes,
  findEnvelope,
  followNames,
  followWhole,
  readTarget,
  refuseCost,
  shareAmongDistricts,
  shareAnew,
  sumOf,
  wholeTown,
  writeTarget,
} from '../envelopes.ts';
import { countYearsToMove, moveCalendar, moveYears, settingsOfNext } from './next-edition.ts';
import { findNextPart, isOfPart, PARTS, partAfter } from './parts.ts';
import { PRESETS, settingsOfPreset } from './presets.ts';

const settings = (changes: Partial<EditionSettings>): EditionSettings => ({
  ...USUAL_SETTINGS,
  title: 'T',
  slug: 't',
  ...changes,
});

describe('R66 presets', () => {
  it.each(PRESETS)('%s is a whole that holds, in any year', (preset) => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), (year) => {
        const made = settingsOfPreset(preset, String(year));
        expect(checkSettings(made, null)).toEqual({});
        expect(sumOf(made.envelopes)).toBe(made.envelope);
        expect(made.criteria.length).toBeGreaterThan(3);
      }),
    );
  });
});

describe('R67 envelopes', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[A-Za-z]{1,8}$/), {
    minLength: 1,
    maxLength: 20,
    selector: (name) => name.toLowerCase(),
  });
  const money = fc.integer({ min: 100_00, max: 10_000_000_00 });

  it('an equal share for each district makes the whole, to the cent', () => {
    fc.assert(
      fc.property(money, names, (whole, districts) => {
        const shares = shareAmongDistricts(whole, districts);
        expect(sumOf(shares)).toBe(whole);
        const amounts = shares.map(({ amount }) => amount);
        expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('whatever becomes of the districts while an edition is prepared, the money stays whole and holds', () => {
    fc.assert(
      fc.property(money, names, names, fc.boolean(), (whole, before, after, withTown) => {
        const shares = shareAmongDistricts(whole, before);
        const envelopes = withTown ? [wholeTown(whole), ...shares] : shares;
        const named = { districts: before, categories: ['Sport'] };
        const next = { districts: after, categories: ['Sport'] };
        const anew = shareAnew(followNames(envelopes, named, next), before.length, after);
        expect(sumOf(anew)).toBe(sumOf(envelopes));
        expect(checkEnvelopes(anew, next)).toEqual({});
      }),
    );
    // one renamed and the others moved: no district has the envelopes of two
    const [nord, sud] = shareAmongDistricts(90_00, ['Nord', 'Sud']);
    const these = (...districts: string[]) => ({ districts, categories: [] });
    expect(
      followNames([nord!, sud!], these('Nord', 'Sud'), these('Sud', 'Est')).map(
        ({ target }) => target,
      ),
    ).toEqual(['Nord', 'Sud']);
    const two = shareAmongDistricts(90_00, ['Nord', 'Sud']);
    expect(shareAnew(two, 2, [])).toEqual([wholeTown(90_00)]);
    // one district alone had its envelope: the others are owed none
    expect(shareAnew([wholeTown(10_00), two[0]!], 3, ['Nord', 'Est'])).toHaveLength(2);
    expect(shareAnew([wholeTown(10_00), two[0]!], 2, ['Est'])).toEqual([wholeTown(55_00)]);
    // the limits that each had, each has
    const capped = two.map((one) => ({ ...one, projectCap: 20_00 }));
    expect(shareAnew(capped, 2, ['A', 'B', 'C']).map(({ projectCap }) => projectCap)).toEqual([
      20_00, 20_00, 20_00,
    ]);
  });

  it('one alone for the town is the whole; several must add up to it', () => {
    expect(followWhole([wholeTown(5)], 9)).toEqual([wholeTown(9)]);
    const shared = shareAmongDistricts(90_000_00, ['Nord', 'Sud']);
    const of = (envelope: number) =>
      checkSettings(settings({ envelope, envelopes: shared, districts: ['Nord', 'Sud'] }), null);
    expect(of(90_000_00)).toEqual({});
    expect(of(90_000_01)).toEqual({ envelopes: 'envelopes-make-another-whole' });
  });

  it('what does not hold is said of its own field', () => {
    const [nord, sud] = shareAmongDistricts(100_00, ['Nord', 'Sud']);
    const problems = checkEnvelopes(
      [
        { ...nord!, projectCap: 60_00 },
        { ...sud!, target: 'Nord', projectFloor: 60_00 },
        { ...nord!, target: 'Ouest', amount: 0 },
        { ...nord!, kind: 'category', target: '' },
      ],
      { districts: ['Nord', 'Sud'], categories: [] },
    );
    expect(problems).toEqual({
      'envelope-1-cap': 'cap-over-amount',
      'envelope-2-for': 'envelope-target-repeated',
      'envelope-2-floor': 'floor-over-cap',
      'envelope-3-for': 'envelope-target-unknown',
      'envelope-3-amount': 'no-envelope',
      'envelope-4-for': 'envelope-without-target',
    });
  });

  it('a project is paid by its district, then by its category, then by the town', () => {
    const [nord] = shareAmongDistricts(10_00, ['Nord']);
    const sport = { ...wholeTown(10_00), kind: 'category' as const, target: 'Sport' };
    const town = wholeTown(10_00, { projectCap: 5_00, projectFloor: 1_00 });
    const all = [town, sport, nord!];
    expect(findEnvelope(all, { district: 'Nord', category: 'Sport' })).toBe(nord);
    expect(findEnvelope(all, { district: 'Sud', category: 'Sport' })).toBe(sport);
    expect(findEnvelope(all, { district: '', category: 'Culture' })).toBe(town);
    expect(findEnvelope([nord!], { district: '', category: null })).toBeNull();
    expect(refuseCost(town, 5_01)).toBe('cost-over-cap');
    expect(refuseCost(town, 99)).toBe('cost-under-floor');
    expect(refuseCost(town, 5_00)).toBeNull();
    expect(refuseCost(null, 5_00)).toBe('cost-without-envelope');
  });

  it('what an envelope is for goes through a form and back, whatever its name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (target) => {
        const one = { kind: 'district' as const, target };
        expect(readTarget(writeTarget(one))).toEqual(one);
      }),
    );
    expect(readTarget('autre:Nord')).toEqual({ kind: 'town', target: '' });
  });
});

describe('R80 the edition after this one', () => {
  it('moves whole years to the same days of the week and times of day, always ahead of today', () => {
    const day = fc
      .integer({ min: 0, max: 9000 })
      .map((days) => new Date(Date.UTC(2015, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (made, today) => {
        const calendar = proposeCalendar(made);
        const phases = STEPS.map((step) => ({ step, ...calendar[step] }));
        const years = countYearsToMove(phases, today);
        if (years === null) return;
        for (const [at, { starts }] of moveCalendar(phases, years).entries()) {
          const before = phases[at]!.starts;
          const weekday = (of: string) => new Date(`${of}T12:00:00Z`).getUTCDay();
          expect(weekday(starts.day)).toBe(weekday(before.day));
          expect(starts.time).toBe(before.time);
          expect(starts.day > before.day).toBe(true);
          if (at === 0) expect(starts.day > today).toBe(true);
        }
      }),
    );
  });

  it('takes everything over but the council’s decision; years in words move on, ids are new', () => {
    const next = settingsOfNext(
      settings({
        title: 'Budget participatif 2024-2025',
        slug: '2024',
        summary: '120 000 € en 2024',
        councilDecision: '2024-112',
        councilDecisionOn: '2024-01-15',
        criteria: [{ id: 'abc', name: 'Neuf', help: '', askedOfHolder: true }],
      }),
      2,
    );
    expect(next).toMatchObject({
      title: 'Budget participatif 2026-2027',
      slug: '2026',
      summary: '120 000 € en 2026',
      councilDecision: '',
      councilDecisionOn: null,
      maximumIdeas: 5,
      criteria: [{ id: null, name: 'Neuf' }],
    });
    expect(moveYears('Budget n° 20240 de Fleury', 1)).toBe('Budget n° 20240 de Fleury');
  });
});

describe('parts', () => {
  it('come one after the other, and a preparation is taken up at the first that nobody kept', () => {
    expect(PARTS.map(partAfter)).toEqual([...PARTS.slice(1), null]);
    expect(findNextPart(new Set())).toBe('presentation');
    expect(findNextPart(new Set(['presentation', 'budget']))).toBe('places');
    expect(findNextPart(new Set(PARTS))).toBeNull();
    expect(isOfPart('rules', 'councilDecisionOn-day')).toBe(true);
    expect(isOfPart('budget', 'envelope-3-cap')).toBe(true);
    expect(isOfPart('budget', 'criterion-3-name')).toBe(false);
  });
});
