import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeElected } from '../../../tests/make/mandates.ts';
import { makeNetwork } from '../../../tests/make/network.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { listDirectory } from './directory.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('the directory of a network', () => {
  it('R140 R147 W1 shows members with their mandates by level to who is inside; to others 403', async () => {
    const { space, components } = await makeNetwork(site, { admission: 'mandate' });
    const at = { space: space.slug, component: components.directory!.slug };
    const rosa = await makeElected(site, space, {
      nickname: 'Rosa de l’annuaire',
      written: { territory: 'Aubry' },
    });
    await makeElected(site, space, {
      nickname: 'Paul de la région',
      written: { level: 'regional', territory: 'Bocage', office: 'Conseiller régional' },
    });
    const outsider = await makePerson(site);
    for (const client of [site.visitor(), outsider.client])
      expect(await client.get(urls.directory(at))).toMatchObject({ status: 403 });
    await rosa.client.get(urls.directory(at));
    expect(rosa.client.main).toContain('Rosa de l’annuaire');
    expect(rosa.client.main).toContain('2 élu·es sont membres');
    await rosa.client.get(urls.directory(at, { strate: 'regional' }));
    expect(rosa.client.main).toContain('Paul de la région');
    expect(rosa.client.main).not.toContain('Rosa de l’annuaire');
    await rosa.client.get(urls.directory(at, { q: 'aubry' }));
    expect(rosa.client.main).toContain('Rosa de l’annuaire');
    expect(rosa.client.main).not.toContain('Paul de la région');
  });

  it('R140 each member chooses how they are reached, and whether the showcase names them', async () => {
    const { space, components } = await makeNetwork(site, { admission: 'mandate' });
    const at = { space: space.slug, component: components.directory!.slug };
    const ines = await makeElected(site, space, { nickname: 'Inès du quai' });
    const entry = urls.directoryEntry(at);
    await ines.client.post(entry, { courriel: 'inès chez elle', public: 'oui' });
    expect(ines.client.status).toBe(422);
    const visitor = site.visitor();
    await visitor.get(urls.space({ space: space.slug }));
    expect(visitor.main).not.toContain('Inès du quai');
    await ines.client.post(entry, { courriel: 'ines@example.org', public: 'oui' });
    expect(ines.client.main).toContain('mailto:ines@example.org');
    await visitor.get(urls.space({ space: space.slug }));
    expect(visitor.main).toContain('Inès du quai');
    expect(visitor.main).not.toContain('ines@example.org');
    await ines.client.post(entry, { courriel: '' });
    expect(ines.client.main).not.toContain('mailto:');
    await visitor.get(urls.space({ space: space.slug }));
    expect(visitor.main).not.toContain('Inès du quai');
    const team = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
    expect(await team.client.get(entry)).toMatchObject({ status: 403 });
  });

  it('R140 a page after a key holds each member once, on its index', async () => {
    const { space } = await makeNetwork(site, { admission: 'mandate' });
    const people = [];
    for (let at = 0; at < 5; at++)
      people.push((await makeElected(site, space, { written: { territory: `Lieu ${at}` } })).id);
    const filter = { level: null, words: '', after: null };
    const first = await listDirectory(site.db, site.organisationId, space.id, filter, 3);
    const rest = await listDirectory(
      site.db,
      site.organisationId,
      space.id,
      { ...filter, after: first.next },
      3,
    );
    expect(rest.next).toBeNull();
    expect([...first.members, ...rest.members].map(({ personId }) => personId)).toEqual(people);
    const plan = await site.db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      return sql<{ 'QUERY PLAN': string }>`explain select id from mandate
        where organisation_id = ${site.organisationId} and space_id = ${space.id}
          and verified_at is not null and refused_at is null and withdrawn_at is null
        order by territory_key, id limit 30`.execute(tx);
    });
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('mandate_in_network');
  });
});
