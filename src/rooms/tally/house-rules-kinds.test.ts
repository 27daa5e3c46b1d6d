import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import { countWithHouseRules, noHouseRules, noLimits, type TallyOptions } from './index.ts';

const byId: TallyOptions = { rule: 'greedy', tieBreak: ['smaller-id'], fundUnsupported: false };

describe('house rules around rules of their own ballots', () => {
  const three = ['a', 'b', 'c'].map((id) => ({ id, cost: 10n, holder: 'Ana' }));

  test('incompatible candidates: the second elected falls out, and votes go on to the third', () => {
    // quota 2 and a bit of 6: a and b are elected first; without b its ballots elect c
    const papers = ['ab', 'ab', 'ab', 'bc', 'bc', 'bc', 'c'].map((letters) => ({
      choices: [...letters],
    }));
    const election = makeCase({
      budget: 0n,
      kind: 'ordinal',
      limits: noLimits,
      projects: three,
      papers,
    });
    const options = { ...byId, rule: 'stv', seats: 2 } as const;
    expect(countWithHouseRules(election, options, noHouseRules).winners).toEqual(['a', 'b']);
    const apart = countWithHouseRules(election, options, {
      ...noHouseRules,
      incompatible: [['a', 'b']],
    });
    expect(apart.winners).toEqual(['a', 'c']);
    expect(apart.exclusions).toEqual([{ project: 'b', why: 'incompatible', because: 'a' }]);
  });

  test('by majority judgment a district sends its best median, not its most graded project', () => {
    // grades 0 to 3, three voters: a 3 3 0 (median 3), b 2 2 2 (median 2), c nobody
    const election = makeCase({
      budget: 10n,
      kind: 'judgment',
      grades: 4,
      limits: noLimits,
      projects: three.map((project) => ({ ...project, zone: 'Nord' })),
      papers: [
        { choices: ['a', 'b'], points: [3, 2] },
        { choices: ['a', 'b'], points: [3, 2] },
        { choices: ['b'], points: [2] },
      ],
    });
    const options = { ...byId, rule: 'majority-judgment' } as const;
    const result = countWithHouseRules(election, options, { ...noHouseRules, winnersPerZone: 1 });
    expect(result.guarantees).toEqual([{ zone: 'Nord', projects: ['a'] }]);
    // support is of the upper half of the scale: 2 or better
    expect(result.support.map(({ score, namings }) => [score, namings])).toEqual([
      [2, 2],
      [3, 3],
      [0, 0],
    ]);
    expect(result.satisfaction).toMatchObject({ ballots: 3, satisfied: 2 });
  });

  test('by yes and no a district never sends a rejected project', () => {
    const election = makeCase({
      budget: 20n,
      kind: 'yes-no',
      limits: noLimits,
      projects: three.map((project) => ({ ...project, zone: project.id })),
      papers: [
        { choices: ['a', 'b'], points: [1, 0] },
        { choices: ['a', 'b'], points: [1, 1] },
      ],
    });
    const options = { ...byId, rule: 'yes-no' } as const;
    const result = countWithHouseRules(election, options, { ...noHouseRules, winnersPerZone: 1 });
    expect(result.guarantees.map(({ projects: won }) => won)).toEqual([['a'], [], []]);
    expect(result.winners).toEqual(['a']);
  });

  test('people are not guaranteed by district, nor given a part', () => {
    const people = makeCase({
      budget: 0n,
      kind: 'ordinal',
      limits: noLimits,
      projects: three,
      papers: [],
    });
    for (const rule of ['schulze', 'stv'] as const)
      for (const asked of [{ winnersPerZone: 1 }, { partFunding: 50 }])
        expect(() =>
          countWithHouseRules(people, { ...byId, rule, seats: 1 }, { ...noHouseRules, ...asked }),
        ).toThrow(RangeError);
  });
});
