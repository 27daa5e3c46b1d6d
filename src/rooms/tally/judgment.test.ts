import { describe, expect, test } from 'vitest';
import { type Completion, completeTallies } from './judgment.ts';

function refuse(tallies: number[][], judges: number, completion: Completion = { mode: 'plain' }) {
  const completed = completeTallies(tallies, judges, completion);
  return completed.ok ? null : [completed.refusal, completed.position];
}

describe('what is refused before it is ranked', () => {
  test('V3 judges that are not a whole number', () => {
    for (const judges of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(refuse([[1, 2]], judges)).toEqual(['judges-not-whole', null]);
  });

  test('V3 a tally that holds something else than counts', () => {
    for (const count of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(
        refuse(
          [
            [1, 2],
            [3, count],
          ],
          3,
        ),
      ).toEqual(['tally-not-whole', 1]);
  });

  test('V3 tallies of different scales, or of none', () => {
    expect(
      refuse(
        [
          [1, 2],
          [1, 1, 1],
        ],
        3,
      ),
    ).toEqual(['tally-misshapen', 1]);
    expect(refuse([[]], 0)).toEqual(['tally-misshapen', 0]);
  });

  test('V3 more judgments than judges, in any mode', () => {
    const modes: Completion[] = [
      { mode: 'plain' },
      { mode: 'static-default', grade: 0 },
      { mode: 'median-default' },
      { mode: 'normalized' },
    ];
    for (const completion of modes)
      expect(refuse([[2, 2]], 3, completion)).toEqual(['more-judgments-than-judges', 0]);
    const most = Number.MAX_SAFE_INTEGER;
    expect(refuse([[most, 1]], most)).toEqual(['more-judgments-than-judges', 0]);
  });

  test('V3 missing judgments where none may be missing', () => {
    expect(
      refuse(
        [
          [1, 2],
          [1, 1],
        ],
        3,
      ),
    ).toEqual(['judgments-missing', 1]);
  });

  test('V3 a default that is not a grade', () => {
    for (const grade of [-1, 2, 0.5, Number.NaN])
      expect(refuse([[1, 2]], 3, { mode: 'static-default', grade })).toEqual([
        'unknown-grade',
        null,
      ]);
  });

  test('V13 shares of nothing', () => {
    expect(
      refuse(
        [
          [1, 2],
          [0, 0],
        ],
        3,
        { mode: 'normalized' },
      ),
    ).toEqual(['project-not-judged', 1]);
  });
});

test('R176 a project that nobody judged has the worst grade by its own median', () => {
  const completed = completeTallies([[0, 0, 0]], 4, { mode: 'median-default' });
  expect(completed).toEqual({ ok: true, tallies: [[4, 0, 0]] });
});
