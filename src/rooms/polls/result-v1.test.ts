import { describe, expect, it } from 'vitest';
import { makeResult } from '../../../tests/make/results.ts';
import type { PollResult, TallyBy } from './result.ts';
import { type FirstResult, upgradeResult } from './result-v1.ts';

const { result } = makeResult({
  rule: 'greedy-noskip',
  kind: 'approval',
  envelope: 1000_00,
  options: [400_00, 300_00, 900_00, 300_00, 2000_00],
  ballots: [
    [4, ['1', '2']],
    [3, ['2', '3']],
    [1, ['4', '5']],
    [2, []],
  ],
});

/** The same count as it was written then. */
function asFirst({ envelopes, format: _, ...poll }: PollResult): FirstResult {
  const [envelope] = envelopes;
  const tally = envelope!.tally as unknown as TallyBy<'greedy'>;
  return {
    format: 'pb-result-v1',
    ...poll,
    rule: 'greedy-noskip',
    tieBreak: tally.tieBreak,
    fundUnsupported: tally.fundUnsupported,
    turns: tally.turns.map(({ project, namings, ...turn }) => ({
      ...turn,
      option: project,
      votes: namings,
    })),
    ties: tally.ties.map(({ projects, ...tie }) => ({ ...tie, options: projects })),
    stoppedAt: tally.stoppedAt,
  };
}

describe('a result kept in the first format', () => {
  it('R57 reads as the same count does today, save for what was not counted then', () => {
    const upgraded = upgradeResult(asFirst(result));
    const [now] = result.envelopes;
    const [then] = upgraded.envelopes;
    const byProject = (support: PollResult['envelopes'][number]['support']) =>
      support.toSorted((a, b) => (a.project < b.project ? -1 : 1));
    expect({ ...upgraded, envelopes: [] }).toEqual({ ...result, envelopes: [] });
    expect({ ...then, support: [], satisfaction: null }).toEqual({
      ...now,
      support: [],
      satisfaction: null,
    });
    expect(byProject(then!.support)).toEqual(byProject(now!.support));
    expect(then!.satisfaction).toEqual({ ballots: 0, satisfied: 0, zones: [] });
  });

  it('today’s is left as it is', () => {
    expect(upgradeResult(result)).toBe(result);
  });
});
