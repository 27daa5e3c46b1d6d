import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeResult } from '../../../../tests/make/results.ts';
import { MENTIONS, unfold, writtenPolls } from '../../../../tests/make/written-polls.ts';
import { type JudgedFigures, listJudged } from './judgment-figures.ts';
import type { TallyBy } from './result.ts';

/** Every judgment of a project, the worst first, the default 0 where a ballot says nothing. */
function listGrades(ballots: ReturnType<typeof unfold>, project: string): number[] {
  return ballots
    .map((choices) => (choices as readonly [string, number][]).find(([key]) => key === project))
    .map((choice) => choice?.[1] ?? 0)
    .sort((a, b) => a - b);
}

const middleOf = (grades: readonly number[]) => grades[Math.ceil(grades.length / 2) - 1] ?? 0;

/** One middle judgment after the other, as the book does it. */
function removeMiddles(grades: readonly number[]): number[] {
  const rest = [...grades];
  return grades.map(() => rest.splice(Math.ceil(rest.length / 2) - 1, 1)[0]!);
}

describe('R176 R57 the figures of majority judgment', () => {
  it('profiles, majority mention and what lies above and below are those of the ballots', () => {
    fc.assert(
      fc.property(writtenPolls('majority-judgment', 'judgment'), (written) => {
        const ballots = unfold(written);
        const tally = makeResult(written).result.envelopes[0]!
          .tally as unknown as TallyBy<'judgment'>;
        const judged = listJudged(tally);
        expect(judged).toHaveLength(written.options.length);
        for (const [at, one] of judged.entries()) {
          const grades = listGrades(ballots, one.project);
          expect(one.profile).toEqual(
            MENTIONS.map(
              (_, index) => grades.filter((grade) => grade === MENTIONS.length - 1 - index).length,
            ),
          );
          expect(one.judgments).toBe(ballots.length);
          expect(one.majorityGrade).toBe(middleOf(grades));
          expect(one.gauge.better).toBe(grades.filter((grade) => grade > one.majorityGrade).length);
          expect(one.gauge.worse).toBe(grades.filter((grade) => grade < one.majorityGrade).length);
          expect(one.behind?.project).toBe(judged[at - 1]?.project);
          if (one.behind) expectSeparation(judged[at - 1]!, one, ballots);
        }
      }),
      { numRuns: 80 },
    );
  });

  function expectSeparation(
    ahead: JudgedFigures,
    own: JudgedFigures,
    ballots: ReturnType<typeof unfold>,
  ) {
    const { separation, gauge } = own.behind!;
    const values = [ahead, own].map(({ project }) => removeMiddles(listGrades(ballots, project)));
    const parting = values[0]!.findIndex((grade, at) => grade !== values[1]![at]);
    expect(gauge).toEqual(ahead.gauge);
    expect(separation.by === 'tie').toBe(parting < 0);
    if (separation.by === 'tie') return;
    expect(Number(separation.removed)).toBe(parting);
    expect([separation.ahead, separation.behind]).toEqual([
      values[0]![parting],
      values[1]![parting],
    ]);
    expect(separation.by === 'majority-grade').toBe(ahead.majorityGrade > own.majorityGrade);
    if (separation.by !== 'majority-gauge') return;
    if (gauge.leads !== own.gauge.leads) expect(gauge.leads).toBe('better');
    else if (own.gauge.leads === 'better') expect(gauge.better).toBeGreaterThan(own.gauge.better);
    else expect(gauge.worse).toBeLessThan(own.gauge.worse);
  }
});
