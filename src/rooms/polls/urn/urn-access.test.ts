import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type MadePaper,
  makeKeyers,
  makePaperPoll,
  openBatchOf,
  usualBatch,
} from '../../../../tests/make/paper.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
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
const rows = async (text: string) => (await site.pool.query(text, [made.poll.id])).rows;

describe('who, and when', () => {
  it('R54 nothing is keyed while the vote is open, nor once it is sealed', async () => {
    const [first] = keyers;
    await first.client.post(urls.adminPollUrn(made.at), batchOf());
    expect(first.client.status).toBe(422);
    expect(first.client.html).toContain('entre la fermeture du vote et le scellement');
    close();
    expect(await seal()).toMatchObject({ ok: true });
    await first.client.post(urls.adminPollUrn(made.at), batchOf());
    expect(first.client.status).toBe(422);
    expect(await rows('select 1 from paper_batch where poll_id = $1')).toEqual([]);
  });

  it('R54 W3 a poll without paper has no such page; nor is it for residents, nor for another town', async () => {
    close();
    const batch = await openBatchOf(keyers[0], made, batchOf());
    const resident = await makePerson(site);
    await resident.client.get(urls.adminUrnBatch(batch));
    expect(resident.client.status).toBe(403);
    const id = await insertOrganisation(site.db, {
      slug: 'ailleurs',
      name: 'Ailleurs',
      host: 'ailleurs.localhost',
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'participation@ailleurs.example',
      tagline: '',
      charter: 'Respect.',
    });
    const organisation = {
      id,
      name: 'Ailleurs',
      host: 'ailleurs.localhost',
    };
    const stranger = await makePerson(site, { roles: ['officer'], organisation });
    for (const address of [urls.adminPollUrn(batch), urls.adminUrnBatch(batch)]) {
      await stranger.client.get(address);
      expect(stranger.client.status, address).toBe(404);
    }
    await stranger.client.post(urls.adminUrnBatch(batch), { place: '1', typed: '1' });
    expect(stranger.client.status).toBe(404);
    site.travel(null);
    const other = await makePaperPoll(site, { paper: 'none' });
    await keyers[0].client.get(urls.adminPollUrn(other.at));
    expect(keyers[0].client.status).toBe(404);
    await keyers[0].client.get(urls.adminUrnBatch({ ...other.at, batch: batch.batch }));
    expect(keyers[0].client.status).toBe(404);
  });

  it('R54 a batch opened by mistake goes, and the journal says so', async () => {
    const [first] = keyers;
    close();
    const batch = await openBatchOf(first, made, batchOf());
    await first.client.post(urls.adminUrnBatch(batch), { place: '1', typed: '1' });
    await first.client.post(urls.adminUrnRemove(batch));
    expect(first.client.html).toContain('Le lot est supprimé');
    await first.client.get(urls.adminUrnBatch(batch));
    expect(first.client.status).toBe(404);
    const facts = await site.pool.query(
      `select kind from fact where kind like 'urn.%' and subject_id = $1 order by kind`,
      [made.poll.id],
    );
    expect(facts.rows.map(({ kind }) => kind)).toEqual(['urn.batch-opened', 'urn.batch-removed']);
  });
});
