import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import {
  countWithHouseRules,
  type HouseRules,
  noHouseRules,
  noLimits,
  type TallyOptions,
} from './index.ts';

const byId: TallyOptions = { rule: 'greedy', tieBreak: ['smaller-id'], fundUnsupported: false };

/**
 * Ten ballots on six projects, with 100 to spend, small enough for a pencil:
 *
 *   project  cost  zone   holder  named by
 *   a         40   Nord   Ana     1 2 3 4 5 6 7   7
 *   b         30   Nord   Ana     1 2 3 4 5 6     6
 *   c         30   Sud    Bob     1 2 3 4 5       5
 *   d         20   Sud    Bob     6 7 8 9         4
 *   e         50   Est    Cid     8 9             2
 *   f         10          Dan     8               1
 *
 * The tenth ballot is blank. By votes alone: a (60 left), b (30), c (0); d, e and f do not fit.
 */
const projects = [
  { id: 'a', cost: 40n, zone: 'Nord', holder: 'Ana' },
  { id: 'b', cost: 30n, zone: 'Nord', holder: 'Ana' },
  { id: 'c', cost: 30n, zone: 'Sud', holder: 'Bob' },
  { id: 'd', cost: 20n, zone: 'Sud', holder: 'Bob' },
  { id: 'e', cost: 50n, zone: 'Est', holder: 'Cid' },
  { id: 'f', cost: 10n, holder: 'Dan' },
];
const ballots = ['abc', 'abc', 'abc', 'abc', 'abc', 'abd', 'ad', 'def', 'de', ''];

function count(
  houseRules: Partial<HouseRules>,
  options: Partial<TallyOptions> = {},
  budget = 100n,
) {
  const papers = ballots.map((letters) => ({ choices: [...letters] }));
  const election = makeCase({ budget, kind: 'approval', limits: noLimits, projects, papers });
  return countWithHouseRules(election, { ...byId, ...options }, { ...noHouseRules, ...houseRules });
}

describe('house rules, by hand', () => {
  test('none: the rule alone, with the support of each project and who is satisfied', () => {
    expect(count({})).toMatchObject({
      quorum: null,
      guarantees: [],
      exclusions: [],
      ties: [],
      winners: ['a', 'b', 'c'],
      part: null,
      cost: 100n,
      left: 0n,
      support: [
        { project: 'a', score: 7, namings: 7 },
        { project: 'b', score: 6, namings: 6 },
        { project: 'c', score: 5, namings: 5 },
        { project: 'd', score: 4, namings: 4 },
        { project: 'e', score: 2, namings: 2 },
        { project: 'f', score: 1, namings: 1 },
      ],
      // nine ballots name a project; 1 to 7 have a winner; in Sud 1 to 9 name one, 1 to 5 have c
      satisfaction: {
        ballots: 9,
        satisfied: 7,
        zones: [
          { zone: 'Est', ballots: 2, satisfied: 0 },
          { zone: 'Nord', ballots: 7, satisfied: 7 },
          { zone: 'Sud', ballots: 9, satisfied: 5 },
        ],
      },
    });
  });

  test('a quorum that the blank ballot reaches, and one that is missed: the count is shown, nothing wins', () => {
    expect(count({ quorum: 10 })).toMatchObject({
      quorum: { asked: 10, reached: true },
      winners: ['a', 'b', 'c'],
    });
    const missed = count({ quorum: 11, winnersPerZone: 1, partFunding: 1, mostPerHolder: 1 });
    expect(missed).toMatchObject({
      quorum: { asked: 11, reached: false },
      guarantees: [],
      exclusions: [],
      winners: [],
      part: null,
      cost: 0n,
      left: 100n,
      satisfaction: { ballots: 9, satisfied: 0 },
    });
    expect(missed.tally.winners).toEqual(['a', 'b', 'c']);
  });

  test('six namings at least: the others are out, and a and b leave 30', () => {
    const result = count({ minimumNamings: 6 });
    expect(result).toMatchObject({ winners: ['a', 'b'], left: 30n });
    expect(result.exclusions).toEqual(
      ['c', 'd', 'e', 'f'].map((project) => ({ project, why: 'too-few-namings', because: null })),
    );
    // ballots 8 and 9 named only what is out: they are blank now, and still count
    expect(result.tally).toMatchObject({ ballots: 10, blank: 3 });
  });

  test('a and b on the same square: b is out because of a, and d and f take its place', () => {
    // 100 − 40 (a) − 30 (c) = 30; d 20 fits, e 50 does not, f 10 fits
    const result = count({ incompatible: [['b', 'a']] });
    expect(result.winners).toEqual(['a', 'c', 'd', 'f']);
    expect(result.exclusions).toEqual([{ project: 'b', why: 'incompatible', because: 'a' }]);
    expect(result.tally.winners).toEqual(result.winners);
  });

  test('one winner for each holder: b falls to a, then d falls to c', () => {
    const result = count({ mostPerHolder: 1 });
    expect(result.winners).toEqual(['a', 'c', 'f']);
    expect(result.exclusions).toEqual([
      { project: 'b', why: 'holder-has-enough', because: null },
      { project: 'd', why: 'holder-has-enough', because: null },
    ]);
    // 100 − 40 − 30 − 10; e at 50 does not fit into 30
    expect(result).toMatchObject({ cost: 80n, left: 20n });
  });

  test('one winner for each district: Est and its e come first, and c finds the envelope empty', () => {
    // districts by name: Est e 50, Nord a 40 (10 left), Sud: c 30 and d 20 do not fit; the rest: f 10
    const result = count({ winnersPerZone: 1 });
    expect(result).toMatchObject({
      guarantees: [
        { zone: 'Est', projects: ['e'] },
        { zone: 'Nord', projects: ['a'] },
        { zone: 'Sud', projects: [] },
      ],
      winners: ['e', 'a', 'f'],
      left: 0n,
    });
    expect(result.tally).toMatchObject({ budget: 10n, ballots: 10, winners: ['f'] });
    // with 120 each district has one, and nothing is left for the rule
    expect(count({ winnersPerZone: 1 }, {}, 120n)).toMatchObject({
      guarantees: [{ projects: ['e'] }, { projects: ['a'] }, { projects: ['c'] }],
      winners: ['e', 'a', 'c'],
      tally: { budget: 0n, winners: [] },
    });
  });

  test('the guarantee of a district keeps to the other house rules', () => {
    // Nord would take a and b, but they have the same holder: b may not win at all
    const result = count({ winnersPerZone: 2, mostPerHolder: 1 }, {}, 200n);
    expect(result.guarantees).toEqual([
      { zone: 'Est', projects: ['e'] },
      { zone: 'Nord', projects: ['a'] },
      { zone: 'Sud', projects: ['c'] },
    ]);
    expect(result.winners).toEqual(['e', 'a', 'c', 'f']);
    const few = count({ winnersPerZone: 1, minimumNamings: 3 }, {}, 200n);
    expect(few.guarantees[0]).toEqual({ zone: 'Est', projects: [] });
  });

  test('seats that a guarantee took are no longer free', () => {
    const result = count({ winnersPerZone: 1 }, { seats: 4 }, 200n);
    expect(result.winners).toEqual(['e', 'a', 'c', 'b']);
    expect(result.tally).toMatchObject({ seats: 1, winners: ['b'] });
  });

  test('a part: with 95 c finds 25 left, 83 percent of its cost', () => {
    // a 40, b 30, 25 left: c 30 does not fit, d 20 does, 5 left: the first that did not win is c
    const after = count({ partFunding: 20 }, {}, 95n);
    expect(after).toMatchObject({ winners: ['a', 'b', 'd'], part: null, left: 5n, cost: 90n });
    // stopping at c, all 25 are left for it
    const stopped = (partFunding: number, budget = 95n) =>
      count({ partFunding }, { rule: 'greedy-noskip' }, budget);
    expect(stopped(83)).toMatchObject({
      winners: ['a', 'b'],
      part: { project: 'c', amount: 25n },
      cost: 95n,
      left: 0n,
    });
    expect(stopped(84)).toMatchObject({ part: null, cost: 70n, left: 25n });
    // 15 of 30 is half, exactly
    expect(stopped(50, 85n).part).toEqual({ project: 'c', amount: 15n });
    expect(stopped(51, 85n).part).toBeNull();
    // whoever gets a part is no winner: nobody is satisfied by it
    expect(stopped(83).satisfaction.zones[2]).toEqual({ zone: 'Sud', ballots: 9, satisfied: 0 });
  });

  test('a part is never for what is out, nor for what would have fitted whole', () => {
    const out = count({ partFunding: 1, minimumNamings: 6 }, { rule: 'greedy-noskip' }, 95n);
    expect(out).toMatchObject({ winners: ['a', 'b'], part: null });
    const seated = count({ partFunding: 1 }, { seats: 1 });
    expect(seated).toMatchObject({ winners: ['a'], part: null, left: 60n });
  });

  test('ties that house rules break are told, and whether another order would matter', () => {
    const tied = makeCase({
      budget: 10n,
      kind: 'approval',
      limits: noLimits,
      projects: ['a', 'b', 'c'].map((id) => ({ id, cost: 6n, zone: id === 'c' ? 'Sud' : 'Nord' })),
      papers: [{ choices: ['a', 'b'] }, { choices: ['c'] }],
    });
    const houseRules = { ...noHouseRules, winnersPerZone: 1, partFunding: 60 };
    expect(countWithHouseRules(tied, byId, houseRules)).toMatchObject({
      winners: ['a'],
      part: { project: 'b', amount: 4n },
      ties: [
        { score: 1, projects: ['a', 'b'], by: ['smaller-id'], decisive: true },
        { score: 1, projects: ['b', 'c'], by: ['smaller-id'], decisive: true },
      ],
    });
    // both of Nord win: their order changes nothing
    const both = { ...noHouseRules, winnersPerZone: 2 };
    expect(countWithHouseRules({ ...tied, budget: 12n }, byId, both)).toMatchObject({
      winners: ['a', 'b'],
      ties: [{ projects: ['a', 'b'], decisive: false }],
    });
  });
});
