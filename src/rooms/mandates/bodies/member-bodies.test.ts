import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBody, makeElected } from '../../../../tests/make/mandates.ts';
import { makeInsider, makeNetwork } from '../../../../tests/make/network.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { listBodies } from './member-body.store.ts';
import { isMemberOn, readBody } from './member-body.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const TYPED = {
  ...{ name: 'Aubry', kind: 'commune', code: '', population: '', budget: 'no' },
  ...{ latitude: '', longitude: '', joinedOn: '2021-03-01', leftOn: '' },
};
const FORM = {
  ...{
    nom: 'Aubry-sur-Bocage',
    nature: 'commune',
    code: '59001',
    habitants: '12 400',
    budget: 'no',
  },
  ...{ latitude: '48,85', longitude: '2,35' },
  ...{ 'adhesion-day': '1', 'adhesion-month': '3', 'adhesion-year': '2021' },
};

it('R89 rules: a member needs a name, a kind and a day, and no participatory budget', () => {
  expect(readBody(TYPED)).toMatchObject({ ok: true, written: { population: null, place: null } });
  expect(
    readBody({ ...TYPED, population: '12 400', latitude: '48,85', longitude: '2.35' }),
  ).toEqual(
    expect.objectContaining({
      ok: true,
      written: expect.objectContaining({
        population: 12_400,
        place: { longitude: 2.35, latitude: 48.85 },
      }),
    }),
  );
  const wrong = { ...TYPED, name: '', kind: 'État', latitude: '91', leftOn: '2020-01-01' };
  expect(readBody(wrong)).toEqual({
    ok: false,
    refusals: {
      ...{ name: 'name-missing', kind: 'kind-missing' },
      ...{ latitude: 'place-unreadable', leftOn: 'left-before' },
    },
  });
  const read = readBody({ ...TYPED, leftOn: '2022-03-01' });
  if (!read.ok) throw new Error('unread');
  expect(isMemberOn(read.written, '2022-03-01')).toBe(true);
  expect(isMemberOn(read.written, '2022-03-02')).toBe(false);
});

describe('member local authorities of a network', () => {
  it('R89 SC11 W1 the team keeps them, members read them with who represents them; to others 403', async () => {
    const { space } = await makeNetwork(site);
    const at = { space: space.slug };
    const lead = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
    const member = await makeInsider(site, space);
    const outsider = await makePerson(site);
    for (const path of [urls.memberBodies(at), urls.memberBodiesCsv(at)])
      expect(await outsider.client.get(path)).toMatchObject({ status: 403 });
    const add = urls.adminNewMemberBody(at);
    expect(await member.client.post(add, FORM)).toMatchObject({ status: 403 });
    await lead.client.get(add);
    expect(await lead.client.post(add, { ...FORM, nom: '', habitants: 'beaucoup' })).toMatchObject({
      status: 422,
    });
    expect(lead.client.main).toContain('value="beaucoup"');
    await lead.client.post(add, FORM);
    expect(lead.client.main).toContain('12\u00a0400');
    expect(lead.client.main).toContain('Depuis le 1');
    expect(await lead.client.post(add, FORM)).toMatchObject({ status: 422 });
    await makeElected(site, space, { nickname: 'Rosa d’Aubry', written: { code: '59001' } });
    await member.client.get(urls.memberBodies(at));
    expect(member.client.main).toContain('Rosa d’Aubry');
    // the organiser of another network does not reach it
    const elsewhere = await makeNetwork(site);
    const stranger = await makePerson(site, {
      roles: ['space-organiser'],
      spaceId: elsewhere.space.id,
    });
    const [body] = (await listBodies(site.db, site.organisationId, space.id)).bodies;
    const crossed = urls.adminMemberBody({ space: elsewhere.space.slug, body: body!.id });
    expect(await stranger.client.post(crossed, FORM)).toMatchObject({ status: 404 });
  });

  it('R89 SC11 the showcase names those of now, and the file holds formulas back', async () => {
    const { space } = await makeNetwork(site);
    const lead = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
    await makeBody(site, space, lead.id, { name: '=Bocage;"B"', budget: 'yes' });
    await makeBody(site, space, lead.id, { name: 'Partie depuis', leftOn: '2022-01-01' });
    const visitor = site.visitor();
    await visitor.get(urls.space({ space: space.slug }));
    expect(visitor.main).toContain('=Bocage');
    expect(visitor.main).not.toContain('Partie depuis');
    await lead.client.get(urls.memberBodiesCsv({ space: space.slug }));
    expect(lead.client.html).toContain(`"'=Bocage;""B""";Commune;`);
    expect(lead.client.html).toContain('\r\n');
  });

  it('R89 W3 the same is a member once at a time, and the list follows its index by pages', async () => {
    const { space } = await makeNetwork(site);
    const lead = await makePerson(site, { roles: ['space-organiser'], spaceId: space.id });
    const twice = await Promise.allSettled(
      [1, 2].map(() => makeBody(site, space, lead.id, { name: 'Une seule fois' })),
    );
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const name of ['Arras', 'Zuydcoote']) await makeBody(site, space, lead.id, { name });
    const list = (after: string | null) =>
      listBodies(site.db, site.organisationId, space.id, { after, limit: 2 });
    const first = await list(null);
    const rest = await list(first.next);
    expect([...first.bodies, ...rest.bodies].map(({ name }) => name)).toEqual([
      'Arras',
      'Une seule fois',
      'Zuydcoote',
    ]);
    const plan = await site.db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      return sql<{ 'QUERY PLAN': string }>`explain select id from member_body
        where organisation_id = ${site.organisationId} and space_id = ${space.id}
        order by name_key, id limit 100`.execute(tx);
    });
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(
      'member_body_in_network',
    );
  });
});
