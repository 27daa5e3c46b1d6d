import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/make/people.ts';
import { castFor, makePoll } from '../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import {
  countPoll,
  findPublishedResult,
  type PollTerms,
  publishResult,
  sealPoll,
} from './index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('the line of a poll: open, cast, seal, count, publish', () => {
  it('R57 R58 R76 R190 counts what was cast, and tells nothing before it is published', async () => {
    const { edition, poll } = await makePoll(site);
    const act = { organisationId: site.organisationId, by: null };
    const people = await Promise.all(Array.from({ length: 4 }, () => makePerson(site)));
    const ballots = [[1, 2, 5], [1, 2], [1, 5], [5]];
    for (const [at, person] of people.entries()) {
      const cast = await castFor(site, poll, person.id, ballots[at]!);
      expect(cast).toMatchObject({ ok: true, replaced: false });
    }
    expect(await sealPoll(site.db, site.config, act, poll.id)).toEqual({
      ok: false,
      refusal: 'poll-still-open',
    });
    site.travel('6 days');
    expect(await countPoll(site.db, act, poll.id)).toEqual({ ok: false, refusal: 'not-sealed' });
    expect(await sealPoll(site.db, site.config, act, poll.id)).toEqual({ ok: true, ballots: 4 });
    const counted = await countPoll(site.db, act, poll.id);
    expect(counted).toMatchObject({ ok: true, result: { ballots: 4, voters: 4 } });
    expect(await findPublishedResult(site.db, site.organisationId, edition.id)).toBeNull();
    expect(await publishResult(site.db, act, poll.id)).toEqual({ ok: true });
    const result = await findPublishedResult(site.db, site.organisationId, edition.id);
    expect(result?.winners[0]).toMatchObject({ number: 1, votes: 3 });
    site.travel(null);
  });
});

describe('a poll over people', () => {
  it('R57 R59 elects by name: nobody becomes a work to follow, and the edition says who won', async () => {
    const { edition, poll } = await makePoll(site, {
      terms: {
        kind: 'ordinal',
        rule: 'stv',
        labels: ['Amina', 'Boris', 'Chloé'],
        settings: { subject: 'people', seats: 2 },
        maximumChoices: 3,
      },
    });
    const act = { organisationId: site.organisationId, by: null };
    for (const ballot of [[1, 2], [1, 3], [2]])
      await castFor(site, poll, (await makePerson(site)).id, ballot);
    site.travel('6 days');
    await sealPoll(site.db, site.config, act, poll.id);
    await countPoll(site.db, act, poll.id);
    await publishResult(site.db, act, poll.id);
    await site.runJobs();
    const { rows } = await site.pool.query(
      `select (select count(*)::int from realisation where edition_id = $1) as works,
        (select count(*)::int from graphile_worker.jobs where last_error is not null) as failed`,
      [edition.id],
    );
    expect(rows).toEqual([{ works: 0, failed: 0 }]);
    const reader = site.visitor();
    await reader.get(urls.edition({ edition: edition.slug }));
    site.travel(null);
    expect(reader.html).toContain('Personnes élues');
    expect(reader.html).toContain('Amina');
    expect(reader.html).not.toMatch(/projets\/1-amina/);
  });
});

/** Votes, closes, seals, counts and publishes; the result as it is kept, and its page. */
async function hold(
  costs: number[],
  envelope: number,
  ballots: number[][],
  terms: Partial<PollTerms> = {},
) {
  const { edition, poll } = await makePoll(site, { costs, edition: { envelope }, terms });
  const act = { organisationId: site.organisationId, by: null };
  for (const ballot of ballots) {
    const { id } = await makePerson(site);
    expect(await castFor(site, poll, id, ballot)).toMatchObject({ ok: true });
  }
  site.travel('6 days');
  expect(await sealPoll(site.db, site.config, act, poll.id)).toEqual({
    ok: true,
    ballots: ballots.length,
  });
  const counted = await countPoll(site.db, act, poll.id);
  expect(await publishResult(site.db, act, poll.id)).toEqual({ ok: true });
  const reader = site.visitor();
  await reader.get(urls.results({ edition: edition.slug }));
  site.travel(null);
  expect(reader.status).toBe(200);
  return { result: counted.ok ? counted.result : null, html: reader.html.replaceAll(/\s/g, ' ') };
}

describe('V13 a count that is not ordinary', () => {
  it('V13 no vote at all: nothing is funded, and the page says why', async () => {
    const { result, html } = await hold([100_00, 200_00], 1000_00, []);
    expect(result).toMatchObject({ winners: [], ballots: 0, voters: 0, cost: 0 });
    expect(html).toContain('Aucun projet n’est retenu sur 2 soumis au vote.');
    expect(html).toContain('Personne ne l’a choisi');
  });

  it('V13 one voter decides', async () => {
    const { result } = await hold([100_00, 200_00], 1000_00, [[2]]);
    expect(result).toMatchObject({ winners: ['2'], ballots: 1, left: 800_00 });
  });

  it('V13 R58 a tie is broken as the rules said, told, and told whether it mattered', async () => {
    const { result, html } = await hold([400_00, 300_00, 500_00], 600_00, [[1, 2], [1, 2], [3]]);
    expect(result).toMatchObject({
      winners: ['2'],
      envelopes: [{ tally: { ties: [{ projects: ['2', '1'], decisive: true }] } }],
    });
    expect(html).toContain('À égalité avec « Projet d’essai 1 »');
    expect(html).toContain('Cet ordre a décidé de qui est retenu.');
  });

  it('V13 a free project wins if it is chosen; one dearer than the envelope never does', async () => {
    const { result, html } = await hold([0, 2000_00, 100_00], 1000_00, [[1, 2], [2], [2, 3]]);
    expect(result).toMatchObject({ winners: ['1', '3'], left: 900_00 });
    expect(html).toContain('plus que l’enveloppe entière');
  });

  it('R58 by votes for each euro: the cheaper of two passes, ties of ratios are told, and the rule is said', async () => {
    const { result, html } = await hold([600_00, 300_00, 600_00], 900_00, [[1, 2], [1], [3]], {
      rule: 'greedy-per-cost',
    });
    expect(result).toMatchObject({
      winners: ['2', '1'],
      envelopes: [{ tally: { ties: [{ projects: ['2', '1'], score: null, decisive: false }] } }],
    });
    expect(html).toContain('pour chaque euro de leur coût');
    expect(html).toContain('rapport égal entre voix et coût');
  });

  it('V13 the same ballots in another order give the same result, byte for byte', async () => {
    const ballots = [[1, 2], [2, 3], [3], [1], [2, 1]];
    const costs = [300_00, 300_00, 300_00];
    const [one, other] = [
      await hold(costs, 600_00, ballots),
      await hold(costs, 600_00, [...ballots].reverse()),
    ].map(({ result }) => {
      const { poll: _, manifest: __, root: ___, ...counted } = result!;
      return JSON.stringify(counted);
    });
    expect(one).toBe(other);
  });
});
