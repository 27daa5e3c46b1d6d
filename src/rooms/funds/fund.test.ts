import { describe, expect, it } from 'vitest';
import { checkEndowment, reachedLevels } from './endowment.ts';
import {
  type ActionReader,
  checkFund,
  checkLink,
  checkOpening,
  fundStanding,
  GREATEST_CAP,
  isFundOpen,
  seesActions,
  seesFund,
  VISIBILITIES,
  type WrittenFund,
} from './fund.ts';
import {
  checkSteps,
  checkThreshold,
  firstThreshold,
  suggestThreshold,
  USUAL_STEPS,
} from './threshold.ts';

const written: WrittenFund = {
  name: 'Fonds d’actions solidaires',
  period: '2026',
  summary: '',
  presentation: '',
  rules: '',
  visibleTo: 'certified-groups',
  cap: 30_000,
  countProposer: false,
  allowRepeats: false,
};
const opened = new Date('2026-01-02T09:00:00Z');
const closed = new Date('2026-12-02T09:00:00Z');

describe('what a fund says and allows', () => {
  it('R9 300,00 € is a cap, and so is any other amount above zero', () => {
    for (const cap of [1, 30_000, 30_001, GREATEST_CAP])
      expect(checkFund({ ...written, cap })).toEqual({});
    for (const cap of [0, -1, 1.5, Number.NaN, GREATEST_CAP + 1])
      expect(checkFund({ ...written, cap })).toEqual({ cap: 'cap-out-of-bounds' });
  });

  it('R1 a fund has a name and a period, none of them endless', () => {
    expect(checkFund({ ...written, name: '2026', period: '' })).toEqual({
      name: 'name-missing',
      period: 'period-missing',
    });
    expect(checkFund({ ...written, rules: 'é'.repeat(6001) })).toEqual({ rules: 'text-too-long' });
  });

  it('R30 a link has a title and a web address', () => {
    expect(checkLink({ label: 'La décision', address: 'https://exemple.fr/2019' })).toBeNull();
    expect(checkLink({ label: 'La décision', address: 'javascript:alert(1)' })).toBe(
      'address-missing',
    );
    expect(checkLink({ label: '', address: 'https://exemple.fr' })).toBe('label-missing');
  });

  it('R1 a fund opens with rules and money only; closed, it may open again', () => {
    const draft = { rules: 'Utile à tout le monde', openedAt: null, closedAt: null };
    expect(checkOpening(draft, 1)).toEqual([]);
    expect(checkOpening({ ...draft, rules: '' }, 0)).toEqual(['rules-missing', 'not-endowed']);
    expect(checkOpening({ ...draft, openedAt: opened }, 1)).toEqual(['already-open']);
    expect(checkOpening({ ...draft, openedAt: opened, closedAt: closed }, 1)).toEqual([]);
    expect(isFundOpen({ openedAt: opened, closedAt: closed })).toBe(false);
    expect(fundStanding({ openedAt: opened, closedAt: null })).toBe('open');
  });
});

describe('who sees it', () => {
  const reader = (more: Partial<ActionReader> = {}): ActionReader => ({
    isSignedIn: false,
    inCertifiedGroup: false,
    isOffice: false,
    ...more,
  });
  const readers = [
    reader(),
    reader({ isSignedIn: true }),
    reader({ isSignedIn: true, inCertifiedGroup: true }),
    reader({ isSignedIn: true, isOffice: true }),
  ];

  it('R13 actions are those of certified groups, of members or of everybody, as the fund is set', () => {
    const seen = VISIBILITIES.map((visibleTo) =>
      readers.map((one) => seesActions({ visibleTo, openedAt: opened }, one)),
    );
    expect(seen).toEqual([
      [false, false, true, true],
      [false, true, true, true],
      [true, true, true, true],
    ]);
  });

  it('R1 a draft is seen by its office alone', () => {
    for (const one of readers) {
      expect(seesFund({ openedAt: null }, one)).toBe(one.isOffice);
      expect(seesActions({ visibleTo: 'public', openedAt: null }, one)).toBe(one.isOffice);
      expect(seesFund({ openedAt: opened }, one)).toBe(true);
    }
  });
});

describe('the threshold', () => {
  it('R18 is suggested by what remains: 5 from 50 % up, 8 below, 12 below 20 %', () => {
    const at = (remaining: number) =>
      suggestThreshold(USUAL_STEPS, 5, { remaining, endowed: 2_000_000 });
    expect([2_000_000, 1_000_000, 999_999, 400_000, 399_999, 0].map(at)).toEqual([
      5, 5, 8, 8, 12, 12,
    ]);
    expect(suggestThreshold(USUAL_STEPS, 5, { remaining: 0, endowed: 0 })).toBe(5);
    expect(suggestThreshold([], 6, { remaining: 1, endowed: 100 })).toBe(6);
    expect(firstThreshold(12, [{ before: 8 }, { before: 5 }])).toBe(5);
    expect(firstThreshold(7, [])).toBe(7);
  });

  it('R18 changes with a reason, to another whole number', () => {
    const check = (threshold: number | null, reason: string) =>
      checkThreshold(5, { threshold, reason }, 10);
    expect(check(8, 'Moins reste')).toEqual({ reason: 'reason-too-long' });
    expect(check(8, 'Il reste 9')).toEqual({});
    expect(check(5, '')).toEqual({ threshold: 'threshold-unchanged', reason: 'reason-missing' });
    for (const wrong of [null, 0, 1001, 2.5])
      expect(check(wrong, 'Parce que')).toEqual({ threshold: 'threshold-out-of-bounds' });
  });

  it('R18 a step has both its numbers, each share once', () => {
    const refused = checkSteps([
      { below: 50, threshold: 8 },
      null,
      { below: 20, threshold: null },
      { below: 50, threshold: 9 },
      { below: 101, threshold: 9 },
    ]);
    expect([...refused]).toEqual([
      [2, 'step-incomplete'],
      [3, 'step-twice'],
      [4, 'step-out-of-bounds'],
    ]);
  });
});

describe('its money', () => {
  it('R26 80 and 100 percent are reached to the cent', () => {
    const at = (remaining: number) => reachedLevels({ endowed: 2_000_000, remaining });
    expect([400_001, 400_000, 1, 0].map(at)).toEqual([[], [80], [80], [80, 100]]);
    expect(reachedLevels({ endowed: 0, remaining: 0 })).toEqual([]);
  });

  it('R1 an endowment has an amount, words and a day that has come', () => {
    const asked = { amount: 1, words: 'Vote', day: '2026-11-22' };
    expect(checkEndowment(asked, '2026-11-22', 10)).toEqual({});
    expect(checkEndowment({ amount: 0, words: '', day: '2026-11-23' }, '2026-11-22', 10)).toEqual({
      amount: 'amount-out-of-bounds',
      words: 'words-missing',
      day: 'day-to-come',
    });
    expect(checkEndowment({ ...asked, day: null }, '2026-11-22', 10)).toEqual({
      day: 'not-a-day',
    });
  });
});
