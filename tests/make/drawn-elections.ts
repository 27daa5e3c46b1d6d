import fc from 'fast-check';
import {
  type BallotKind,
  carriesPoints,
  noLimits,
  type Paper,
  type Project,
  type RuleName,
  rulesFor,
  type TallyOptions,
  type TieBreaker,
  takesSeats,
  tieBreakers,
} from '../../src/rooms/tally/index.ts';
import type { Case } from './elections.ts';

export const scoredKinds: readonly BallotKind[] = [
  'approval',
  'choose-one',
  'ordinal',
  'cumulative',
  'scoring',
];

export const allKinds: readonly BallotKind[] = [...scoredKinds, 'judgment', 'yes-no'];

const ids = fc.oneof(
  fc.constantFrom('1', '2', '9', '10', '__proto__', 'constructor'),
  fc.string({ minLength: 1, maxLength: 3 }),
);

/** Some have a district and a holder, some have neither; a draw gives few different lots. */
const projects: fc.Arbitrary<Project[]> = fc.uniqueArray(
  fc
    .record({
      id: ids,
      cost: fc.bigInt(0n, 15n),
      depositedAt: fc.integer({ min: 0, max: 3 }),
      lot: fc.constantFrom('0a', '3f', 'c2'),
      zone: fc.constantFrom('', 'Nord', 'Sud', '__proto__'),
      holder: fc.constantFrom('', 'Ana', 'Bob'),
    })
    .map(({ zone, holder, ...project }) => ({
      ...project,
      ...(zone && { zone }),
      ...(holder && { holder }),
    })),
  { selector: ({ id }) => id, minLength: 1, maxLength: 9 },
);

/** Few projects, few ballots and few different costs, so that ties and misfits are common. */
export function drawCases(kinds: readonly BallotKind[]): fc.Arbitrary<Case> {
  return fc
    .record({
      budget: fc.bigInt(0n, 40n),
      kind: fc.constantFrom(...kinds),
      projects,
      grades: fc.integer({ min: 2, max: 5 }),
      spareRanks: fc.integer({ min: 0, max: 2 }),
    })
    .chain(({ spareRanks, grades, ...terms }) => {
      const most = terms.projects.length + spareRanks;
      return fc.record({
        ...fixed(terms),
        ...(terms.kind === 'judgment' && { grades: fc.constant(grades) }),
        limits: fc.constantFrom(noLimits, { ...noLimits, maxLength: most }),
        papers: fc.array(drawPaper(terms, grades), { maxLength: 12 }),
      });
    });
}

function fixed<Terms extends object>(terms: Terms) {
  return Object.fromEntries(
    Object.entries(terms).map(([name, value]) => [name, fc.constant(value)]),
  ) as { [Name in keyof Terms]: fc.Arbitrary<Terms[Name]> };
}

function drawPaper(
  terms: { kind: BallotKind; projects: readonly Project[] },
  grades: number,
): fc.Arbitrary<Paper> {
  const all = terms.projects.map(({ id }) => id);
  const longest = terms.kind === 'choose-one' ? 1 : all.length;
  const mostPoints = { judgment: grades - 1, 'yes-no': 1 } as Partial<Record<BallotKind, number>>;
  return fc.shuffledSubarray(all, { maxLength: longest }).chain((choices) =>
    carriesPoints(terms.kind)
      ? fc
          .array(fc.nat(mostPoints[terms.kind] ?? 4), {
            minLength: choices.length,
            maxLength: choices.length,
          })
          .map((points): Paper => ({ choices, points }))
      : fc.constant<Paper>({ choices }),
  );
}

/** Any rule that counts such ballots, or the one that is wanted, with everything that it may be told. */
function drawOptions(
  { kind, grades = 1 }: Case,
  wanted: readonly RuleName[] = rulesFor(kind),
): fc.Arbitrary<TallyOptions> {
  return fc.constantFrom(...wanted).chain((rule) => {
    const seats = fc.integer({ min: 1, max: 4 });
    const some = {
      always: seats,
      maybe: fc.option(seats, { nil: undefined }),
      never: fc.constant(undefined),
    }[takesSeats(rule)];
    return fc
      .record({
        rule: fc.constant(rule),
        tieBreak: fc.shuffledSubarray<TieBreaker>([...tieBreakers]),
        fundUnsupported: fc.boolean(),
        seats: some,
        defaultGrade: fc.nat(grades - 1),
      })
      .map(({ seats: told, defaultGrade, ...options }) => ({
        ...options,
        ...(told !== undefined && { seats: told }),
        ...(kind === 'judgment' && { defaultGrade }),
      }));
  });
}

/** A case of any kind of ballots, and how it is counted. */
export function drawCounts(kinds = allKinds): fc.Arbitrary<[Case, TallyOptions]> {
  return drawCases(kinds).chain((given) => fc.tuple(fc.constant(given), drawOptions(given)));
}

/** The same for one rule: those that few kinds of ballots can be counted by are seldom drawn among all. */
export function drawCountsBy(rule: RuleName): fc.Arbitrary<[Case, TallyOptions]> {
  const kinds = allKinds.filter((kind) => rulesFor(kind).includes(rule));
  return drawCases(kinds).chain((given) =>
    fc.tuple(fc.constant(given), drawOptions(given, [rule])),
  );
}
