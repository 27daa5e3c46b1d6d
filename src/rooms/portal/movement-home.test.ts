import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { type MadeMovement, makeGroup, makeMovement } from '../../../tests/make/group.ts';
import { makeMeeting } from '../../../tests/make/meetings.ts';
import { makeNews } from '../../../tests/make/news.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
let movement: MadeMovement;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
});
afterAll(() => site.close());

const open = async ({ host }: { host?: string } = movement) => {
  site.seeChanges();
  const visitor = site.visitor(host);
  await visitor.get(urls.home());
  return visitor;
};
const toEditions = `href="${urls.editions()}"`;

describe('the home of a movement', () => {
  it('R2 R31 an empty one invites to found a group, and speaks of no budget', async () => {
    const { html, main } = await open(await makeMovement(site));
    expect(main).toContain('Aucun groupe');
    expect(main).toContain(`href="${urls.newGroup()}"`);
    expect(main).toContain('Aucun événement annoncé');
    expect(main).not.toMatch(/budget/i);
    expect(html, 'not in the menu either').not.toContain(toEditions);
  });

  it('R2 R67 shows its groups by département, its events and its news', async () => {
    await makeGroup(site, movement, { county: '93' });
    await makeGroup(site, movement, { county: '93' });
    await makeGroup(site, movement, {
      county: '42',
      point: { latitude: 45.43, longitude: 4.39 },
      certified: true,
    });
    await makeMeeting(site, { title: 'Assemblée des groupes', organisationId: movement.id });
    const { id: by } = await makePerson(site, { organisation: movement, roles: ['officer'] });
    await makeNews(site, { organisationId: movement.id, by }, { title: 'Un fonds ouvre' });
    const { main } = await open();
    expect(main).toMatch(/3\s*groupes agissent/);
    expect(main).toMatch(/Seine-Saint-Denis \(93\)\s: 2 groupes/);
    expect(main).toContain(`href="${urls.groups({ departement: '42' })}"`);
    expect(main).toContain('Assemblée des groupes');
    expect(main).toContain('Un fonds ouvre');
  });

  it('R31 names budgets once there is an edition that everybody may see; a town always does', async () => {
    const own = { organisationId: movement.id };
    await makeEdition(site, { ...own, slug: 'secrete', open: false });
    expect((await open()).html).not.toContain(toEditions);
    await makeEdition(site, { ...own, slug: '2026', title: 'Budget du mouvement' });
    const { html, main } = await open();
    expect(html).toContain(toEditions);
    expect(main).toContain('Budget du mouvement');
    expect((await open({})).html).toContain(toEditions);
  });

  it('leads who is signed in to their own page', async () => {
    const { client } = await makePerson(site, { organisation: movement });
    await client.get(urls.home());
    expect(client.main).toContain(`href="${urls.mySpace()}"`);
    expect(client.main).not.toContain(`href="${urls.signUp()}"`);
  });
});
