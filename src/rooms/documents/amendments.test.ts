import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFields, makeDocument } from '../../../tests/make/library.ts';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const setting = async () => {
  const { space, components } = await makeNetwork(site, { kinds: ['statutes', 'library'] });
  const team = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
  const at = { space: space.slug, component: components.statutes!.slug };
  const statutes = await makeDocument(site, components.statutes!, team, {
    type: 'statutes',
    title: 'Statuts du réseau',
    isTeam: true,
    reach: 'public',
  });
  return { space, components, team, at, statutes };
};

describe('statutes', () => {
  it('R89 a member proposes an amendment, the team takes it in, once; members deposit no statutes', async () => {
    const { space, at, statutes, team } = await setting();
    const { client } = await makeInsider(site, space);
    await client.get(urls.document({ document: statutes.number }));
    expect(client.main).toContain('Proposer un amendement');
    const fields = documentFields({
      type: 'amendment',
      titre: 'Article 3',
      amende: String(statutes.number),
    });
    await client.post(urls.depositDocument(at), fields);
    const { path } = client;
    expect(client.main).toContain('Statuts du réseau');
    expect(client.main).toContain('Amendement proposé');
    const number = /\/documents\/(\d+)/.exec(path)![1]!;
    expect(
      (await client.send(urls.documentDecide({ document: number }), { suite: 'taken' })).status,
    ).toBe(404);
    await team.client.post(urls.documentDecide({ document: number }), { suite: 'taken' });
    await team.client.post(urls.documentDecide({ document: number }), { suite: 'not-taken' });
    expect(team.client.main).toContain('Amendement retenu');
    await client.get(urls.document({ document: statutes.number }));
    expect(client.main).toContain('Article 3');
    await client.post(
      urls.depositDocument(at),
      documentFields({ type: 'statutes', titre: 'Coup' }),
    );
    expect(client.status).toBe(422);
  });

  it('R89 R147 W1 W3 it is discussed inside, and nothing of that is read elsewhere', async () => {
    const { space, statutes } = await setting();
    const { client } = await makeInsider(site, space);
    const address = urls.comments({ kind: 'document', contribution: statutes.id });
    await client.post(address, {
      formulaire: randomUUID(),
      avis: 'pour',
      texte: 'Je propose <script>alert(1)</script> trois mandats.',
    });
    expect(client.status).toBe(200);
    expect(client.status).toBe(200);
    await client.get(urls.document({ document: statutes.number }));
    expect(client.main).toContain('trois mandats');
    expect(client.html).not.toContain('<script>alert');
    const stranger = site.visitor();
    await stranger.get(urls.document({ document: statutes.number }));
    expect(stranger.status).toBe(200);
    expect(stranger.main).not.toContain('trois mandats');
    expect((await stranger.send(address)).status).toBe(404);
  });
});
