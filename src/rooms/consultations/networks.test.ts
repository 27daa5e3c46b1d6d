import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInsider, makeNetwork } from '../../../tests/make/network.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { makeSpace } from '../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { seesFamily } from './load.routes.ts';
import { addMembers } from './member.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('networks', () => {
  it('R140 SC8 are there for their members; everybody reads the showcase, and is told 403 of all else', async () => {
    const { space } = await makeNetwork(site, { title: 'Réseau des lavoirs' });
    const insider = await makeInsider(site, space);
    const outsider = await makePerson(site);
    const at = { space: space.slug };
    for (const client of [outsider.client, site.visitor()]) {
      await client.get(urls.space(at));
      expect(client.status).toBe(200);
      expect(client.main).toContain('Vitrine du réseau');
      await client.get(urls.theme({ ...at, theme: 'nul' }));
      expect(client.status).toBe(403);
      expect(client.main).toContain('Cette page est réservée aux membres');
      expect(client.main).toContain(urls.space(at));
      await client.get(urls.spaces());
      expect(client.main).toContain('Réseau des lavoirs');
      await client.get(urls.search({ q: 'lavoirs' }));
      expect(client.main).not.toContain(urls.space(at));
    }
    await insider.client.get(urls.space(at));
    expect(insider.client.status).toBe(200);
    expect(insider.client.main).not.toContain('Vitrine du réseau');
    await insider.client.get(urls.theme({ ...at, theme: 'nul' }));
    expect(insider.client.status).toBe(404);
  });

  it('R140 a membership ends with the mandate that opened it, in database time', async () => {
    const { space } = await makeNetwork(site);
    const past = await makeInsider(site, space, { endsAt: new Date('2020-03-22T00:00:00Z') });
    const back = await makeInsider(site, space, { endsAt: new Date('2020-03-22T00:00:00Z') });
    const serving = await makeInsider(site, space, { endsAt: new Date('2099-03-22T00:00:00Z') });
    const inside = urls.theme({ space: space.slug, theme: 'nul' });
    await past.client.get(inside);
    await serving.client.get(inside);
    expect([past.client.status, serving.client.status]).toEqual([403, 404]);
    // the team lets in again whom a mandate let in before, and nobody who is in is touched
    const act = { organisationId: site.organisationId, by: null };
    expect(await addMembers(site.db, act, space.id, [back.id, serving.id])).toBe(1);
    await back.client.get(inside);
    expect(back.client.status).toBe(404);
  });

  it('R141 poles see their siblings and their parent; what is shared with the network reaches them all', async () => {
    const parent = await makeSpace(site, { title: 'Élu·es et contre-pouvoirs' });
    const first = await makeNetwork(site, { title: 'Pôle tilleul', parentId: parent.space.id });
    const second = await makeNetwork(site, { title: 'Pôle noyer', parentId: parent.space.id });
    const insider = await makeInsider(site, first.space);
    await insider.client.get(urls.space({ space: first.space.slug }));
    for (const title of ['Élu·es et contre-pouvoirs', 'Pôle tilleul', 'Pôle noyer'])
      expect(insider.client.main).toContain(title);
    const reader = site.visitor();
    await reader.get(urls.space({ space: parent.space.slug }));
    expect(reader.main).toContain('Pôle noyer');
    const organisation = { id: site.organisationId };
    const visitOf = (id: string | null) =>
      ({
        db: site.db,
        organisation,
        visitor: id && { id, held: [], roles: [], factorProven: false },
      }) as unknown as Parameters<typeof seesFamily>[0];
    const outsider = await makePerson(site);
    expect(await seesFamily(visitOf(insider.id), second.space)).toBe(true);
    expect(await seesFamily(visitOf(outsider.id), second.space)).toBe(false);
    expect(await seesFamily(visitOf(null), second.space)).toBe(false);
  });

  it('R141 spaces stand in each other on one level, whoever asks', async () => {
    const parent = await makeSpace(site);
    const pole = await makeNetwork(site, { parentId: parent.space.id });
    await expect(makeNetwork(site, { parentId: pole.space.id })).rejects.toThrow(/one level/);
    const other = await makeSpace(site);
    await expect(
      sql`update space set parent_id = ${other.space.id} where id = ${parent.space.id}`.execute(
        site.db,
      ),
    ).rejects.toThrow(/one level/);
  });

  it('R140 the office makes one, private whatever is ticked; nobody is added by hand where mandates let in', async () => {
    const officer = await makePerson(site, { roles: ['officer'] });
    await officer.client.post(urls.adminNewSpace(), {
      formulaire: randomUUID(),
      titre: 'Réseau des élu·es du bocage',
      genre: 'network',
      admission: 'mandate',
      modele: 'network',
    });
    const row = await site.db
      .selectFrom('space')
      .select(['slug', 'is_private', 'admission'])
      .where('title', '=', 'Réseau des élu·es du bocage')
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ is_private: true, admission: 'mandate' });
    const person = await makePerson(site);
    await officer.client.post(urls.adminSpaceMembers({ space: row.slug }), {
      courriels: person.email,
    });
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('la vérification d’un mandat');
  });
});
