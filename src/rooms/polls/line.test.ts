import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/make/people.ts';
import { castFor, makePoll } from '../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { countPoll, findPublishedResult, publishResult, sealPoll } from './index.ts';

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
