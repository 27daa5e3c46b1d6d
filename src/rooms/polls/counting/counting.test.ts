import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { castFor, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { noHouseRules, noLimits } from '../../tally/index.ts';
import { countPoll, findPollOf, type PollTerms, sealPoll } from '../index.ts';
import { findResult } from '../result/result.store.ts';
import { askCount, cancelCount, findCount } from './count-run.store.ts';
import { countSealed } from './counting.store.ts';
import { CountCancelled, type CountProgress, countApart } from './tally-process.crypto.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const by = () => ({ organisationId: site.organisationId, by: null });

/** A sealed poll with a few ballots. */
async function makeSealed(terms: Partial<PollTerms> = {}): Promise<MadePoll> {
  site.travel(null);
  const made = await makePoll(site, { terms });
  for (const ballot of [[1, 2], [2, 3], [2], [4]]) {
    const voter = await makePerson(site);
    expect(await castFor(site, made.poll, voter.id, ballot)).toMatchObject({ ok: true });
  }
  site.travel('6 days');
  expect(await sealPoll(site.db, site.config, by(), made.poll.id)).toMatchObject({ ok: true });
  const poll = (await findPollOf(site.db, site.organisationId, made.edition.id))!;
  return { ...made, poll };
}

const standing = async ({ poll }: MadePoll) =>
  (await findCount(site.db, site.organisationId, poll.id))?.stage ?? null;

describe('a count', () => {
  it('R58 is a job: asked twice it is made once, and the page follows it', async () => {
    const made = await makeSealed();
    const at = { edition: made.edition.slug };
    const { client } = await makePerson(site, { roles: ['officer'] });
    await client.post(urls.adminPollCount(at));
    await client.post(urls.adminPollCount(at));
    expect(client.html).toContain('Le décompte est en cours');
    const { rows } = await site.pool.query('select 1 from poll_count where poll_id = $1', [
      made.poll.id,
    ]);
    expect(rows).toHaveLength(1);
    await site.runJobs();
    expect(await standing(made)).toBe('done');
    await client.get(urls.adminPoll(at));
    expect(client.html).toContain('Sous embargo');
    expect(await askCount(site.db, by(), made.poll.id)).toEqual({
      ok: false,
      refusal: 'already-counted',
    });
  });

  it('is cancelled before it begins, and can be asked for again', async () => {
    const made = await makeSealed();
    const at = { edition: made.edition.slug };
    const { client } = await makePerson(site, { roles: ['officer'] });
    await client.post(urls.adminPollCount(at));
    await client.post(urls.adminPollCancelCount(at));
    expect(client.html).toContain('Le décompte a été arrêté');
    await site.runJobs();
    expect(await standing(made)).toBe('cancelled');
    expect(await findResult(site.db, site.organisationId, made.poll.id)).toBeNull();
    expect(await askCount(site.db, by(), made.poll.id)).toEqual({ ok: true });
    await site.runJobs();
    expect(await standing(made)).toBe('done');
  });

  it('that was cancelled while it ended writes nothing', async () => {
    const made = await makeSealed();
    await askCount(site.db, by(), made.poll.id);
    const run = (await findCount(site.db, site.organisationId, made.poll.id))!;
    await cancelCount(site.db, site.organisationId, made.poll.id);
    await expect(countPoll(site.db, by(), made.poll.id, { run })).rejects.toThrow(CountCancelled);
    expect(await findResult(site.db, site.organisationId, made.poll.id)).toBeNull();
    const { acts } = (await findPollOf(site.db, site.organisationId, made.edition.id))!;
    expect(acts.map(({ kind }) => kind)).not.toContain('counted');
  });

  it('R58 says how far it is, and is given up in the middle', async () => {
    // each run gives both voters one euro more: some tens of millions before either can pay
    const terms = {
      budget: 10_000_000_000n,
      kind: 'approval',
      limits: noLimits,
      projects: ['1', '2'].map((id) => ({ id, cost: 9_000_000_000n })),
    } as const;
    const papers = ['1', '2'].map((id) => ({ choices: [id], times: 1 }));
    const cancelling = new AbortController();
    const seen: CountProgress[] = [];
    const counting = countApart(
      {
        envelopes: [{ key: 'A', leftTo: null, houseRules: noHouseRules, terms, papers }],
        options: { rule: 'mes-cost-add1', tieBreak: ['smaller-id'], fundUnsupported: false },
      },
      {
        signal: cancelling.signal,
        onProgress: (progress) => {
          seen.push(progress);
          if (seen.length === 2) cancelling.abort();
        },
      },
    );
    await expect(counting).rejects.toThrow(CountCancelled);
    expect(seen.map(({ stage }) => stage)).toEqual(['counting', 'counting']);
    expect(seen[1]!.steps).toBeGreaterThan(seen[0]!.steps);
  });

  it('is not begun once it was given up', async () => {
    const made = await makeSealed();
    const cancelling = new AbortController();
    const counting = countSealed(site.db, site.organisationId, made.poll, {
      signal: cancelling.signal,
    });
    cancelling.abort();
    await expect(counting).rejects.toThrow(CountCancelled);
  });

  it('R58 made twice is the same, to the byte; a public draw goes by the root of the box', async () => {
    const made = await makeSealed({ tieBreak: ['public-draw', 'smaller-id'] });
    const [one, other] = await Promise.all(
      [1, 2].map(() => countSealed(site.db, site.organisationId, made.poll)),
    );
    expect(one!.body).toBe(other!.body);
    expect(one!.result.envelopes[0]!.tally).toMatchObject({
      tieBreak: ['public-draw', 'smaller-id'],
    });
  });
});
