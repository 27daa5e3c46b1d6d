import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeDepartment, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { type HeldRole, openRight, type Role, type RoleRight } from '../../platform/http/roles.ts';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { chooseWork } from './own-work.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site, { phase: 'study' });
});
afterAll(() => site.close());

const held = (role: Role, editionId: string | null = null) => ({
  role,
  editionId,
  departmentId: null,
});
const opensOf =
  (...roles: HeldRole[]) =>
  (right: RoleRight, edition?: string) =>
    openRight(roles, right, edition);
const under = (id: string) => ({ id, slug: id, isArchived: false, studyBegun: true });

describe('R33 each role lands where its work is', () => {
  it.each<[Role, string]>([
    ['officer', urls.admin()],
    ['administrator', urls.admin()],
    ['communication', urls.admin()],
    ['it', urls.adminVerification()],
    ['ambassador', urls.collect()],
    ['relay', urls.collect()],
  ])('R33 %s', async (role, address) => {
    const { client } = await makePerson(site, { roles: [role] });
    const answer = await client.send(urls.ownWork());
    expect(answer.headers.get('location')).toBe(address);
    // the address that it leads to is theirs
    expect((await client.send(address)).status).toBeLessThan(400);
  });

  it('R33 R44 a decider lands on what waits for their decision', async () => {
    const { client } = await makePerson(site, { roles: ['decider'], editionId: edition.id });
    await client.get(urls.ownWork());
    expect(client.path).toBe(urls.adminDecisions({ edition: edition.slug }, { etat: 'a-decider' }));
    expect(client.status).toBe(200);
  });

  it('R43 an agent lands on the queue; somebody without a role on their own page', async () => {
    const { id: departmentId } = await makeDepartment(site);
    const agent = await makePerson(site, { roles: ['agent'], departmentId });
    await agent.client.get(urls.ownWork());
    expect(agent.client.path).toBe(urls.tasks());
    const resident = await makePerson(site);
    await resident.client.get(urls.ownWork());
    expect(resident.client.path).toBe(urls.mySpace());
  });

  it('R33 of several editions under study a decider chooses; of none, or of another’s, there is nothing to choose', () => {
    expect(chooseWork(opensOf(held('decider')), [under('a'), under('b')])).toEqual({
      kind: 'dashboard',
    });
    expect(chooseWork(opensOf(held('decider', 'b')), [under('a'), under('b')])).toEqual({
      kind: 'decisions',
      edition: 'b',
    });
    expect(
      chooseWork(opensOf(held('decider')), [{ ...under('a'), isArchived: true }, under('b')]),
    ).toMatchObject({ edition: 'b' });
    expect(chooseWork(opensOf(held('decider')), [])).toEqual({ kind: 'dashboard' });
    expect(chooseWork(opensOf(held('agent'), held('decider', 'a')), [under('a')])).toMatchObject({
      kind: 'decisions',
    });
  });
});
