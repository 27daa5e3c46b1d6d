import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeGroup, makeMovement } from '../../../tests/make/group.ts';
import { makePerson, PASSWORD } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { joinGroup } from './joining.store.ts';
import { changeRole } from './member-writing.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

it('R193 who erases their account leaves their groups; a sole lead stays without a name', async () => {
  const movement = await makeMovement(site);
  const { group, lead } = await makeGroup(site, movement);
  const eve = await makePerson(site, {
    organisation: movement,
    password: PASSWORD,
    nickname: 'Ève',
  });
  const ours = { organisationId: movement.id, by: lead.id };
  const findRole = async (personId: string) => {
    const { rows } = await site.pool.query(
      'select role, gender from group_member where person_id = $1',
      [personId],
    );
    return rows;
  };
  await joinGroup(site.db, { organisationId: movement.id, by: eve.id }, group.id);
  expect((await changeRole(site.db, ours, group.id, eve.id, 'lead')).ok).toBe(true);
  await site.pool.query(`update group_member set gender = 'woman' where person_id = $1`, [eve.id]);
  // the other lead goes by the database, so that Ève leads alone
  await site.pool.query(`update group_member set role = 'member' where person_id = $1`, [lead.id]);
  await eve.client.post(urls.ownDataErasure(), {
    confirmation: 'effacer',
    'mot-de-passe-actuel': PASSWORD,
  });
  expect(eve.client.html).toContain('Votre compte est supprimé');
  expect(await findRole(eve.id)).toEqual([{ role: 'lead', gender: null }]);
  await lead.client.get(urls.group({ group: group.slug }));
  expect(lead.client.status).toBe(200);
  expect(lead.client.main).toContain('Compte supprimé');
  expect(lead.client.main).not.toContain('Ève');

  const noor = await makePerson(site, { organisation: movement, password: PASSWORD });
  await joinGroup(site.db, { organisationId: movement.id, by: noor.id }, group.id);
  await noor.client.post(urls.ownDataErasure(), {
    confirmation: 'effacer',
    'mot-de-passe-actuel': PASSWORD,
  });
  expect(await findRole(noor.id)).toEqual([]);
});
