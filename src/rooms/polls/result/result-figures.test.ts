import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeResult } from '../../../../tests/make/results.ts';
import { keyOf, unfold, writtenPolls } from '../../../../tests/make/written-polls.ts';
import type { BallotKind, RuleName } from '../../tally/index.ts';
import { SMALLEST_SHOWN } from '../recount/small-cells.ts';
import { listStories, type Story } from './result-figures.ts';
import { describeSatisfaction } from './satisfaction-figures.ts';
import { countPerThousand, type TurnFigures } from './turn-figures.ts';

const turnOf = ({ reason }: Story): TurnFigures | null =>
  reason && 'turn' in reason ? reason.turn : null;

/** What was left at each turn, chained from the whole to what the result says is left. */
function expectChain(turns: readonly TurnFigures[], budget: number, left: number) {
  let expected = budget;
  for (const [at, turn] of turns.entries()) {
    expect(turn).toMatchObject({ place: at + 1, left: expected, budget });
    expect(turn.missing).toBe(Math.max(0, turn.cost - turn.left));
    if (turn.decision === 'funded') expected -= turn.cost;
    if (turn.decision === 'does-not-fit') expect(turn.missing).toBeGreaterThan(0);
    if (turn.decision === 'over-budget') expect(turn.cost).toBeGreaterThan(budget);
  }
  expect(expected).toBe(left);
}

const WALKS: [RuleName, BallotKind][] = [
  ['greedy', 'approval'],
  ['greedy-noskip', 'choose-one'],
  ['greedy-per-cost', 'approval'],
  ['points', 'cumulative'],
  ['borda', 'ordinal'],
  ['majority-judgment', 'judgment'],
  ['yes-no', 'yes-no'],
];

describe('R57 R58 the figures of a result are those of its trace', () => {
  it.each(WALKS)(
    '%s: what was left, what it cost and what was missing chain to the rest',
    (rule, kind) => {
      fc.assert(
        fc.property(writtenPolls(rule, kind), (written) => {
          const { poll, result } = makeResult(written);
          const [envelope] = result.envelopes;
          const stories = listStories(envelope!, poll);
          expect(stories.map(({ project }) => project).toSorted()).toEqual(
            written.options.map((_, at) => `${at + 1}`),
          );
          expectChain(
            stories.map((story) => turnOf(story)!),
            envelope!.budget,
            envelope!.left,
          );
          const won = stories.filter(({ outcome }) => outcome === 'won');
          expect(won.map(({ project }) => project)).toEqual(envelope!.winners);
          for (const story of won) expect(turnOf(story)?.decision).toBe('funded');
          const spent = won.reduce((sum, story) => sum + turnOf(story)!.cost, 0);
          expect(spent).toBe(envelope!.cost);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('votes for each thousand compare as votes for each cent do', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 10_000_000 }), (score, cost) => {
        expect(countPerThousand(score, cost)).toBeCloseTo((score / (cost / 100)) * 1000, 2);
      }),
    );
    expect(countPerThousand(3, 0)).toBeNull();
  });

  it('a poll by yes or no says every answer, and rejects what has not more yes', () => {
    fc.assert(
      fc.property(writtenPolls('yes-no', 'yes-no'), (written) => {
        const ballots = unfold(written);
        const { poll, result } = makeResult(written);
        for (const { project, reason } of listStories(result.envelopes[0]!, poll)) {
          if (reason?.by !== 'answers') throw new Error('Another reason.');
          const given = (answer: number) =>
            ballots.filter((choices) =>
              choices.some((choice) => choice[0] === project && choice[1] === answer),
            ).length;
          const { yes, no, abstained } = reason.answers;
          expect([yes, no, yes + no + abstained]).toEqual([given(1), given(0), ballots.length]);
          const affordable = reason.turn.decision !== 'over-budget';
          expect(reason.turn.decision === 'rejected').toBe(yes <= no && affordable);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Twelve projects of three districts, enough money for some. */
const town = (ballots: readonly (readonly [number, readonly string[]])[]) => ({
  rule: 'greedy' as const,
  kind: 'approval' as const,
  envelope: 1000_00,
  options: [
    { cost: 400_00, zone: 'Nord', holder: 'a' },
    { cost: 300_00, zone: 'Nord', holder: 'a' },
    { cost: 500_00, zone: 'Sud', holder: 'b' },
    { cost: 350_00, zone: 'Sud', holder: 'c' },
    { cost: 50_00, zone: 'Sud', holder: 'd' },
    { cost: 900_00, zone: 'Sud', holder: 'e' },
  ],
  ballots,
});
const ballots = [
  [40, ['1', '2']],
  [30, ['2', '4']],
  [20, ['4', '6']],
  [8, ['3']],
  [1, ['5']],
] as const;

describe('R57 house rules are told where they settled something', () => {
  const storiesOf = (houseRules: Parameters<typeof makeResult>[0]['houseRules']) => {
    const { poll, result } = makeResult({ ...town(ballots), houseRules });
    const [envelope] = result.envelopes;
    return {
      envelope: envelope!,
      stories: new Map(listStories(envelope!, poll).map((story) => [story.project, story])),
    };
  };

  it('a guaranteed place comes first and is not the rule’s', () => {
    const { stories, envelope } = storiesOf({ winnersPerZone: 1 });
    expect([...stories.keys()].slice(0, 2)).toEqual(['2', '4']);
    expect(stories.get('4')).toMatchObject({
      outcome: 'won',
      house: { by: 'guarantee', zone: 'Sud' },
      reason: null,
    });
    expect(turnOf(stories.get('1')!)).toMatchObject({ budget: 350_00, decision: 'over-budget' });
    expect(envelope.cost + envelope.left).toBe(envelope.budget);
  });

  it('what is taken out says why, and by whom', () => {
    const { stories } = storiesOf({
      minimumNamings: 5,
      mostPerHolder: 1,
      incompatible: [['2', '4']],
    });
    expect(stories.get('5')?.house).toEqual({ by: 'too-few-namings' });
    expect(stories.get('1')?.house).toEqual({ by: 'holder-has-enough' });
    expect(stories.get('4')).toMatchObject({
      outcome: 'lost',
      house: { by: 'incompatible', because: '2' },
      reason: null,
    });
  });

  it('the last one funded in part gets all that was left', () => {
    const { stories, envelope } = storiesOf({ minimumNamings: 5, partFunding: 50 });
    expect(envelope).toMatchObject({ winners: ['2', '4'], left: 0, cost: 1000_00 });
    expect(stories.get('1')).toMatchObject({
      outcome: 'part',
      house: { by: 'part', amount: 350_00 },
    });
  });

  it('who was passed over for the part, or for a guaranteed place, is told why', () => {
    const { stories } = storiesOf({ minimumNamings: 5, mostPerHolder: 1, partFunding: 30 });
    expect(stories.get('1')).toMatchObject({ outcome: 'lost', house: { by: 'holder-has-enough' } });
    const beside = storiesOf({ winnersPerZone: 1, incompatible: [['2', '4']] }).stories;
    expect(beside.get('4')?.house).toEqual({ by: 'incompatible', because: '2' });
  });

  it('without its quorum nothing wins, whatever the trace shows', () => {
    const { stories, envelope } = storiesOf({ quorum: 100 });
    expect(envelope.quorum).toEqual({ asked: 100, reached: false });
    expect([...stories.values()].every(({ outcome }) => outcome === 'lost')).toBe(true);
    expect([...stories.values()].some((story) => turnOf(story)?.decision === 'funded')).toBe(true);
  });
});

describe('R57 who is satisfied', () => {
  it('is counted over the ballots that choose something, by district too', () => {
    const written = town(ballots);
    const [envelope] = makeResult(written).result.envelopes;
    const told = describeSatisfaction(envelope!)!;
    const cast = unfold(written).filter((choices) => choices.length > 0);
    const satisfied = cast.filter((choices) =>
      choices.some((choice) => envelope!.winners.includes(keyOf(choice))),
    );
    expect(told).toMatchObject({ ballots: cast.length, share: satisfied.length / cast.length });
    expect(told.zones.map(({ zone }) => zone)).toEqual(['Nord', 'Sud']);
    expect(told.zones[0]).toMatchObject({ ballots: 70, share: 1 });
  });

  it('is not told of fewer than ten ballots', () => {
    const few = town([
      [SMALLEST_SHOWN - 1, ['3']],
      [SMALLEST_SHOWN, ['1']],
    ]);
    const told = describeSatisfaction(makeResult(few).result.envelopes[0]!)!;
    expect(told.zones).toEqual([
      { zone: 'Nord', ballots: 10, share: 1 },
      { zone: 'Sud', ballots: 9, share: null },
    ]);
  });

  it('is left out where it was not counted, and where nobody won', () => {
    const satisfaction = { ballots: 0, satisfied: 0, zones: [] };
    expect(describeSatisfaction({ satisfaction, winners: ['1'] })).toBeNull();
    const without = makeResult({ ...town(ballots), houseRules: { quorum: 100 } }).result;
    expect(describeSatisfaction(without.envelopes[0]!)).toBeNull();
  });
});
