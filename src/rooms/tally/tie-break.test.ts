import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../tests/make/elections.ts';
import { countElection, noLimits, type Project, type TieBreaker } from './index.ts';

function countTied(projects: Project[], tieBreak: TieBreaker[], seats?: number) {
  const choices = projects.map(({ id }) => id);
  const terms = { budget: 6n, kind: 'approval', limits: noLimits } as const;
  const election = makeCase({ ...terms, projects, papers: [{ choices }] });
  return countElection(election, { rule: 'greedy', tieBreak, fundUnsupported: false, seats });
}

test('V13 a tie for the last seat is decisive though all of them fit', () => {
  const cheap = ['1', '2'].map((id) => ({ id, cost: 1n }));
  expect(countTied(cheap, [], 1).ties).toMatchObject([{ projects: ['1', '2'], decisive: true }]);
  expect(countTied(cheap, [], 2).ties).toMatchObject([{ projects: ['1', '2'], decisive: false }]);
});

describe('V13 a public draw', () => {
  const drawn = [
    { id: '1', cost: 6n, lot: 'c2' },
    { id: '2', cost: 6n, lot: '9f' },
    { id: '3', cost: 6n, lot: '9e' },
  ];

  test('V13 the smaller lot wins, as text', () => {
    const { winners, ties } = countTied(drawn, ['public-draw']);
    expect(winners).toEqual(['3']);
    expect(ties).toMatchObject([{ projects: ['3', '2', '1'], by: ['public-draw'] }]);
  });

  test('V13 it only parts what criteria before it leave equal', () => {
    const cheaper = { id: '4', cost: 5n, lot: 'ff' };
    const { winners, ties } = countTied([...drawn, cheaper], ['lower-cost', 'public-draw']);
    expect(winners).toEqual(['4']);
    expect(ties[0]!.by).toEqual(['lower-cost', 'public-draw']);
  });

  test('V13 where none was held the smaller id decides, and that is what is told', () => {
    const undrawn = drawn.map(({ id, cost }) => ({ id, cost }));
    const { winners, tieBreak, ties } = countTied(undrawn, ['public-draw']);
    expect(winners).toEqual(['1']);
    expect(tieBreak).toEqual(['public-draw', 'smaller-id']);
    expect(ties[0]!.by).toEqual(['smaller-id']);
  });
});
