import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/make/people.ts';
import { castFor, listFields, makeFrozenEdition } from '../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findPollOf } from './index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('an officer runs a poll from the back office', () => {
  it('R52 R57 R58 opens, seals, counts under embargo, publishes', async () => {
    const edition = await makeFrozenEdition(site, {
      costs: [50_000, 80_000, 30_000],
      edition: { envelope: 100_000 },
    });
    const at = { edition: edition.slug };
    const { client } = await makePerson(site, { roles: ['officer'] });
    await client.get(urls.adminPoll(at));
    const typed = listFields(client.html, urls.adminPollOpen(at));
    await client.post(urls.adminPollOpen(at), { ...typed, title: '', minimum: '4' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Donnez un titre au scrutin');
    await client.post(urls.adminPollOpen(at), typed);
    expect(client.html).toContain('Ouvrir ce scrutin');
    await client.post(urls.adminPollOpen(at), listFields(client.html, urls.adminPollOpen(at)));
    expect(client.html).toContain('Le scrutin est ouvert.');
    const poll = (await findPollOf(site.db, site.organisationId, edition.id))!;

    for (const ballot of [[1, 2], [1, 2], [2, 3], [2]]) {
      const voter = await makePerson(site);
      expect(await castFor(site, poll, voter.id, ballot)).toMatchObject({ ok: true });
    }
    // no act out of turn, no result before its time
    for (const address of [urls.adminPollSeal, urls.adminPollCount, urls.adminPollPublish]) {
      await client.post(address(at));
      expect(client.status).toBe(422);
    }
    await client.get(urls.results(at));
    expect(client.status).toBe(404);

    site.travel('6 days');
    await client.get(urls.adminPollSeal(at));
    expect(client.html).toContain('c’est définitif');
    await client.post(urls.adminPollSeal(at));
    expect(client.html).toContain('L’urne est scellée');
    await client.post(urls.adminPollCount(at));
    expect(client.html).toContain('Sous embargo');
    expect(client.html).toContain('il manquait 300');
    await client.get(urls.results(at));
    expect(client.status).toBe(404);
    expect(client.html).not.toContain('Projet d’essai 2');
    await client.post(urls.adminPollPublish(at));
    expect(client.html).toContain('Les résultats sont publiés');

    const reader = site.visitor();
    await reader.get(urls.results(at));
    expect(reader.status).toBe(200);
    expect(reader.html).toContain('1 projet est retenu sur 3');
    expect(reader.html).toContain('il manquait 300');
    site.travel(null);
  });
});
