import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeMovement, makeMovement } from '../../../../tests/make/group.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let movement: MadeMovement;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
});
afterAll(() => site.close());

const rolesOf = async (personId: string) => {
  const { rows } = await site.pool.query<{ role: string }>(
    'select role from role_grant where person_id = $1 order by role',
    [personId],
  );
  return rows.map(({ role }) => role);
};

describe('R2 R12 roles of the shared money are those of a movement', () => {
  it('a town is offered neither, and refuses both', async () => {
    const { client } = await makePerson(site, { roles: ['administrator'] });
    const person = await makePerson(site);
    await client.get(urls.adminGrantRole());
    expect(client.main).toContain('value="officer"');
    expect(client.main).not.toMatch(/value="(action-reviewer|finance)"/);
    await client.get(urls.adminAccess());
    expect(client.main).not.toMatch(/value="(action-reviewer|finance)"/);
    for (const role of ['action-reviewer', 'finance']) {
      await client.post(urls.adminGrantRole(), { courriel: person.email, role });
      expect(client.status).toBe(422);
      await client.post(urls.adminInviteMany(), { lignes: person.email, role });
      expect(client.status).toBe(422);
    }
    expect(await rolesOf(person.id)).toEqual([]);
  });

  it('a movement gives both', async () => {
    const { client } = await makePerson(site, { organisation: movement, roles: ['administrator'] });
    const person = await makePerson(site, { organisation: movement });
    await client.get(urls.adminGrantRole());
    expect(client.main).toContain('value="action-reviewer"');
    for (const role of ['action-reviewer', 'finance'])
      await client.post(urls.adminGrantRole(), { courriel: person.email, role });
    expect(await rolesOf(person.id)).toEqual(['action-reviewer', 'finance']);
  });
});
