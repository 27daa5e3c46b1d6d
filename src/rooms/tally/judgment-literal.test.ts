import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareLiterally,
  findDifference,
  findLeastMultiple,
  fullTallies,
  listRanks,
  rankLiterally,
  readOutOneByOne,
  scale,
  unevenTallies,
} from '../../../tests/make/judgments.ts';
import { completeTallies, findMajorityGrade } from './judgment.ts';
import { compareJudgmentScores } from './judgment-analysis.ts';
import { rankJudged, separateJudged, separateNeighbours } from './judgment-ranking.ts';

const runs = { numRuns: 3000 };

describe('majority judgment against removing one judgment at a time', () => {
  test('R176 V13 removing stretches and removing one judgment at a time rank alike', () => {
    fc.assert(
      fc.property(fullTallies, (tallies) => {
        expect(listRanks(tallies)).toEqual(rankLiterally(tallies));
        expect(tallies.map(findMajorityGrade)).toEqual(
          tallies.map((tally) => readOutOneByOne(tally)[0]),
        );
      }),
      runs,
    );
  });

  test('R176 comparing shares ranks like scaling to the least common multiple', () => {
    fc.assert(
      fc.property(unevenTallies, (tallies) => {
        const total = findLeastMultiple(
          tallies.map((tally) => tally.reduce((sum, count) => sum + count, 0)),
        );
        const completed = completeTallies(tallies, 6, { mode: 'normalized' });
        if (!completed.ok) throw new Error(completed.refusal);
        expect(listRanks(completed.tallies)).toEqual(
          rankLiterally(tallies.map((tally) => scale(tally, total))),
        );
      }),
      runs,
    );
  });

  test('R176 neighbours part where the lists of removed judgments first differ', () => {
    fc.assert(
      fc.property(fc.oneof(fullTallies, unevenTallies), (tallies) => {
        const ranking = rankJudged(tallies);
        const separations = separateNeighbours(tallies, ranking);
        for (const [at, separation] of separations.entries()) {
          const pair = [tallies[ranking[at]!.position]!, tallies[ranking[at + 1]!.position]!];
          const total = findLeastMultiple(
            pair.map((tally) => tally.reduce((sum, count) => sum + count, 0)),
          );
          const [ahead, behind] = pair.map((tally) => readOutOneByOne(scale(tally, total)));
          const removed = findDifference(ahead!, behind!);
          if (removed < 0) expect(separation).toEqual({ by: 'tie' });
          else
            expect(separation).toMatchObject({
              removed: BigInt(removed),
              of: BigInt(total),
              ahead: ahead![removed],
              behind: behind![removed],
            });
          const isTie = ranking[at]!.rank === ranking[at + 1]!.rank;
          expect(separation.by === 'tie').toBe(isTie);
        }
      }),
      runs,
    );
  });

  test('R176 the majority gauge never contradicts the ranking, it only leaves some tied', () => {
    fc.assert(
      fc.property(fullTallies, (tallies) => {
        const one = tallies[0]!;
        const other = tallies.at(-1)!;
        const gauge = compareJudgmentScores(one, other, 'majority-gauge');
        const ranking = compareLiterally(one, other);
        if (gauge !== 0) expect(Math.sign(gauge)).toBe(Math.sign(ranking));
        const { by } = separateJudged(one, other);
        expect(by === 'majority-grade' || by === 'majority-gauge').toBe(gauge !== 0);
        const sameGrade = findMajorityGrade(one) === findMajorityGrade(other);
        expect(by === 'majority-grade').toBe(!sameGrade);
      }),
      runs,
    );
  });
});
