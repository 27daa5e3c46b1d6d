import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCounts } from '../../../tests/make/drawn-elections.ts';
import { type Case, makeCase, shuffled } from '../../../tests/make/elections.ts';
import {
  countElection,
  countWithHouseRules,
  findUnfitHouseRule,
  type HouseCount,
  type HouseRules,
  noHouseRules,
  type Project,
  type TallyOptions,
} from './index.ts';
import { sumSupport } from './support.ts';

interface Chosen {
  options: TallyOptions;
  houseRules: HouseRules;
}

const maybe = <T>(drawn: fc.Arbitrary<T>) => fc.option(drawn, { nil: null });

/** Any rule on any ballots, with any house rules that go with it. */
const counts: fc.Arbitrary<[Case, Chosen]> = drawCounts().chain(([given, options]) => {
  const ids = given.projects.map(({ id }) => id);
  const drawn = fc.record({
    quorum: maybe(fc.integer({ min: 1, max: 6 })),
    minimumNamings: maybe(fc.integer({ min: 1, max: 3 })),
    incompatible: fc.array(fc.subarray(ids, { minLength: Math.min(2, ids.length) }), {
      maxLength: 2,
    }),
    mostPerHolder: maybe(fc.integer({ min: 1, max: 2 })),
    winnersPerZone: maybe(fc.integer({ min: 1, max: 2 })),
    partFunding: maybe(fc.integer({ min: 1, max: 99 })),
  });
  return fc.tuple(
    fc.constant(given),
    drawn
      .filter((houseRules) => findUnfitHouseRule(options.rule, houseRules) === null)
      .map((houseRules) => ({ options, houseRules })),
  );
});

const runs = { numRuns: 2500 };
const isForPeople = ({ rule }: TallyOptions) => rule === 'schulze' || rule === 'stv';

/** Checks what each drawn count gives, with the projects that won, in order. */
function check(
  property: (given: Case, chosen: Chosen, count: HouseCount, won: Project[]) => void,
): void {
  fc.assert(
    fc.property(counts, ([given, chosen]) => {
      const count = countWithHouseRules(makeCase(given), chosen.options, chosen.houseRules);
      const won = count.winners.map((id) => given.projects.find((one) => one.id === id)!);
      property(given, chosen, count, won);
    }),
    runs,
  );
}

const sum = (projects: readonly Project[]) => projects.reduce((all, { cost }) => all + cost, 0n);

describe('house rules around every rule', () => {
  test('R58 never more is spent than the envelope, parts included', () => {
    check(({ budget }, { options }, { cost, left, part }, won) => {
      expect(cost).toBe(sum(won) + (part?.amount ?? 0n));
      expect(left).toBeGreaterThanOrEqual(0n);
      if (!isForPeople(options)) expect(cost + left).toBe(budget);
    });
  });

  test('R58 without any the winners are those of the rule', () => {
    fc.assert(
      fc.property(drawCounts(), ([given, options]) => {
        const election = makeCase(given);
        const { tally, winners, left } = countWithHouseRules(election, options, noHouseRules);
        const plain = countElection(election, options);
        expect(tally).toEqual(plain);
        expect({ winners, left }).toEqual({ winners: plain.winners, left: plain.left });
      }),
      runs,
    );
  });

  test('R58 the order of the ballots and of the projects changes nothing', () => {
    fc.assert(
      fc.property(shuffled(counts), ({ given, chosen: { options, houseRules }, ...other }) => {
        const count = (case_: Case) => {
          const { support, exclusions, ...rest } = countWithHouseRules(
            makeCase(case_),
            options,
            houseRules,
          );
          // told in the order of the list, on purpose
          const byId = (a: { project: string }, b: { project: string }) =>
            a.project < b.project ? -1 : 1;
          const out = [...exclusions].sort(byId);
          return { ...rest, support: [...support].sort(byId), exclusions: out };
        };
        expect(count({ ...given, ...other })).toEqual(count(given));
      }),
      runs,
    );
  });

  test('quorum: under it nothing wins', () => {
    check(({ papers }, { houseRules: { quorum } }, count) => {
      expect(count.quorum === null).toBe(quorum === null);
      if (quorum === null) return;
      expect(count.quorum!.reached).toBe(papers.length >= quorum);
      if (!count.quorum!.reached)
        expect(count).toMatchObject({ winners: [], part: null, cost: 0n });
    });
  });

  test('fewest namings: whoever has fewer never wins, nor gets a part', () => {
    check((given, { houseRules: { minimumNamings } }, { winners, part, exclusions }) => {
      const { namings } = sumSupport(makeCase(given));
      const few = given.projects.filter((_, at) => namings[at]! < (minimumNamings ?? 0));
      const out = exclusions.filter(({ why }) => why === 'too-few-namings');
      expect(out.map(({ project }) => project)).toEqual(few.map(({ id }) => id));
      for (const { id } of few) expect([...winners, part?.project]).not.toContain(id);
    });
  });

  test('incompatible: of each set one at most wins, and whoever is out is so because of a winner', () => {
    check((_, { houseRules: { incompatible } }, { winners, exclusions, quorum }) => {
      for (const set of incompatible)
        expect(winners.filter((id) => set.includes(id)).length).toBeLessThanOrEqual(1);
      for (const { project, why, because } of exclusions) {
        if (why !== 'incompatible') continue;
        expect(quorum?.reached).not.toBe(false);
        expect(incompatible.some((set) => set.includes(project) && set.includes(because!))).toBe(
          true,
        );
      }
    });
  });

  test('holder: nobody holds more winners than allowed', () => {
    check((_, { houseRules: { mostPerHolder } }, __, won) => {
      for (const { holder } of won) {
        if (mostPerHolder === null || holder === undefined) continue;
        const held = won.filter((winner) => winner.holder === holder).length;
        expect(held).toBeLessThanOrEqual(mostPerHolder);
      }
    });
  });

  test('districts: each has its winners, or none of its projects could have joined those before', () => {
    check((given, { houseRules }, { guarantees, winners, quorum, support }) => {
      const { winnersPerZone: most, incompatible, mostPerHolder } = houseRules;
      if (most === null || quorum?.reached === false) return expect(guarantees).toEqual([]);
      const zones = new Set(given.projects.flatMap(({ zone }) => zone ?? []));
      expect(guarantees.map(({ zone }) => zone)).toEqual([...zones].sort());
      const first = guarantees.flatMap(({ projects }) => projects);
      expect(winners.slice(0, first.length)).toEqual(first);
      const named = (id: string) => given.projects.find((project) => project.id === id)!;
      let before: Project[] = [];
      for (const { zone, projects } of guarantees) {
        before = [...before, ...projects.map(named)];
        expect(projects.length).toBeLessThanOrEqual(most);
        if (projects.length === most) continue;
        const left = given.budget - sum(before);
        for (const { id, cost, zone: own, holder } of given.projects) {
          const { namings, score } = support.find(({ project }) => project === id)!;
          const supported = given.kind === 'judgment' ? namings > 0 : score > 0;
          const few = namings < (houseRules.minimumNamings ?? 0);
          if (own !== zone || !supported || few || projects.includes(id) || cost > left) continue;
          const rival = before.some((won) =>
            incompatible.some((set) => set.includes(id) && set.includes(won.id)),
          );
          const held = before.filter((won) => holder !== undefined && won.holder === holder);
          expect(rival || held.length >= (mostPerHolder ?? Infinity)).toBe(true);
        }
      }
    });
  });

  test('part: all that was left, for one that did not win, and enough of its cost', () => {
    check(({ projects, budget }, { houseRules: { partFunding } }, { part, left, winners }) => {
      if (part === null) return;
      const { cost } = projects.find(({ id }) => id === part.project)!;
      expect(winners).not.toContain(part.project);
      expect(left).toBe(0n);
      expect(cost <= budget && part.amount < cost && part.amount > 0n).toBe(true);
      expect(part.amount * 100n).toBeGreaterThanOrEqual(BigInt(partFunding!) * cost);
    });
  });

  test('satisfaction: whoever stands behind a winner names a project', () => {
    check((given, _, { satisfaction: { zones, ...all } }) => {
      expect(all.ballots).toBeLessThanOrEqual(given.papers.length);
      for (const { ballots, satisfied } of [all, ...zones]) {
        expect(satisfied).toBeLessThanOrEqual(ballots);
        expect(ballots).toBeLessThanOrEqual(all.ballots);
        expect(satisfied).toBeLessThanOrEqual(all.satisfied);
      }
    });
  });
});
