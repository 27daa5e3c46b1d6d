import { describe, expect, it } from 'vitest';
import { districtTerms } from '../../../tests/make/districts.ts';
import { noHouseRules } from '../tally/index.ts';
import {
  choosePublicColumns,
  chooseUsualColumns,
  listRules,
  readColumn,
  setColumn,
  writeColumn,
} from './columns.ts';
import { readAskedBallots, readAskedComparison } from './simulator-request.ts';

const asked = (words: Record<string, string | string[]>) => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(words))
    for (const one of [value].flat()) params.append(name, one);
  return params;
};

const money = { seats: null, money: true };
const people = { seats: 3, money: false };
const plain = { houseRules: noHouseRules, seats: null };

describe('the rules that are compared', () => {
  it('R199 each kind of ballot has the rules that can count it, each once', () => {
    const { first, variants } = listRules('approval', money);
    expect(first).toEqual([
      'greedy',
      'greedy-noskip',
      'greedy-per-cost',
      'mes-cost-add1u',
      'mes-card-add1u',
      'phragmen',
    ]);
    expect(variants).toHaveLength(10);
    // the greedy rule under the name that says it best
    expect(listRules('ordinal', money).first).not.toContain('greedy');
    expect(listRules('cumulative', money).first[0]).not.toBe('greedy');
    expect(listRules('judgment', money).first).toEqual(['majority-judgment']);
    // nobody buys a person, and a seat knows no envelope
    expect(listRules('ordinal', people).first).toEqual(['borda', 'schulze', 'stv']);
    expect(listRules('ordinal', { ...people, seats: null }).first).toEqual(['borda', 'schulze']);
    expect(listRules('ordinal', money).first).not.toContain('stv');
  });

  it('R199 a column is read as it is written, and nothing else is', () => {
    for (const kind of ['approval', 'ordinal', 'cumulative', 'judgment', 'yes-no'] as const)
      for (const column of chooseUsualColumns(kind, money))
        expect(readColumn(writeColumn(column), kind, money)).toEqual(column);
    for (const wrong of [
      'own',
      'own.greedy',
      'own.majority-judgment.x',
      'elsewhere.greedy',
      'approval.stv',
      'own.__proto__',
      '',
    ])
      expect(readColumn(wrong, 'judgment', money), wrong).toBeNull();
  });

  it('R199 what a rule has no place for is left out and said', () => {
    const additions = {
      seats: 2,
      houseRules: { ...noHouseRules, winnersPerZone: 1, partFunding: 80, quorum: 5 },
    };
    const set = (rule: 'schulze' | 'mes-cost' | 'greedy', house: 'asked' | 'none' = 'asked') =>
      setColumn({ ...districtTerms, kind: 'ordinal' }, { view: 'own', rule, house }, additions);
    expect(set('schulze').dropped).toEqual(['winnersPerZone', 'partFunding', 'seats']);
    expect(set('schulze').terms.settings).toMatchObject({
      seats: null,
      houseRules: { ...noHouseRules, quorum: 5 },
    });
    expect(set('mes-cost').dropped).toEqual(['seats']);
    expect(set('greedy').dropped).toEqual([]);
    expect(set('greedy').terms.settings).toMatchObject(additions);
    expect(set('greedy', 'none').terms.settings).toMatchObject(plain);
  });

  it('the public page begins with the rule of the poll, as it was', () => {
    const [official, ...others] = choosePublicColumns(districtTerms);
    expect(setColumn(districtTerms, official!, plain).terms).toBe(districtTerms);
    expect(others.map(writeColumn)).toEqual([
      'own.majority-judgment',
      'three.greedy',
      'knapsack.greedy',
      'points.points',
    ]);
  });
});

describe('what an officer asks', () => {
  const known = { editions: ['2025'], invents: true };

  it('R199 numbers out of range and unknown polls are said beside their field; other words ask for nothing', () => {
    const { faults } = readAskedBallots(
      asked({ bulletins: 'ailleurs', votants: '49', graine: '4294967296' }),
      known,
    );
    expect(faults).toEqual({
      bulletins: 'unknown-poll',
      votants: 'voters-out-of-range',
      graine: 'seed-out-of-range',
    });
    for (const votants of ['5001', '-3', '1e3', '50.5', 'NaN', '0x40'])
      expect(readAskedBallots(asked({ votants }), known).faults.votants, votants).toBeDefined();
    const usual = readAskedBallots(
      asked({ sorte: 'constructor', population: '__proto__', votants: ' 50 ', graine: '0' }),
      known,
    );
    expect(usual.faults).toEqual({});
    expect(usual.asked).toEqual({
      edition: '',
      screen: 'approval',
      electorate: { population: 'districts', voters: 50, seed: 0 },
    });
    // without projects the latest published poll is proposed
    expect(readAskedBallots(asked({}), { ...known, invents: false }).asked.edition).toBe('2025');
  });

  it('R199 the additions of a poll until others are typed; rules that cannot count are left out', () => {
    const terms = {
      ...districtTerms,
      settings: {
        ...districtTerms.settings,
        houseRules: { ...noHouseRules, minimumNamings: 3, incompatible: [['01', '02']] },
      },
    };
    const read = (words: Record<string, string | string[]>) =>
      readAskedComparison(asked(words), terms, { official: true });
    expect(read({}).asked.additions.houseRules.minimumNamings).toBe(3);
    expect(read({}).asked.columns[0]).toMatchObject({ house: 'official' });
    const typed = read({ additions: 'oui', regle: ['three.greedy', 'own.stv'], garantis: '1' });
    expect(typed.faults).toEqual({});
    expect(typed.asked.additions.houseRules).toEqual({
      ...noHouseRules,
      winnersPerZone: 1,
      incompatible: [['01', '02']],
    });
    expect(typed.asked.columns.map(writeColumn)).toEqual(['own.majority-judgment', 'three.greedy']);
    expect(read({ additions: 'oui' }).faults).toEqual({ regle: 'no-rule' });
    expect(
      read({ additions: 'oui', regle: 'three.greedy', partiel: '100', quorum: '0' }).faults,
    ).toEqual({ partiel: 'not-a-share', quorum: 'not-a-number' });
  });

  it('R199 each rule also without additions, and never more columns than can be read', () => {
    const read = (regle: string[], words: Record<string, string> = {}) =>
      readAskedComparison(asked({ additions: 'oui', regle, ...words }), districtTerms, {
        official: false,
      });
    const both = read(['three.greedy'], { sans: 'oui', minimum: '2' });
    expect(both.asked.columns.map(({ house }) => house)).toEqual(['none', 'asked']);
    // nothing is added: there would be nothing to leave out
    expect(read(['three.greedy'], { sans: 'oui' }).asked.columns).toHaveLength(1);
    const many = ['mes-cost', 'mes-cost-u', 'mes-card', 'mes-card-u', 'greedy'].flatMap((rule) => [
      `three.${rule}`,
      `approval.${rule}`,
    ]);
    expect(read(many).faults).toEqual({ regle: 'too-many-rules' });
  });
});
