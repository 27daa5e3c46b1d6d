import { describe, expect, it } from 'vitest';
import { makeBallotTerms, makeEnvelope, makeOptions } from '../../../../tests/make/terms.ts';
import { noHouseRules, ruleNames } from '../../tally/index.ts';
import type { PollSettings } from '../settings.ts';
import { type Ground, readSettings, type Typed } from './opening-settings.ts';
import { type CompleteTerms, checkTerms } from './terms.ts';

const NOW = new Date('2026-10-01T00:00:00Z');

function makeTerms(
  differing: Partial<Omit<CompleteTerms, 'settings'>> & { settings?: Partial<PollSettings> } = {},
): CompleteTerms {
  const { settings, ...terms } = differing;
  return {
    title: 'Scrutin',
    rule: 'greedy',
    tieBreak: ['smaller-id'],
    profile: 'P1',
    opensAt: new Date('2026-11-01T08:00:00Z'),
    closesAt: new Date('2026-11-30T17:00:00Z'),
    envelope: 1000_00,
    ...makeBallotTerms({ ...terms, ...(settings && { settings }) }),
    ...(terms as Partial<CompleteTerms>),
    settings: makeBallotTerms({ ...terms, ...(settings && { settings }) }).settings,
  };
}

const refusalsOf = (differing: Parameters<typeof makeTerms>[0]) =>
  checkTerms(makeTerms(differing), NOW);

describe('terms of a poll', () => {
  it('R52 open on what holds only', () => {
    expect(refusalsOf({})).toEqual([]);
    expect(refusalsOf({ title: ' ' })).toEqual(['title-missing']);
    expect(refusalsOf({ maximumChoices: 6 })).toEqual(['choices-out-of-range']);
    expect(refusalsOf({ minimumChoices: 4 })).toEqual(['choices-out-of-range']);
    expect(refusalsOf({ maximumChoices: Number.NaN })).toEqual(['choices-out-of-range']);
    expect(refusalsOf({ closesAt: new Date('2026-11-01T08:00:00Z') })).toEqual([
      'closes-before-opening',
    ]);
    expect(checkTerms(makeTerms(), new Date('2027-01-01T00:00:00Z'))).toEqual([
      'closes-in-the-past',
    ]);
    expect(refusalsOf({ options: [] })).toContain('list-not-frozen');
  });

  it('R58 give each kind of ballot a rule that can count it, and no other', () => {
    const counting = (kind: CompleteTerms['kind']) =>
      ruleNames.filter(
        (rule) => !refusalsOf({ kind, rule, ...kindNeeds }).includes('rule-not-for-ballot'),
      );
    const kindNeeds = { settings: { seats: 1, mentions: ['Oui', 'Non'] } };
    expect(counting('judgment')).toEqual(['majority-judgment']);
    expect(counting('yes-no')).toEqual(['yes-no']);
    expect(counting('ordinal')).toEqual(expect.arrayContaining(['borda', 'schulze', 'stv']));
    expect(counting('approval')).toEqual(expect.arrayContaining(['greedy', 'phragmen']));
    expect(counting('approval')).not.toContain('stv');
  });

  it('refuse what a ballot could never fill or a count never use', () => {
    const judged = (mentions: string[]) =>
      refusalsOf({ kind: 'judgment', rule: 'majority-judgment', settings: { mentions } });
    expect(judged(['Bien', 'Mal'])).toEqual([]);
    expect(judged(['Bien'])).toEqual(['mentions-out-of-range']);
    expect(judged(['Bien', 'Bien'])).toEqual(['mentions-out-of-range']);
    const shared = (limits: PollSettings['envelopes'][number]['limits']) =>
      refusalsOf({
        kind: 'cumulative',
        rule: 'points',
        settings: { envelopes: [makeEnvelope({ limits })] },
      });
    expect(shared({ maxSumPoints: 10 })).toEqual([]);
    expect(shared({})).toEqual(['points-out-of-range']);
    expect(shared({ maxSumPoints: 1e9 })).toEqual(['points-out-of-range']);
    const ranked = { kind: 'ordinal', rule: 'stv' } as const;
    expect(refusalsOf({ ...ranked, settings: { seats: null } })).toEqual(['seats-out-of-range']);
    expect(refusalsOf({ ...ranked, settings: { seats: 2 } })).toEqual([]);
    const group = { by: 'category', name: 'Sport', minimum: 2, maximum: null } as const;
    expect(refusalsOf({ settings: { groups: [group] } })).toEqual(['group-impossible']);
  });

  it('R67 never promise more money than the edition has, nor in a circle', () => {
    const options = makeOptions(2, { '02': { envelope: 'B' } });
    const divided = (a: object, b: object) =>
      refusalsOf({
        options,
        maximumChoices: 2,
        settings: { envelopes: [makeEnvelope(a), makeEnvelope({ key: 'B', ...b })] },
      });
    expect(divided({ amount: 600_00 }, { amount: 400_00 })).toEqual([]);
    expect(divided({ amount: 600_00 }, { amount: 400_01 })).toEqual(['envelopes-over-edition']);
    expect(divided({ amount: 1, leftTo: 'B' }, { amount: 1, leftTo: 'A' })).toEqual([
      'left-in-a-circle',
    ]);
    expect(divided({ amount: 1, leftTo: 'Z' }, { amount: 1 })).toEqual(['left-in-a-circle']);
    expect(
      refusalsOf({
        settings: { envelopes: [makeEnvelope(), makeEnvelope({ key: 'B', amount: 0 })] },
      }),
    ).toEqual(['envelope-without-project']);
  });

  it('keep house rules within what a rule can do', () => {
    const housed = (houseRules: object, rule: CompleteTerms['rule'] = 'greedy') =>
      refusalsOf({ rule, settings: { houseRules: { ...noHouseRules, ...houseRules } } });
    expect(housed({ quorum: 100, partFunding: 80, mostPerHolder: 1 })).toEqual([]);
    expect(housed({ quorum: 0 })).toEqual(['house-rule-out-of-range']);
    expect(housed({ partFunding: 100 })).toEqual(['house-rule-out-of-range']);
    expect(housed({ incompatible: [['01', '09']] })).toEqual(['incompatible-unknown']);
    const options = makeOptions(3, { '01': { zone: 'Nord' }, '02': { zone: 'Sud' } });
    const perZone = { ...noHouseRules, winnersPerZone: 1 };
    expect(refusalsOf({ options, settings: { seats: 1, houseRules: perZone } })).toEqual([
      'seats-out-of-range',
    ]);
    expect(refusalsOf({ rule: 'mes-cost', settings: { seats: 2 } })).toEqual([
      'house-rule-not-for-rule',
    ]);
  });
});

describe('settings as an officer types them', () => {
  const ground: Ground = {
    envelope: 100_000_00,
    projects: 12,
    districts: ['Nord', 'Sud'],
    categories: ['Écologie', 'Sport'],
    readAmount: (typed) => (/^\s*\d+\s*$/.test(typed) ? Number(typed) * 100 : null),
  };
  const usual: Typed = {
    subject: 'projects',
    ballot: 'approval',
    minimum: '1',
    maximum: '3',
    method: 'greedy',
    utility: 'cost',
    rest: 'add1u',
  };
  const read = (typed: Typed) => {
    const settings = readSettings({ ...usual, ...typed }, ground);
    return settings.ok ? settings.read : settings.problems;
  };

  it('name the rule by the ballot', () => {
    expect(read({})).toMatchObject({ kind: 'approval', rule: 'greedy' });
    expect(read({ method: 'mes' })).toMatchObject({ rule: 'mes-cost-add1u' });
    expect(read({ method: 'mes', utility: 'card', rest: '' })).toMatchObject({ rule: 'mes-card' });
    expect(read({ ballot: 'points', points: '10' })).toMatchObject({ rule: 'points' });
    expect(read({ ballot: 'ranking' })).toMatchObject({ rule: 'borda' });
    expect(read({ ballot: 'judgment' })).toMatchObject({
      rule: 'majority-judgment',
      minimumChoices: 1,
      maximumChoices: 12,
    });
    expect(read({ method: 'mes', rest: '../x' })).toEqual({ method: 'rule-unknown' });
    expect(read({ ballot: 'dés' })).toMatchObject({ ballot: 'ballot-unknown' });
  });

  it('divide the money between the town and its districts', () => {
    const typed = {
      envelopes: 'several',
      amounts: 'Toute la ville : 50000 : 2\nNord : 20000\nSud: 30000 : 1',
      oneDistrict: 'oui',
      leftToTown: 'oui',
    };
    expect(read(typed)).toMatchObject({
      settings: {
        envelopes: [
          {
            key: 'A',
            label: 'Toute la ville',
            amount: 50_000_00,
            oneOf: false,
            maximumChoices: 2,
            leftTo: null,
          },
          { key: 'B', label: 'Nord', oneOf: true, maximumChoices: 3, leftTo: 'A' },
          { key: 'C', label: 'Sud', amount: 30_000_00, oneOf: true, maximumChoices: 1 },
        ],
      },
    });
    for (const amounts of [
      'Nord : 20000',
      'Nord : beaucoup\nSud : 1',
      'Est : 1\nOuest : 2',
      'Ville : 1 : 0\nNord : 2',
      'Ville : 1 : 2 : 3\nNord : 2',
      'Nord:1\nNord:2',
    ])
      expect(read({ ...typed, amounts })).toMatchObject({ amounts: 'amounts-unreadable' });
  });

  it('read limits and incompatible projects, line by line', () => {
    expect(
      read({
        groups: 'Écologie : 2 à 5\nSport : au plus 1\nNord : au moins 1',
        incompatible: '3, 7',
      }),
    ).toMatchObject({
      settings: {
        groups: [
          { by: 'category', name: 'Écologie', minimum: 2, maximum: 5 },
          { by: 'category', name: 'Sport', minimum: null, maximum: 1 },
          { by: 'zone', name: 'Nord', minimum: 1, maximum: null },
        ],
        houseRules: { incompatible: [['03', '07']] },
      },
    });
    expect(read({ groups: 'Culture : 1 à 2' })).toEqual({ groups: 'groups-unreadable' });
    expect(read({ incompatible: '3' })).toEqual({ incompatible: 'incompatible-unreadable' });
    expect(read({ incompatible: '3, 13' })).toEqual({ incompatible: 'incompatible-unreadable' });
  });

  it('ask a share of the envelope in percent', () => {
    expect(read({ ballot: 'knapsack', share: '50' })).toMatchObject({
      settings: { envelopes: [{ limits: { maxSumCost: 100_000_00, minSumCost: 50_000_00 } }] },
    });
  });
});
