import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareLiterally,
  fullTallies,
  listRanks,
  unevenTallies,
} from '../../../tests/make/judgments.ts';
import { completeTallies, findMajorityGrade, type GradeTally } from './judgment.ts';
import { analyseJudgments, compareJudgmentScores, judgmentScorings } from './judgment-analysis.ts';
import { rankJudged, separateJudged } from './judgment-ranking.ts';

const runs = { numRuns: 3000 };

describe('properties of majority judgment', () => {
  test('R176 the order of projects changes no rank', () => {
    fc.assert(
      fc.property(
        fullTallies.chain((tallies) =>
          fc.record({
            tallies: fc.constant(tallies),
            order: fc.shuffledSubarray([...tallies.keys()], { minLength: tallies.length }),
          }),
        ),
        ({ tallies, order }) => {
          const ranks = listRanks(tallies);
          expect(listRanks(order.map((at) => tallies[at]!))).toEqual(order.map((at) => ranks[at]));
        },
      ),
      runs,
    );
  });

  const raised = fullTallies.chain((tallies) =>
    fc.record({
      tallies: fc.constant(tallies),
      project: fc.nat(tallies.length - 1),
      from: fc.nat(tallies[0]!.length - 1),
      to: fc.nat(tallies[0]!.length - 1),
    }),
  );

  test('R176 raising one judgment never lowers a rank or a score, and changes no other order', () => {
    fc.assert(
      fc.property(raised, ({ tallies, project, from, to }) => {
        const before = tallies[project]!;
        fc.pre(from < to && before[from]! > 0);
        const after = before.map(
          (count, grade) => count + (grade === to ? 1 : 0) - (grade === from ? 1 : 0),
        );
        const better = tallies.with(project, after);
        expect(listRanks(better)[project]).toBeLessThanOrEqual(listRanks(tallies)[project]!);
        expect(compareLiterally(after, before)).toBeLessThan(0);
        expect(separateJudged(after, before).by).not.toBe('tie');
        for (const scoring of judgmentScorings)
          expect(compareJudgmentScores(after, before, scoring)).toBeLessThanOrEqual(0);
        const others = (ranked: readonly GradeTally[]) =>
          rankJudged(ranked)
            .map(({ position }) => position)
            .filter((position) => position !== project);
        expect(others(better)).toEqual(others(tallies));
      }),
      runs,
    );
  });

  test('R176 multiplying every judgment, up to millions of billions, changes no rank', () => {
    fc.assert(
      fc.property(fullTallies, fc.integer({ min: 1, max: 6e14 }), (tallies, times) => {
        const multiplied = tallies.map((tally) => tally.map((count) => count * times));
        expect(listRanks(multiplied)).toEqual(listRanks(tallies));
      }),
      runs,
    );
  });

  test('R176 missing judgments are added where the mode says, and nowhere else', () => {
    fc.assert(
      fc.property(unevenTallies, fc.nat(5), fc.nat(3), (tallies, wanted, spare) => {
        const grade = Math.min(wanted, tallies[0]!.length - 1);
        for (const mode of ['static-default', 'median-default'] as const) {
          const completed = completeTallies(tallies, 6 + spare, { mode, grade });
          if (!completed.ok) throw new Error(completed.refusal);
          for (const [position, tally] of completed.tallies.entries()) {
            const given = tallies[position]!;
            const taken = mode === 'static-default' ? grade : findMajorityGrade(given);
            expect(tally.filter((count, at) => at !== taken && count !== given[at])).toEqual([]);
            expect(analyseJudgments(tally).judgments).toBe(6 + spare);
            if (mode === 'median-default') expect(findMajorityGrade(tally)).toBe(taken);
          }
        }
      }),
      runs,
    );
  });
});
