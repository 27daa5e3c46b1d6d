import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillBox } from '../../../tests/make/box.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makePoll } from '../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { countPoll, publishResult, sealPoll } from '../polls/index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** A number that stands nowhere else. */
const BALLOTS = 1873;

describe('R41 the press page', () => {
  it('R41 says what is known, the dates, whom to ask, and has pictures to print', async () => {
    const edition = await makeEdition(site, { phase: 'collection', envelope: 250_000_00 });
    const reader = site.visitor();
    const at = { edition: edition.slug };
    await reader.get(urls.press(at));
    for (const words of ['250 000 €', 'participation@fleury.example', 'Le calendrier'])
      expect(reader.main.replaceAll(/\s/g, ' ')).toContain(words);
    expect(reader.main).not.toContain(urls.projectsPdf(at));
    const picture = await reader.send(urls.pressPicture({ ...at, piece: 'image-carree.png' }));
    const { width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
    expect([width, height]).toEqual([1080, 1080]);
    for (const piece of ['affiche-a4.pdf', 'image-ronde.png'])
      expect((await reader.send(urls.pressPicture({ ...at, piece }))).status).toBe(404);
    await reader.get(urls.edition(at));
    expect(reader.main).toContain(urls.press(at));
  });

  it('R41 R57 V15 a result is on it when it is published, and nothing of it before', async () => {
    const { edition, poll } = await makePoll(site);
    await fillBox(site, poll, [[['1'], BALLOTS]]);
    const act = { organisationId: site.organisationId, by: null };
    const at = { edition: edition.slug };
    const reader = site.visitor();
    const expectNothing = async () => {
      site.memory.forgetAll();
      await reader.get(urls.press(at));
      expect(reader.main).toContain(urls.projectsPdf(at));
      expect(reader.main).not.toMatch(/1[\s,.]?873/);
      expect(reader.main).not.toContain('Projets lauréats');
    };
    await expectNothing();
    site.travel('6 days');
    await expectNothing();
    await sealPoll(site.db, site.config, act, poll.id);
    await countPoll(site.db, act, poll.id);
    await expectNothing();
    await publishResult(site.db, act, poll.id);
    site.memory.forgetAll();
    await reader.get(urls.press(at));
    expect(reader.main).toMatch(/1[\s,.]?873/);
    expect(reader.main).toContain('Projets lauréats');
    expect(reader.main).toContain(urls.results(at));
  });

  it('R41 an edition that is being prepared has none', async () => {
    const hidden = await makeEdition(site, { open: false });
    const reader = site.visitor();
    for (const path of [
      urls.press({ edition: hidden.slug }),
      urls.pressPicture({ edition: hidden.slug, piece: 'image-large.png' }),
    ])
      expect((await reader.send(path)).status).toBe(404);
  });
});
