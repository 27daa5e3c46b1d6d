import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MadeResult, makeResult } from '../../../../tests/make/results.ts';
import { keyOf, unfold, writtenPolls } from '../../../../tests/make/written-polls.ts';
import type { BallotKind, Fraction, RuleName } from '../../tally/index.ts';
import { roundDown } from './fractions.ts';
import { listMoments } from './phragmen-figures.ts';
import type { TallyBy } from './result.ts';
import { listStories } from './result-figures.ts';
import { describeEndowment, listPurchases, listShortfalls } from './shares-figures.ts';

const add = (a: Fraction, b: Fraction) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = ({ n, d }: Fraction, count: number) => ({ n: n * BigInt(count), d });
const less = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d;
const minus = (a: Fraction, b: Fraction) => add(a, times(b, -1));
const cents = (amount: number): Fraction => ({ n: BigInt(amount), d: 1n });
const same = (a: Fraction, b: Fraction) => expect(a.n * b.d).toBe(b.n * a.d);
const sum = (shares: readonly Fraction[]) => shares.reduce(add, cents(0));

function tallyOf<Method extends 'shares' | 'phragmen'>(made: MadeResult): TallyBy<Method> {
  return made.result.envelopes[0]!.tally as unknown as TallyBy<Method>;
}

const CASES: [RuleName, BallotKind][] = [
  ['mes-cost', 'approval'],
  ['mes-cost-add1u', 'approval'],
  ['mes-card-add1e', 'approval'],
  ['mes-card-u', 'cumulative'],
  ['mes-cost-add1', 'cumulative'],
];

describe('R57 R58 who pays what in equal shares', () => {
  it.each(CASES)(
    '%s, %s ballots: replayed by hand, payments make the cost and nobody pays what they have not',
    (rule, kind) => {
      fc.assert(
        fc.property(writtenPolls(rule, kind), (written) => {
          const tally = tallyOf<'shares'>(makeResult(written));
          const ballots = unfold(written);
          const points = (ballot: number, project: string) => {
            const choice = ballots[ballot]!.find((one) => keyOf(one) === project);
            return choice === undefined ? 0 : typeof choice === 'string' ? 1 : choice[1];
          };
          const { first, last, raised } = describeEndowment(tally);
          if (ballots.length === 0) {
            expect(tally.winners).toEqual([]);
            return;
          }
          same(times(first, ballots.length), cents(tally.budget));
          same(minus(last, first), cents(raised));
          expect(raised % 100).toBe(0);
          const purses = ballots.map(() => last);
          const purchases = listPurchases(tally);
          const held = (project: string) => sum(purses.filter((_, at) => points(at, project) > 0));
          const shortfalls = listShortfalls(tally);
          const checkShortfalls = (round: number) => {
            for (const { project, money, missing, cost } of shortfalls.filter(
              (one) => one.afterRounds === round,
            )) {
              expect(roundDown(held(project))).toBe(money);
              expect(money + missing).toBe(cost);
              expect(missing).toBeGreaterThan(0);
            }
          };
          checkShortfalls(0);
          for (const purchase of purchases) {
            const backers = purses.flatMap((purse, at) => {
              const asked = times(purchase.price, points(at, purchase.project));
              return points(at, purchase.project) > 0 ? [{ at, purse, asked }] : [];
            });
            const paid = backers.map(({ purse, asked }) => (less(purse, asked) ? purse : asked));
            same(sum(paid), cents(purchase.cost));
            const full = backers.filter(({ purse, asked }) => !less(purse, asked));
            expect([full.length, backers.length - full.length]).toEqual([
              purchase.payers,
              purchase.exhausted,
            ]);
            expect(backers.length).toBe(purchase.namings);
            same(
              {
                n: purchase.effective.n * purchase.price.n,
                d: purchase.effective.d * purchase.price.d,
              },
              cents(purchase.cost),
            );
            if (purchase.parts) {
              same(purchase.parts.inFull, sum(full.map(({ asked }) => asked)));
              same(add(purchase.parts.inFull, purchase.parts.byExhausted), cents(purchase.cost));
            } else expect(kind).toBe('cumulative');
            for (const [at, { at: ballot }] of backers.entries())
              purses[ballot] = minus(purses[ballot]!, paid[at]!);
            checkShortfalls(purchase.round);
          }
          for (const purse of purses) expect(less(purse, cents(0))).toBe(false);
        }),
        { numRuns: 80 },
      );
    },
  );

  it('effective votes are the votes as long as nobody has spent anything', () => {
    const { result } = makeResult({
      rule: 'mes-cost',
      kind: 'approval',
      envelope: 1000_00,
      options: [600_00, 300_00],
      ballots: [
        [6, ['1']],
        [4, ['1', '2']],
      ],
    });
    const [first] = listPurchases(result.envelopes[0]!.tally as unknown as TallyBy<'shares'>);
    expect(first).toMatchObject({ project: '1', effective: { n: 10n, d: 1n }, exhausted: 0 });
  });

  it('every project has one reason, those that voters bought first', () => {
    fc.assert(
      fc.property(writtenPolls('mes-cost-add1u', 'approval'), (written) => {
        const { poll, result } = makeResult(written);
        const [envelope] = result.envelopes;
        const stories = listStories(envelope!, poll);
        expect(stories.every(({ reason }) => reason !== null)).toBe(true);
        const bought = stories.filter(({ reason }) => reason!.by === 'purchase');
        expect(bought.every(({ outcome }) => outcome === 'won')).toBe(true);
        const won = stories.filter(({ outcome }) => outcome === 'won');
        expect(won.map(({ project }) => project).toSorted()).toEqual(envelope!.winners.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

describe('R57 R58 when a project could be paid (Phragmén)', () => {
  it('at that moment its voters hold its cost together; what is left chains', () => {
    fc.assert(
      fc.property(writtenPolls('phragmen', 'approval'), (written) => {
        const made = makeResult(written);
        const tally = tallyOf<'phragmen'>(made);
        const ballots = unfold(written).map((choices) => choices.map(keyOf));
        const spentAt = ballots.map(() => cents(0));
        let left = tally.budget;
        for (const moment of listMoments(tally)) {
          if (moment.outcome === 'after-stop' || moment.outcome === 'tied-with-misfit') continue;
          expect(moment.left).toBe(left);
          expect(moment.missing).toBe(Math.max(0, moment.cost - left));
          const backers = ballots.flatMap((keys, at) =>
            keys.includes(moment.project) ? [at] : [],
          );
          expect(backers.length).toBe(moment.namings);
          if (moment.outcome === 'does-not-fit') {
            expect(moment.stopsHere).toBe(true);
            continue;
          }
          same(sum(backers.map((at) => minus(moment.time, spentAt[at]!))), cents(moment.cost));
          for (const at of backers) spentAt[at] = moment.time;
          left -= moment.cost;
        }
        expect(left).toBe(made.result.left);
      }),
      { numRuns: 80 },
    );
  });
});
