import { describe, expect, test } from 'vitest';
import { allKinds } from '../../../tests/make/drawn-elections.ts';
import { makeCase } from '../../../tests/make/elections.ts';
import {
  type BallotKind,
  carriesPoints,
  countElection,
  noLimits,
  type Paper,
  type RuleName,
  ruleNames,
  rulesFor,
  type TallyResult,
  takesSeats,
} from './index.ts';

/** What a ballot gives to each project that it names: full support. */
const given: Partial<Record<BallotKind, number>> = { judgment: 2, 'yes-no': 1 };

/** Ballots as letters, in the voter's order; of one choice, the first letter alone. */
function writePaper(kind: BallotKind, letters: string): Paper {
  const choices = [...(kind === 'choose-one' ? letters.slice(0, 1) : letters)];
  return carriesPoints(kind)
    ? { choices, points: choices.map(() => given[kind] ?? 1) }
    : { choices };
}

interface Asked {
  budget: bigint;
  costs: Record<string, bigint>;
  ballots: string[];
  /** Of a rule that must know; 1 unless told. */
  seats?: number;
  fundUnsupported?: boolean;
}

/** Counts forwards and backwards: the result is the same, or the test fails. */
function count(kind: BallotKind, rule: RuleName, asked: Asked): TallyResult {
  const projects = Object.entries(asked.costs).map(([id, cost]) => ({ id, cost }));
  const papers = asked.ballots.map((letters) => writePaper(kind, letters));
  const terms = { budget: asked.budget, kind, limits: { ...noLimits, maxLength: 3 }, grades: 3 };
  const options = {
    rule,
    tieBreak: [],
    fundUnsupported: asked.fundUnsupported ?? false,
    ...(takesSeats(rule) === 'always' && { seats: asked.seats ?? 1 }),
  };
  const result = countElection(makeCase({ ...terms, projects, papers }), options);
  const backwards = { projects: projects.toReversed(), papers: papers.toReversed() };
  expect(countElection(makeCase({ ...terms, ...backwards }), options)).toEqual(result);
  return result;
}

const every = allKinds.flatMap((kind) => rulesFor(kind).map((rule) => [kind, rule] as const));
const isForPeople = (rule: RuleName) => rule === 'schulze' || rule === 'stv';
const sharesAlone = (rule: RuleName) => rule === 'mes-cost' || rule === 'mes-card';

test('V13 there is a kind of ballots for each rule, and a rule for each kind', () => {
  expect(new Set(every.map(([, rule]) => rule))).toEqual(new Set(ruleNames));
  expect(new Set(every.map(([kind]) => kind))).toEqual(new Set(allKinds));
});

describe.each(every)('%s ballots by %s', (kind, rule) => {
  test('V13 zero votes: nobody wins, and the envelope stays whole', () => {
    const result = count(kind, rule, { budget: 10n, costs: { a: 4n, b: 7n, c: 0n }, ballots: [] });
    expect(result).toMatchObject({ winners: [], cost: 0n, left: 10n, ballots: 0, blank: 0 });
  });

  test('V13 all blank: every ballot counts, nobody wins', () => {
    const costs = { a: 4n, b: 0n };
    const result = count(kind, rule, { budget: 10n, costs, ballots: ['', '', ''] });
    expect(result).toMatchObject({ winners: [], left: 10n, ballots: 3, blank: 3 });
  });

  test('V13 nobody supports anybody: by the tie-break where the policy funds that, and only there', () => {
    const asked = { budget: 10n, costs: { a: 6n, b: 6n }, ballots: [''], fundUnsupported: true };
    const { winners, fundUnsupported } = count(kind, rule, asked);
    expect(winners).toEqual(fundUnsupported ? ['a'] : []);
    const buys = rule.startsWith('mes-') && !rule.endsWith('u');
    const refuses = buys || rule === 'phragmen' || rule === 'yes-no';
    expect(fundUnsupported).toBe(!refuses);
  });

  test('V13 one voter decides alone', () => {
    const asked = { budget: 10n, costs: { a: 4n, b: 7n, c: 6n }, ballots: ['ac'], seats: 2 };
    const { winners } = count(kind, rule, asked);
    const alone = kind === 'choose-one' || rule === 'schulze';
    expect([...winners].sort()).toEqual(alone ? ['a'] : ['a', 'c']);
  });

  test('V13 a tie: the smaller id wins, and the tie is in the result', () => {
    const asked = { budget: 10n, costs: { b: 6n, a: 6n }, ballots: ['ab', 'ba'] };
    const result = count(kind, rule, asked);
    // one voter's share is not enough for the one project that this voter supports
    const unaffordable = rule.startsWith('mes-') && kind === 'choose-one';
    expect(result.winners).toEqual(unaffordable && !rule.endsWith('u') ? [] : ['a']);
    if (!unaffordable) expect(listTied(result)).toEqual(['a', 'b']);
    expect(result.tieBreak).toEqual(['smaller-id']);
  });

  test('V13 budget 0: only what costs nothing and has support wins', () => {
    const asked = { budget: 0n, costs: { a: 1n, b: 0n, c: 0n }, ballots: ['ba', 'b'] };
    expect(count(kind, rule, asked)).toMatchObject({ winners: ['b'], cost: 0n, left: 0n });
  });

  test('V13 a project over the envelope never wins and stops nothing; people have no price', () => {
    const asked = { budget: 10n, costs: { a: 11n, b: 10n }, ballots: ['ab', 'ab', 'b'] };
    const { winners } = count(kind, rule, asked);
    if (isForPeople(rule)) expect(winners).toEqual(['a']);
    else expect(winners).toEqual(kind === 'choose-one' && sharesAlone(rule) ? [] : ['b']);
  });
});

/** The first tie that the result tells of. */
function listTied(result: TallyResult): readonly string[] {
  switch (result.method) {
    case 'shares': {
      const { project, tied } = result.rounds[0]!;
      return [project, ...tied];
    }
    case 'schulze':
      return result.tie?.candidates ?? [];
    case 'stv':
      return result.rounds[0]?.tie?.candidates ?? [];
    default:
      return result.ties[0]?.projects ?? [];
  }
}

describe('what a rule does not count', () => {
  const terms = { budget: 1n, projects: [{ id: 'a', cost: 1n }], limits: noLimits };
  const options = { tieBreak: [], fundUnsupported: false };

  test.each(
    ruleNames.flatMap((rule) =>
      allKinds
        .filter((kind) => !rulesFor(kind).includes(rule))
        .map((kind) => [rule, kind] as const),
    ),
  )('%s refuses %s ballots', (rule, kind) => {
    const election = makeCase({ ...terms, kind, grades: 2, papers: [] });
    expect(() => countElection(election, { ...options, rule, seats: 1 })).toThrow(RangeError);
  });

  test.each([
    ['stv', undefined],
    ['stv', 1.5],
    ['stv', -1],
    ['schulze', 2],
    ['mes-cost', 1],
    ['greedy', Number.NaN],
  ] as const)('%s refuses %s seats', (rule, seats) => {
    const election = makeCase({ ...terms, kind: 'ordinal', papers: [] });
    expect(() => countElection(election, { ...options, rule, seats })).toThrow(RangeError);
  });

  test('a default grade must be one of the scale', () => {
    const election = makeCase({ ...terms, kind: 'judgment', grades: 3, papers: [] });
    const rule = 'majority-judgment';
    for (const defaultGrade of [-1, 3, 0.5])
      expect(() => countElection(election, { ...options, rule, defaultGrade })).toThrow(RangeError);
  });
});
