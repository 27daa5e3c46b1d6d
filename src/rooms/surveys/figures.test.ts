import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counts, meanOf, publicFigures, SMALLEST_SHOWN, suppressCells } from './figures.ts';
import type { Question } from './question.ts';

const words = (fr: string) => ({ fr, en: '' });
const asked = (kind: Question['kind'], choices: number): Question => ({
  id: kind,
  kind,
  words: words('Une question ?'),
  choices: Array.from({ length: choices }, (_, at) => words(`Réponse ${at + 1}`)),
  required: false,
});
const counted = (id: string, people: Record<string, number>): Counts =>
  new Map([[id, new Map(Object.entries(people))]]);

describe('numbers of people that everybody may read', () => {
  it.each([
    [
      [40, 30, 20],
      [40, 30, 20],
    ],
    [
      [40, 30, 0],
      [40, 30, 0],
    ],
    // one alone would be the total less the others
    [
      [40, 12, 3],
      [40, null, null],
    ],
    // two together that are fewer than ten tell of few all the same
    [
      [40, 12, 1, 1],
      [40, null, null, null],
    ],
    [
      [40, 6, 5],
      [40, null, null],
    ],
    [
      [9, 9],
      [null, null],
    ],
  ])('R64 of %j are shown %j', (cells, shown) => {
    expect(suppressCells(cells)).toEqual(shown);
  });

  it('R64 no subtraction from the total tells a small number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 }),
        (cells) => {
          const total = cells.reduce((sum, people) => sum + people, 0);
          fc.pre(total >= SMALLEST_SHOWN);
          const shown = suppressCells(cells);
          expect(
            shown.some((people) => people !== null && people > 0 && people < SMALLEST_SHOWN),
          ).toBe(false);
          const hidden = shown.filter((people) => people === null).length;
          const left = total - shown.reduce<number>((sum, people) => sum + (people ?? 0), 0);
          if (hidden > 0) {
            expect(hidden).toBeGreaterThan(1);
            expect(left).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
          }
        },
      ),
    );
  });

  it('R64 those who gave no answer are a number of the same total', () => {
    const question = asked('one', 2);
    // 47 of 50 answered: the three others would be told by 50 − 35 − 12
    const [figures] = publicFigures(
      [question],
      counted('one', { '': 47, 1: 35, 2: 12 }),
      50,
    ).questions;
    expect(figures!.choices.map(({ people }) => people)).toEqual([35, null]);
    expect(figures!.answered).toBeNull();
  });

  it('R64 of several answers each is a total with those who did not give it', () => {
    const question = asked('several', 3);
    const counts = counted('several', { '': 50, 1: 45, 2: 20, 3: 4 });
    const [figures] = publicFigures([question], counts, 50).questions;
    // five did not tick the first
    expect(figures!.choices.map(({ people }) => people)).toEqual([null, 20, null]);
    expect(figures!.answered).toBe(50);
  });

  it('R64 of nine people nothing is shown', () => {
    const figures = publicFigures([asked('one', 2)], counted('one', { '': 9, 1: 9 }), 9);
    expect(figures.answers).toBeNull();
    expect(figures.questions[0]).toMatchObject({ answered: null });
    expect(figures.questions[0]!.choices.every(({ people }) => people === null)).toBe(true);
  });

  it('the mean of a scale is told where every number is', () => {
    const scale = asked('scale', 2);
    const of = (people: Record<string, number>, answers: number) =>
      meanOf(publicFigures([scale], counted('scale', people), answers).questions[0]!);
    expect(of({ '': 30, 3: 10, 4: 10, 5: 10 }, 30)).toBe(4);
    expect(of({ '': 30, 3: 5, 4: 15, 5: 10 }, 30)).toBeNull();
  });

  it('R98 W5 each line of a table is a total; a part that is too small is told nowhere', () => {
    const rows = [words('Les trains'), words('Les vélos')];
    const table: Question = { ...asked('matrix', 2), id: 'table', rows };
    const counts = counted('table', { '': 40, '1.1': 25, '1.2': 15, '2.1': 37, '2.2': 3 });
    const [figures] = publicFigures([table], counts, 40).questions;
    expect(figures!.choices.map(({ people }) => people)).toEqual([25, 15, null, null]);
    const first = asked('one', 3);
    const branch: Question = {
      ...asked('one', 2),
      id: 'branch',
      shownIf: { question: 'one', choices: ['1'] },
    };
    const told = (chose: Record<string, number>, answered: Record<string, number>) =>
      publicFigures(
        [first, branch],
        new Map([...counted('one', chose), ...counted('branch', answered)]),
        40,
      ).questions[1]!.choices.map(({ people }) => people);
    // everybody whom it was shown to answered
    expect(told({ '': 40, 1: 28, 2: 12 }, { '': 28, '*': 28, 1: 18, 2: 10 })).toEqual([18, 10]);
    // one of those whom it was shown to did not
    expect(told({ '': 40, 1: 28, 2: 12 }, { '': 27, '*': 28, 1: 17, 2: 10 })).toEqual([17, null]);
    // the answer that leads to it is not told: what it says would tell it
    expect(told({ '': 40, 1: 12, 2: 25, 3: 3 }, { '': 12, '*': 12, 1: 12 })).toEqual([null, null]);
  });
});
