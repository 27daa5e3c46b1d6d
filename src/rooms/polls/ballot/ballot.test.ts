import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBallotTerms, makeEnvelope, makeOptions } from '../../../../tests/make/terms.ts';
import { USUAL_MENTIONS } from '../settings.ts';
import { type BallotTerms, checkBallot } from './ballot.ts';

const refusalOf = (poll: BallotTerms, choices: readonly string[]) => {
  const checked = checkBallot(poll, choices);
  return checked.ok ? null : checked.refusal;
};

describe('a ballot that chooses', () => {
  const poll = makeBallotTerms();

  it('R76 holds one to three projects of the list, each once, written in one way', () => {
    expect(checkBallot(poll, ['03', '01'])).toEqual({ ok: true, choices: ['01', '03'] });
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...poll.options], { minLength: 1, maxLength: 3 }),
        (chosen) => {
          const keys = chosen.map((option) => option.key);
          expect(checkBallot(poll, keys)).toEqual({ ok: true, choices: [...keys].sort() });
        },
      ),
    );
  });

  it('V3 is refused, never repaired', () => {
    expect(refusalOf(poll, [])).toBe('no-choice');
    expect(refusalOf(poll, ['01', '02', '03', '04'])).toBe('too-many-choices');
    expect(refusalOf(poll, ['01', '01'])).toBe('duplicate-choice');
    expect(refusalOf(poll, ['01', '99'])).toBe('unknown-option');
    expect(refusalOf(poll, ['01:2'])).toBe('points-not-matching');
    expect(
      refusalOf(
        poll,
        Array.from({ length: 10_000 }, () => '01'),
      ),
    ).toBe('too-many-choices');
    expect(refusalOf(makeBallotTerms({ minimumChoices: 2 }), ['01'])).toBe('too-few-choices');
    expect(refusalOf({ ...poll, kind: 'choose-one' }, ['01', '02'])).toBe('too-many-choices');
    for (const key of ['', ' ', '__proto__', 'constructor', '01:', ':1', '01:1:1'])
      expect(refusalOf(poll, [key])).toBe('unknown-option');
  });

  it('V3 fits in the envelope where the budget is composed, and uses the share that is asked', () => {
    const limits = { maxSumCost: 250_00, minSumCost: 150_00 };
    const knapsack = makeBallotTerms({
      maximumChoices: 5,
      settings: { envelopes: [makeEnvelope({ limits })] },
    });
    expect(refusalOf(knapsack, ['01', '02'])).toBeNull();
    expect(checkBallot(knapsack, ['01', '02', '03'])).toMatchObject({
      refusal: 'over-envelope',
      about: { key: 'A' },
    });
    expect(refusalOf(knapsack, ['01'])).toBe('under-envelope-share');
  });
});

describe('a ballot with points', () => {
  const limits = { maxSumPoints: 10, maxPoints: 6 };
  const poll = makeBallotTerms({
    kind: 'cumulative',
    maximumChoices: 5,
    settings: { envelopes: [makeEnvelope({ limits })] },
  });

  it('V3 shares whole points, up to the sum and the cap; 0 is as good as nothing', () => {
    expect(checkBallot(poll, ['03:4', '01:6', '02:0'])).toEqual({
      ok: true,
      choices: [
        ['01', 6],
        ['03', 4],
      ],
    });
    expect(refusalOf(poll, ['01:7'])).toBe('points-over-max');
    expect(refusalOf(poll, ['01:6', '02:5'])).toBe('points-sum-over-max');
    expect(refusalOf(poll, ['01'])).toBe('points-not-matching');
    expect(refusalOf(poll, ['01:0'])).toBe('no-choice');
    for (const points of ['-1', '1.5', 'NaN', '1e309', '1e3', 'Infinity', '0x10', ' 1', '٣'])
      expect(refusalOf(poll, [`01:${points}`])).toBe('unknown-option');
  });
});

describe('a ballot that ranks', () => {
  it('keeps the order of the voter', () => {
    const poll = makeBallotTerms({ kind: 'ordinal' });
    expect(checkBallot(poll, ['03', '01'])).toEqual({ ok: true, choices: ['03', '01'] });
    expect(refusalOf(poll, ['03', '01', '03'])).toBe('duplicate-choice');
  });
});

describe('a ballot that judges or answers', () => {
  const all = { maximumChoices: 5 };

  it('R176 V3 gives grades of the scale; the lowest one given is not the same as none', () => {
    const poll = makeBallotTerms({
      kind: 'judgment',
      ...all,
      settings: { mentions: USUAL_MENTIONS, envelopes: [makeEnvelope()] },
    });
    expect(checkBallot(poll, ['02:0', '01:3'])).toEqual({
      ok: true,
      choices: [
        ['01', 3],
        ['02', 0],
      ],
    });
    expect(refusalOf(poll, ['01:4'])).toBe('points-over-max');
  });

  it('V3 says yes or no', () => {
    const poll = makeBallotTerms({ kind: 'yes-no', ...all });
    expect(refusalOf(poll, ['01:1', '02:0'])).toBeNull();
    expect(refusalOf(poll, ['01:2'])).toBe('points-over-max');
  });
});

describe('several envelopes and groups on one ballot', () => {
  const options = makeOptions(6, {
    '01': { category: 'Écologie' },
    '02': { category: 'Écologie' },
    '04': { envelope: 'B', zone: 'Nord' },
    '05': { envelope: 'C', zone: 'Sud' },
    '06': { envelope: 'C', zone: 'Sud' },
  });

  it('V3 uses one district at most of those that are to be chosen (Paris)', () => {
    const envelopes = [
      makeEnvelope({ label: 'Toute la ville', maximumChoices: 2 }),
      makeEnvelope({ key: 'B', label: 'Nord', oneOf: true }),
      makeEnvelope({ key: 'C', label: 'Sud', oneOf: true, maximumChoices: 1 }),
    ];
    const poll = makeBallotTerms({ maximumChoices: 6, options, settings: { envelopes } });
    expect(refusalOf(poll, ['01', '04'])).toBeNull();
    expect(checkBallot(poll, ['04', '05'])).toMatchObject({
      refusal: 'two-envelopes-of-one-choice',
      about: { label: 'Sud' },
    });
    expect(checkBallot(poll, ['05', '06'])).toMatchObject({
      refusal: 'too-many-choices',
      about: { label: 'Sud' },
    });
  });

  it('V3 keeps limits by category (Angers: two of the theme, three of any)', () => {
    const groups = [{ by: 'category', name: 'Écologie', minimum: 1, maximum: 1 } as const];
    const poll = makeBallotTerms({ options, settings: { groups, envelopes: [makeEnvelope()] } });
    expect(refusalOf(poll, ['01', '03'])).toBeNull();
    expect(refusalOf(poll, ['01', '02'])).toBe('too-many-in-group');
    expect(refusalOf(poll, ['03'])).toBe('too-few-in-group');
  });
});
