import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCounts } from '../../../tests/make/drawn-elections.ts';
import { type Case, makeCase } from '../../../tests/make/elections.ts';
import { findDifference, readOutOneByOne } from '../../../tests/make/judgments.ts';
import { countElection, type Project, type TallyOptions } from './index.ts';
import { compareTied, completeTieBreak } from './tie-break.ts';

const runs = { numRuns: 1500 };

function pointsFor({ papers }: Case, id: string): (number | undefined)[] {
  return papers.map(({ choices, points }) => points![choices.indexOf(id)]);
}

/** Walks down projects already in order: fits or not, as long as there are seats. */
function fundInOrder(
  { budget }: Case,
  inOrder: readonly Project[],
  { seats = Number.POSITIVE_INFINITY }: Pick<TallyOptions, 'seats'>,
): string[] {
  let left = budget;
  const winners: string[] = [];
  for (const { id, cost } of inOrder) {
    if (cost > left || winners.length >= seats) continue;
    winners.push(id);
    left -= cost;
  }
  return winners;
}

/** Every list of grades is written out and read from the middle, one judgment at a time. */
function judgeSlowly(
  given: Case,
  { tieBreak, fundUnsupported, ...options }: TallyOptions,
): string[] {
  const { grades = 0, projects } = given;
  const valueOf = (id: string) => {
    const tally = Array<number>(grades).fill(0);
    for (const grade of pointsFor(given, id)) tally[grade ?? options.defaultGrade ?? 0]! += 1;
    return readOutOneByOne(tally);
  };
  const compare = (a: Project, b: Project): number => {
    const [one, other] = [valueOf(a.id), valueOf(b.id)];
    const at = findDifference(one, other);
    return at < 0 ? compareTied(completeTieBreak(tieBreak), a, b) : other[at]! - one[at]!;
  };
  const judged = projects.filter(
    ({ id }) => fundUnsupported || pointsFor(given, id).some((grade) => grade !== undefined),
  );
  return fundInOrder(given, judged.sort(compare), options);
}

function answerSlowly(given: Case, options: TallyOptions): string[] {
  const said = (id: string, answer: number) =>
    pointsFor(given, id).filter((point) => point === answer).length;
  const compare = (a: Project, b: Project): number =>
    said(b.id, 1) - said(b.id, 0) - (said(a.id, 1) - said(a.id, 0)) ||
    said(b.id, 1) - said(a.id, 1) ||
    compareTied(completeTieBreak(options.tieBreak), a, b);
  const accepted = given.projects.filter(({ id }) => said(id, 1) > said(id, 0));
  return fundInOrder(given, accepted.sort(compare), options);
}

describe('rules of one kind of ballot, counted a second time in the plainest way', () => {
  test('R176 V13 majority judgment, one judgment read after another', () => {
    fc.assert(
      fc.property(drawCounts(['judgment']), ([given, options]) => {
        const { winners } = countElection(makeCase(given), options);
        expect(winners).toEqual(judgeSlowly(given, options));
      }),
      runs,
    );
  });

  test('R176 profiles hold every ballot once, missing judgments at the default grade', () => {
    fc.assert(
      fc.property(drawCounts(['judgment']), ([given, options]) => {
        const { rule, ...rest } = options;
        const { judged, defaultGrade, ballots } = countElection(makeCase(given), {
          ...rest,
          rule: 'majority-judgment',
        });
        expect(defaultGrade).toBe(options.defaultGrade);
        for (const { project, profile, missing } of judged) {
          const grades = pointsFor(given, project);
          expect(profile.reduce((sum, count) => sum + count, 0)).toBe(ballots);
          expect(missing).toBe(grades.filter((grade) => grade === undefined).length);
          profile.forEach((count, grade) => {
            const taken = grade === defaultGrade ? missing : 0;
            expect(count).toBe(grades.filter((one) => one === grade).length + taken);
          });
        }
      }),
      runs,
    );
  });

  test('V13 yes and no: rejected without more yes than no, the others by their majority', () => {
    fc.assert(
      fc.property(drawCounts(['yes-no']), ([given, options]) => {
        const result = countElection(makeCase(given), { ...options, rule: 'yes-no' });
        expect(result.winners).toEqual(answerSlowly(given, options));
        result.answers.forEach(({ project, yes, no, abstained }, at) => {
          expect(yes + no + abstained).toBe(result.ballots);
          const { decision, project: turn } = result.turns[at]!;
          expect(turn).toBe(project);
          if (decision !== 'over-budget') expect(decision === 'rejected').toBe(yes <= no);
        });
      }),
      runs,
    );
  });
});
