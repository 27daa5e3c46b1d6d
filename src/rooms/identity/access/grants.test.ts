import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { findVisitor, grantRole, openSession } from '../index.ts';
import {
  changeGrant,
  countAgents,
  endGrant,
  findGrant,
  keyOf,
  listGrants,
  markGrant,
} from './grant.store.ts';
import { keepsAdministrator } from './last-administrator.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
afterEach(() => site.travel(null));

const grantsOf = async (personId: string) =>
  (await listGrants(site.db, site.organisationId, { limit: 500 })).filter(
    (grant) => grant.personId === personId,
  );

const at = (day: string) => new Date(`${day}T00:00:00Z`);

describe('who stays administrator', () => {
  it('R33 one without end, or another at the least', () => {
    const whole = { from: null, until: at('2027-01-01') };
    expect(keepsAdministrator([], whole)).toBe(false);
    expect(keepsAdministrator([at('2027-06-01')], whole)).toBe(false);
    expect(keepsAdministrator([null], whole)).toBe(true);
    expect(keepsAdministrator([], { from: null, until: null })).toBe(true);
    const dated = { from: at('2027-06-01'), until: at('2027-01-01') };
    expect(keepsAdministrator([], dated)).toBe(false);
    expect(keepsAdministrator([at('2027-06-01')], dated)).toBe(true);
  });

  it('W11 of the last two administrators who end each other’s role, one remains', async () => {
    const one = await makePerson(site, { roles: ['administrator'] });
    const other = await makePerson(site, { roles: ['administrator'] });
    await site.pool.query(
      'update role_grant set ends_at = palabre_now() where person_id <> all($1::uuid[])',
      [[one.id, other.id]],
    );
    const [[own], [others]] = [await grantsOf(one.id), await grantsOf(other.id)];
    const act = (by: string) => ({ organisationId: site.organisationId, by });
    const outcomes = await Promise.all([
      endGrant(site.db, act(other.id), own!.id),
      endGrant(site.db, act(one.id), others!.id),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect([...(await grantsOf(one.id)), ...(await grantsOf(other.id))]).toHaveLength(1);
  });

  it('W11 dates that they put to each other’s role at once leave one without end', async () => {
    const one = await makePerson(site, { roles: ['administrator'] });
    const other = await makePerson(site, { roles: ['administrator'] });
    await site.pool.query(
      'update role_grant set ends_at = palabre_now() where person_id <> all($1::uuid[])',
      [[one.id, other.id]],
    );
    const [[own], [others]] = [await grantsOf(one.id), await grantsOf(other.id)];
    const change = { endsAt: new Date(Date.now() + 86_400_000), isReferent: false };
    const act = { organisationId: site.organisationId, by: one.id };
    const outcomes = await Promise.all([
      changeGrant(site.db, act, own!.id, change),
      changeGrant(site.db, act, others!.id, change),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: 'last-administrator' });
  });
});

describe('a grant', () => {
  it('R33 ends at midnight in Paris, in the middle of a session, without another word (W11)', async () => {
    const reader = await makePerson(site);
    // held to the last instant of 30 June: the clock shows two hours more than UTC
    await grantRole(site.db, {
      organisationId: site.organisationId,
      personId: reader.id,
      role: 'cabinet',
      grantedBy: null,
      endsAt: new Date('2031-06-30T22:00:00Z'),
    });
    const token = await openSession(site.db, site.organisationId, reader.id, 'essai', {
      factorProven: true,
    });
    const rolesAt = async (instant: string) => {
      const milliseconds = Date.parse(instant) - Date.now();
      // the session itself lives longer than this test travels
      await site.pool.query(`update session set expires_on = '2032-01-01'`);
      site.travel(`${milliseconds} milliseconds`);
      return (await findVisitor(site.db, site.organisationId, token))?.roles;
    };
    expect(await rolesAt('2031-06-30T21:59:30Z')).toEqual(['cabinet']);
    expect(await rolesAt('2031-06-30T22:00:01Z')).toEqual([]);
  });

  it('R33 the same role is held once, also when two administrators give it at once', async () => {
    const person = await makePerson(site);
    const given = {
      organisationId: site.organisationId,
      personId: person.id,
      role: 'relay' as const,
      grantedBy: null,
    };
    const outcomes = await Promise.all([1, 2, 3].map(() => grantRole(site.db, given)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await grantsOf(person.id)).toHaveLength(1);
  });

  it('R33 a person holds several: for editions, for departments; each ends by itself', async () => {
    const edition = await makeEdition(site, { slug: 'roles' });
    const [roads, parks] = [await makeDepartment(site), await makeDepartment(site)];
    const person = await makePerson(site, { roles: ['agent'], departmentId: roads.id });
    const given = { organisationId: site.organisationId, personId: person.id, grantedBy: null };
    await grantRole(site.db, { ...given, role: 'agent', departmentId: parks.id, isReferent: true });
    await grantRole(site.db, { ...given, role: 'decider', editionId: edition.id });
    await grantRole(site.db, { ...given, role: 'decider' });
    expect(await grantsOf(person.id)).toHaveLength(4);
    const counted = await countAgents(site.db, site.organisationId);
    expect(counted.get(parks.id)).toEqual({ agents: 1, referents: 1 });
    const inParks = (await grantsOf(person.id)).find((one) => one.departmentId === parks.id)!;
    await endGrant(site.db, { organisationId: site.organisationId, by: person.id }, inParks.id);
    expect((await grantsOf(person.id)).map(({ role }) => role).sort()).toEqual([
      'agent',
      'decider',
      'decider',
    ]);
    expect((await countAgents(site.db, site.organisationId)).get(parks.id)).toBeUndefined();
  });

  it('two who change one grant: the second is told, and nothing is lost', async () => {
    const admin = await makePerson(site, { roles: ['administrator'] });
    const person = await makePerson(site, { roles: ['communication'] });
    const [grant] = await grantsOf(person.id);
    const act = { organisationId: site.organisationId, by: admin.id };
    const mark = markGrant(grant!);
    const [first, second] = ['2030-01-01', '2031-01-01'].map(at);
    expect(
      await changeGrant(site.db, act, grant!.id, { endsAt: first!, isReferent: false }, mark),
    ).toEqual({ ok: true });
    expect(
      await changeGrant(site.db, act, grant!.id, { endsAt: second!, isReferent: false }, mark),
    ).toMatchObject({ refusal: 'changed-meanwhile', grant: { endsAt: first } });
    const { rows } = await sql<{ detail: unknown }>`select detail from fact
      where kind = 'role.changed' and subject_id = ${person.id}`.execute(site.db);
    expect(rows).toHaveLength(1);
  });

  it('W3 is nobody’s from another organisation', async () => {
    const person = await makePerson(site, { roles: ['relay'] });
    const [grant] = await grantsOf(person.id);
    const elsewhere = '00000000-0000-4000-8000-000000000000';
    expect(await findGrant(site.db, elsewhere, grant!.id)).toBeNull();
    expect(
      await endGrant(site.db, { organisationId: elsewhere, by: person.id }, grant!.id),
    ).toMatchObject({ refusal: 'gone' });
    expect(await findGrant(site.db, site.organisationId, 'no-id')).toBeNull();
  });
});

describe('the list', () => {
  it('pages by key repeat and skip nobody, whatever is searched', async () => {
    for (const name of ['Élodie Page', 'elodie page', 'Zoé Page', '100 % Page', 'Page_1'])
      for (const role of ['relay', 'events'] as const)
        await makePerson(site, { name, roles: [role] });
    const all = await listGrants(site.db, site.organisationId, { words: 'page', limit: 100 });
    expect(all).toHaveLength(10);
    const seen: string[] = [];
    for (let after: ReturnType<typeof keyOf> | undefined; ; ) {
      const some = await listGrants(site.db, site.organisationId, {
        words: 'page',
        after,
        limit: 3,
      });
      seen.push(...some.map(({ id }) => id));
      if (some.length < 3) break;
      after = keyOf(some.at(-1)!);
    }
    expect(seen).toEqual(all.map(({ id }) => id));
    const found = (words: string) =>
      listGrants(site.db, site.organisationId, { words, limit: 100 });
    expect(await found('ELODIE page')).toHaveLength(4);
    expect(await found('100 %')).toHaveLength(2);
    expect(await found('Page_')).toHaveLength(2);
  });

  it('reads grants by their organisation, and people one by one, never all residents', async () => {
    await sql`insert into person (organisation_id, name, nickname, nickname_key, email, mailbox)
      select ${site.organisationId}, 'Résident', 'r' || n, 'r' || n, n || '@exemple.fr', n || '@exemple.fr'
      from generate_series(1, 20000) n`.execute(site.db);
    await sql`analyze person, role_grant`.execute(site.db);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain
      select g.id from role_grant g join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
      where g.organisation_id = ${site.organisationId} and (g.ends_at is null or g.ends_at > palabre_now())
      order by lower(p.name), g.id limit 51`.execute(site.db);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('person_pkey');
    expect(plan).not.toContain('Seq Scan on person');
  });
});
