import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCounts } from '../../../tests/make/drawn-elections.ts';
import { type Case, makeCase, shuffled } from '../../../tests/make/elections.ts';
import { countElection, type TallyOptions, type TallyResult, type Turn } from './index.ts';
import { sumSupport } from './support.ts';

const counts = drawCounts();
const runs = { numRuns: 2000 };

const isForPeople = ({ rule }: Pick<TallyOptions, 'rule'>) => rule === 'schulze' || rule === 'stv';

function costOf({ projects }: Case, winners: readonly string[]): bigint {
  const won = projects.filter(({ id }) => winners.includes(id));
  return won.reduce((sum, { cost }) => sum + cost, 0n);
}

/** What ranks a project in a walk, for a tie: equal strings are equally good. */
function sayMerit(result: TallyResult, { project, score, cost }: Turn): string {
  if (result.method === 'judgment')
    return `${result.judged.find((judged) => judged.project === project)!.profile}`;
  if (result.method === 'yes-no') {
    const { yes, no } = result.answers.find((answer) => answer.project === project)!;
    return `${yes} ${no}`;
  }
  // scores and costs are small here: equal quotients are equal fractions
  if (result.rule === 'greedy-per-cost' && score > 0 && cost > 0n) return `${score / Number(cost)}`;
  return result.rule === 'greedy-per-cost' && score > 0 ? `free ${score}` : `${score}`;
}

const barred = ['over-budget', 'no-support', 'rejected', 'after-stop', 'seats-taken'];

describe('every rule', () => {
  test('R58 never spends more than the envelope, and every cent is accounted for', () => {
    fc.assert(
      fc.property(counts, ([given, options]) => {
        const { winners, cost, left, budget } = countElection(makeCase(given), options);
        expect(new Set(winners).size).toBe(winners.length);
        expect(cost).toBe(costOf(given, winners));
        expect(left).toBeGreaterThanOrEqual(0n);
        expect(budget).toBe(given.budget);
        if (!isForPeople(options)) expect(cost + left).toBe(given.budget);
      }),
      runs,
    );
  });

  test('R58 V13 gives the same result whatever the order of the ballots and of the projects', () => {
    fc.assert(
      fc.property(shuffled(counts), ({ given, chosen, papers, projects }) => {
        const result = countElection(makeCase(given), chosen);
        expect(countElection(makeCase({ ...given, papers, projects }), chosen)).toEqual(result);
        expect(countElection(structuredClone(makeCase(given)), chosen)).toEqual(result);
      }),
      runs,
    );
  });

  test('R58 has no more winners than seats, and a transferable vote fills them all', () => {
    fc.assert(
      fc.property(counts, ([given, options]) => {
        const { winners } = countElection(makeCase(given), options);
        const { rule, seats = Infinity, fundUnsupported } = options;
        if (rule === 'schulze') expect(winners.length).toBeLessThanOrEqual(1);
        expect(winners.length).toBeLessThanOrEqual(seats);
        if (rule !== 'stv') return;
        const named = given.projects.filter(({ id }) =>
          given.papers.some(({ choices }) => choices.includes(id)),
        );
        const candidates = fundUnsupported ? given.projects : named;
        expect(winners).toHaveLength(Math.min(seats, candidates.length));
      }),
      runs,
    );
  });

  test('V13 says its policy for what nobody supports, and holds to it', () => {
    fc.assert(
      fc.property(counts, ([given, options]) => {
        const election = makeCase(given);
        const result = countElection(election, options);
        if (result.fundUnsupported) expect(options.fundUnsupported).toBe(true);
        const { scores, namings } = sumSupport(election);
        const support = given.kind === 'judgment' ? namings : scores;
        for (const id of result.winners) {
          const position = given.projects.findIndex((project) => project.id === id);
          if (!result.fundUnsupported) expect(support[position]).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  test('V13 records every tie of a walk, and calls nothing else a tie', () => {
    fc.assert(
      fc.property(counts, ([given, options]) => {
        const result = countElection(makeCase(given), options);
        if (!('turns' in result)) return;
        const tiedWith = (id: string) => result.ties.find((tie) => tie.projects.includes(id));
        result.turns.forEach((turn, at) => {
          const next = result.turns[at + 1];
          if (!next || barred.includes(turn.decision) || barred.includes(next.decision)) return;
          const same = sayMerit(result, turn) === sayMerit(result, next);
          const tie = tiedWith(turn.project);
          expect(tie !== undefined && tie === tiedWith(next.project)).toBe(same);
        });
        for (const { projects, by } of result.ties) {
          const turns = projects.map((id) => result.turns.find(({ project }) => project === id)!);
          expect(new Set(turns.map((turn) => sayMerit(result, turn))).size).toBe(1);
          expect(by.length).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  test('R57 a walk can be followed with a pencil: each turn says what was left and why', () => {
    fc.assert(
      fc.property(counts, ([given, options]) => {
        const result = countElection(makeCase(given), options);
        if (!('turns' in result)) return;
        let { budget: left } = given;
        let seats = options.seats ?? Infinity;
        for (const { decision, cost, ...turn } of result.turns) {
          expect(turn.left).toBe(left);
          expect(decision === 'over-budget').toBe(cost > given.budget);
          if (decision === 'seats-taken') expect(seats).toBe(0);
          if (decision === 'does-not-fit') expect(cost).toBeGreaterThan(left);
          if (decision !== 'funded') continue;
          left -= cost;
          seats -= 1;
        }
        expect(left).toBe(result.left);
      }),
      runs,
    );
  });
});
