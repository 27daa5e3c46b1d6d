import { describe, expect, test } from 'vitest';
import { makeCase } from '../../tests/make/elections.ts';
import {
  type BallotKind,
  countElection,
  noLimits,
  type Paper,
  type RuleName,
} from '../rooms/tally/index.ts';
import { describeTally } from './tally-words.ts';

/** Kinds that no file holds are told in the same words. */
function tell(kind: BallotKind, rule: RuleName, papers: Paper[], seats?: number): string {
  const projects = [
    { id: 'a', cost: 600n },
    { id: 'b', cost: 500n },
  ];
  const terms = { budget: 1000n, kind, grades: 4, limits: noLimits };
  const election = makeCase({ ...terms, projects, papers });
  const options = { rule, tieBreak: [], fundUnsupported: false, ...(seats && { seats }) };
  const file = { election, meta: new Map(), projects: [], remarks: [] };
  return describeTally(file, countElection(election, options), null, 1).join('\n');
}

describe('a count told in a terminal', () => {
  test('R176 majority judgment: profiles, majority grades and the default grade', () => {
    const told = tell('judgment', 'majority-judgment', [
      { choices: ['a', 'b'], points: [3, 1] },
      { choices: ['a', 'b'], points: [2, 3] },
      { choices: ['a'], points: [2] },
    ]);
    expect(told).toMatch(/1 +a +2 +0 · 0 · 2 · 1 +0 +6,00 +10,00 +retenu/);
    expect(told).toMatch(/2 +b +1 +1 · 1 · 0 · 1 +1 +5,00 +4,00 +ne tient pas dans le reste/);
    expect(told).toContain('Mentions de 0 (la pire) à 3');
    expect(told).toContain('compté à la mention 0');
  });

  test('R58 yes and no: three numbers for each project, and why it is rejected', () => {
    const told = tell(
      'yes-no',
      'yes-no',
      [
        { choices: ['a', 'b'], points: [1, 0] },
        { choices: ['a'], points: [1] },
        { choices: ['b'], points: [1] },
      ],
      1,
    );
    expect(told).toMatch(/1 +a +2 +0 +1 +6,00 +10,00 +retenu/);
    expect(told).toMatch(/2 +b +1 +1 +1 +5,00 +4,00 +rejeté/);
    expect(told).toMatch(/Places\s: 1 au plus/);
    expect(told).toMatch(/Projet sans soutien\s: jamais retenu/);
  });
});
