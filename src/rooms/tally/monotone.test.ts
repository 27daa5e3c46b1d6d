import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCounts } from '../../../tests/make/drawn-elections.ts';
import { type Case, makeCase } from '../../../tests/make/elections.ts';
import { type BallotKind, countElection, type Paper, type TallyOptions } from './index.ts';

const runs = { numRuns: 3000 };

/** Whatever the ballots say, a rule is asked once more after one voter changed one ballot. */
function drawChange(kinds: readonly BallotKind[], rules: readonly string[]) {
  return drawCounts(kinds)
    .filter(([{ papers }, { rule }]) => papers.length > 0 && rules.includes(rule))
    .chain(([given, options]) =>
      fc.record({
        given: fc.constant(given),
        options: fc.constant(options),
        voter: fc.nat(given.papers.length - 1),
        more: fc.integer({ min: 1, max: 4 }),
      }),
    );
}

function changePaper(given: Case, voter: number, change: (paper: Paper) => Paper): Case {
  const papers = given.papers.map((paper, at) => (at === voter ? change(paper) : paper));
  return { ...given, papers };
}

function pointsFor({ choices, points }: Paper, id: string): number | undefined {
  return points?.[choices.indexOf(id)];
}

function givePoints({ choices, points = [] }: Paper, id: string, given: number): Paper {
  const others = choices.flatMap((choice, at) => (choice === id ? [] : [[choice, points[at]!]]));
  const all = [...others, [id, given]] as [string, number][];
  return { choices: all.map(([choice]) => choice), points: all.map(([, point]) => point) };
}

/** Every winner that the change favours, and no other project, still wins. */
function expectStillWins(
  given: Case,
  options: TallyOptions,
  favour: (id: string) => Case | null,
): void {
  for (const id of countElection(makeCase(given), options).winners) {
    const favoured = favour(id);
    if (favoured) expect(countElection(makeCase(favoured), options).winners).toContain(id);
  }
}

const walks = ['greedy', 'greedy-noskip', 'greedy-per-cost', 'points', 'borda'];

describe('who gains support and nobody else does never loses by it', () => {
  test('R58 one approval more', () => {
    fc.assert(
      fc.property(drawChange(['approval'], walks), ({ given, options, voter }) => {
        const unlimited = { ...given, limits: { ...given.limits, maxLength: null } };
        expectStillWins(unlimited, options, (id) =>
          given.papers[voter]!.choices.includes(id)
            ? null
            : changePaper(unlimited, voter, ({ choices }) => ({ choices: [...choices, id] })),
        );
      }),
      runs,
    );
  });

  test('R58 a rank at the end of a ballot, by Borda', () => {
    fc.assert(
      fc.property(drawChange(['ordinal'], walks), ({ given, options, voter }) => {
        expectStillWins(given, options, (id) =>
          given.papers[voter]!.choices.includes(id)
            ? null
            : changePaper(given, voter, ({ choices }) => ({ choices: [...choices, id] })),
        );
      }),
      runs,
    );
  });

  test('R58 a better rank, by Borda, where all projects cost the same', () => {
    fc.assert(
      fc.property(drawChange(['ordinal'], walks), ({ given, options, voter }) => {
        const projects = given.projects.map((project) => ({ ...project, cost: 4n }));
        const equal = { ...given, projects };
        expectStillWins(equal, options, (id) => {
          const at = equal.papers[voter]!.choices.indexOf(id);
          if (at < 1) return null;
          return changePaper(equal, voter, ({ choices }) => ({
            choices: choices.with(at - 1, id).with(at, choices[at - 1]!),
          }));
        });
      }),
      runs,
    );
  });

  test('R58 points more', () => {
    fc.assert(
      fc.property(drawChange(['scoring'], walks), ({ given, options, voter, more }) => {
        expectStillWins(given, options, (id) =>
          changePaper(given, voter, (paper) =>
            givePoints(paper, id, (pointsFor(paper, id) ?? 0) + more),
          ),
        );
      }),
      runs,
    );
  });

  test('R176 a better grade, or a grade not below the default one', () => {
    const rules = ['majority-judgment'];
    fc.assert(
      fc.property(drawChange(['judgment'], rules), ({ given, options, voter, more }) => {
        expectStillWins(given, options, (id) =>
          changePaper(given, voter, (paper) => {
            const before = pointsFor(paper, id) ?? options.defaultGrade!;
            return givePoints(paper, id, Math.min(given.grades! - 1, before + more - 1));
          }),
        );
      }),
      runs,
    );
  });

  test('R58 a yes where there was none', () => {
    fc.assert(
      fc.property(drawChange(['yes-no'], ['yes-no']), ({ given, options, voter }) => {
        expectStillWins(given, options, (id) =>
          changePaper(given, voter, (paper) => givePoints(paper, id, 1)),
        );
      }),
      runs,
    );
  });

  test('R58 a better rank, by Schulze', () => {
    fc.assert(
      fc.property(drawChange(['ordinal'], ['schulze']), ({ given, options, voter }) => {
        expectStillWins(given, options, (id) =>
          changePaper(given, voter, ({ choices }) => ({
            choices: [id, ...choices.filter((choice) => choice !== id)],
          })),
        );
      }),
      runs,
    );
  });
});
