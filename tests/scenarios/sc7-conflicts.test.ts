import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { verifyBundle } from '../../src/verifier/verify.ts';
import { enterBatchOf, makeKeyers, signInForPaper, usualBatch } from '../make/paper.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { makeVotePoint } from '../make/points.ts';
import { publish } from '../make/poll.ts';
import { castFor, makePoll } from '../make/polls.ts';
import { type HeldTown, holdTown } from '../make/sc7-result.ts';
import { openTestSite, type TestSite } from '../site-client.ts';
import { expectOutcomes } from './sc7-outcomes.ts';

let site: TestSite;
let keyers: [MadePerson, MadePerson, MadePerson];
beforeAll(async () => {
  site = await openTestSite();
  keyers = await makeKeyers(site);
});
afterAll(() => site.close());

describe.each(['first-wins', 'online-wins'] as const)('SC7 the same vote where %s', (rule) => {
  let held: HeldTown;
  beforeAll(async () => {
    held = await holdTown(site, rule, [keyers[0], keyers[1]]);
  }, 120_000);
  expectOutcomes(rule, () => ({ site, held }));
});

describe('SC7 a rule that looks into every ballot', () => {
  it('SC7 R54 R58 takes no totals, and its Pabulib file holds paper beside what was cast online', async () => {
    site.travel(null);
    const rule = 'mes-cost-add1u';
    const terms = { rule, settings: { paper: 'paper-wins' } } as const;
    const poll = await makePoll(site, { terms });
    const at = { edition: poll.edition.slug };
    const here = await makeVotePoint(site, poll.edition, { name: 'Médiathèque' });
    const there = await makeVotePoint(site, poll.edition, { name: 'Halle' });
    const made = { ...poll, at, points: [here, there] as [typeof here, typeof there] };
    for (const ballot of [[1, 2], [2, 3], [2]])
      await castFor(site, made.poll, (await makePerson(site)).id, ballot);
    const papers = Array.from({ length: 12 }, (_, paper) => (paper % 3 ? '1 3' : '4'));
    await signInForPaper(site, made, here, papers.length);
    site.travel('6 days');
    const totals = { ...at, point: there.id };
    const [{ client }] = keyers;
    await client.get(urls.adminPollUrn(at));
    expect(client.main).toContain('la règle de ce vote regarde chaque bulletin');
    await client.get(urls.adminUrnTotals(totals));
    expect(client.status).toBe(404);
    await client.post(urls.adminUrnTotals(totals), { valid: '50', blank: '0', void: '0' });
    expect(client.status).toBe(404);
    await enterBatchOf(keyers, made, usualBatch(here), papers);
    await publish(site, { organisationId: site.organisationId, by: null }, made.poll.id);
    const answer = await site.fetch(new Request(`http://localhost${urls.resultBundle(at)}`));
    const bundle = new Uint8Array(await answer.arrayBuffer());
    expect(await verifyBundle(bundle)).toMatchObject({ verdict: 'sound', faults: [], ballots: 15 });
    const { 'election-A.pb': file } = unzipSync(bundle);
    const [meta = '', votes = ''] = strFromU8(file!).split('VOTES\n');
    expect(meta).toContain('num_votes;15');
    const cast = votes.split('\n').flatMap((line) => line.split(';')[1] ?? []);
    expect(cast.filter((choices) => choices === '1,3')).toHaveLength(8);
  });
});
