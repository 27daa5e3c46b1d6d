import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { takeRole } from '../role.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const rolesOf = async (personId: string): Promise<string[]> => {
  const { rows } = await site.pool.query(
    `select role from role_grant where person_id = $1 and (ends_at is null or ends_at > palabre_now())
      order by role`,
    [personId],
  );
  return rows.map(({ role }) => role);
};

it('R57 W11 an administrator gives a role to an account, and takes it away at once', async () => {
  const { client } = await makePerson(site, { roles: ['administrator'] });
  const mayor = await makePerson(site, { nickname: 'Maud' });
  await client.post(urls.adminGrantRole(), { courriel: 'personne@exemple.fr', role: 'mayor' });
  expect(client.status).toBe(422);
  expect(client.html).toContain('Aucun compte confirmé');
  await client.post(urls.adminGrantRole(), { courriel: mayor.email, role: 'roi' });
  expect(client.status).toBe(422);
  await client.post(urls.adminGrantRole(), { courriel: mayor.email, role: 'mayor' });
  expect(client.html).toContain('Maire ou présidence');
  expect(await rolesOf(mayor.id)).toEqual(['mayor']);
  await client.post(urls.adminRevokeRole({ person: mayor.id }), { role: 'officer' });
  expect(client.status).toBe(404);
  await client.post(urls.adminRevokeRole({ person: mayor.id }), { role: 'mayor' });
  expect(await rolesOf(mayor.id)).toEqual([]);
});

it('W11 of the last two administrators who end each other’s role, one remains', async () => {
  const place = { organisationId: site.organisationId, role: 'administrator' } as const;
  const one = await makePerson(site, { roles: ['administrator'] });
  const other = await makePerson(site, { roles: ['administrator'] });
  await site.pool.query(
    `update role_grant set ends_at = palabre_now() where person_id <> all($1::uuid[])`,
    [[one.id, other.id]],
  );
  const outcomes = await Promise.all([
    takeRole(site.db, { ...place, personId: one.id, revokedBy: other.id }),
    takeRole(site.db, { ...place, personId: other.id, revokedBy: one.id }),
  ]);
  expect(outcomes.filter((outcome) => outcome === 'last-administrator')).toHaveLength(1);
  expect([...(await rolesOf(one.id)), ...(await rolesOf(other.id))]).toEqual(['administrator']);
});
