import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  enterBatchOf,
  type MadePaper,
  makeKeyers,
  makePaperPoll,
  openBatchOf,
  signInForPaper,
  usualBatch,
} from '../../../../tests/make/paper.ts';
import type { MadePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { sealPoll } from '../index.ts';

let site: TestSite;
let keyers: [MadePerson, MadePerson, MadePerson];
let made: MadePaper;
beforeAll(async () => {
  site = await openTestSite();
  keyers = await makeKeyers(site);
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  made = await makePaperPoll(site);
});

const close = () => site.travel('6 days');
const act = () => ({ organisationId: site.organisationId, by: null });
const seal = () => sealPoll(site.db, site.config, act(), made.poll.id);
const batchOf = (fields: Record<string, string> = {}) => usualBatch(made.points[0], fields);
describe('V14 a point and its signatures', () => {
  it('V14 another number of ballots than signatures blocks the sealing until the reason is written', async () => {
    const [first] = keyers;
    await signInForPaper(site, made, made.points[0], 2);
    close();
    expect(await seal()).toEqual({ ok: false, refusal: 'paper-not-settled' });
    await enterBatchOf(keyers, made, batchOf(), ['1']);
    await first.client.post(urls.adminPollSeal(made.at));
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('Le papier n’est pas réglé');
    const point = { ...made.at, point: made.points[0].id };
    await first.client.post(urls.adminUrnPoint(point), { reason: ' ' });
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('Écrivez le motif');
    await first.client.post(urls.adminUrnPoint(point), { reason: 'x'.repeat(501) });
    expect(first.client.status).toBe(422);
    await first.client.post(urls.adminUrnPoint(point), { reason: 'Une personne est repartie.' });
    expect(first.client.html).toContain('Une personne est repartie.');
    await first.client.post(urls.adminPollUrn(made.at), batchOf({ number: '2' }));
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('Ce point est clos');
    await first.client.post(urls.adminUrnReopen(point));
    expect(await seal()).toEqual({ ok: false, refusal: 'paper-not-settled' });
    await first.client.post(urls.adminUrnPoint(point), { reason: 'Une personne est repartie.' });
    expect(await seal()).toEqual({ ok: true, ballots: 1 });
    await first.client.post(urls.adminUrnReopen(point));
    expect(first.client.status).toBe(422);
  });

  it('V14 a point without a difference is not closed, nor one with an open batch', async () => {
    const [first] = keyers;
    await signInForPaper(site, made, made.points[0], 1);
    close();
    const [here, there] = made.points.map(({ id }) => ({ ...made.at, point: id }));
    await first.client.post(urls.adminUrnPoint(there!), { reason: 'Rien à dire' });
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('n’a pas d’écart');
    await openBatchOf(first, made, batchOf());
    await first.client.post(urls.adminUrnPoint(here!), { reason: 'Il manque tout' });
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('n’est pas encore signé');
  });

  it('V14 a ballot written into the box beside the batches is found at the sealing', async () => {
    close();
    await enterBatchOf(keyers, made, batchOf(), ['1']);
    const point = { ...made.at, point: made.points[0].id };
    await keyers[0].client.post(urls.adminUrnPoint(point), { reason: 'Personne n’a émargé.' });
    await site.pool.query(
      `insert into ballot_slot (organisation_id, poll_id, slot_key, choices, nonce, commitment, channel)
       select organisation_id, poll_id, 'stuffed', choices, nonce, repeat('a', 64), channel
       from ballot_slot where poll_id = $1`,
      [made.poll.id],
    );
    expect(await seal()).toEqual({ ok: false, refusal: 'roll-and-box-differ' });
  });
});
