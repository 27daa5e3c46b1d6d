import { describe, expect, it } from 'vitest';
import { makePoll } from '../../../../tests/make/polls.ts';
import { makeResult } from '../../../../tests/make/results.ts';
import { openTestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { publishResult, sealPoll } from '../index.ts';
import { recordAct } from '../poll.store.ts';
import { insertResult } from './result.store.ts';
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

  it('R57 is told as any other, under the hash of its own text', async () => {
    const site = await openTestSite();
    const { edition, poll } = await makePoll(site, {
      costs: [400_00, 300_00, 900_00, 300_00, 2000_00],
    });
    const act = { organisationId: site.organisationId, by: null };
    const body = JSON.stringify({ ...asFirst(result), poll: poll.id });
    site.travel('6 days');
    await sealPoll(site.db, site.config, act, poll.id);
    await site.db
      .transaction()
      .execute((tx) => recordAct(tx, site.organisationId, poll.id, { kind: 'counted', by: null }));
    await insertResult(site.db, site.organisationId, poll.id, { body, hash: 'f'.repeat(64) });
    expect(await publishResult(site.db, act, poll.id)).toEqual({ ok: true });
    const reader = site.visitor();
    await reader.get(urls.results({ edition: edition.slug }));
    const words = reader.html.replaceAll(/\s/g, ' ');
    expect(words).toContain('2 projets sont retenus sur 5 soumis au vote.');
    expect(words).toContain('Il restait 700 € ; il coûte 400 € : il est retenu.');
    expect(words).toContain('f'.repeat(64));
    expect(words).not.toContain('au moins un de leurs choix');
    await site.close();
  });

  it('today’s is left as it is', () => {
    expect(upgradeResult(result)).toBe(result);
  });
});
