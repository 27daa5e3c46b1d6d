import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeMovement, makeGroup, makeMovement } from '../../../tests/make/group.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { joinGroup } from './index.ts';

let site: TestSite;
let movement: MadeMovement;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
});
afterAll(() => site.close());

describe('R198 R2 groups are found by the search of the site', () => {
  it('by name, place and presentation, without accents; those of the movement only', async () => {
    await makeGroup(site, movement, {
      name: 'Les Écrevisses solidaires',
      place: 'Saint-Denis',
      presentation: 'Nous tenons une épicerie.',
    });
    await makeGroup(site, await makeMovement(site), { name: 'Écrevisses d’ailleurs' });
    const reader = site.visitor(movement.host);
    const search = async (q: string, more = {}) => {
      await reader.get(urls.search({ q, ...more }));
      return reader.main;
    };
    const href = 'href="/groupes/les-ecrevisses-solidaires"';
    for (const words of ['ecrevisse', 'epicerie', 'saint-denis', 'écrevise'])
      expect(await search(words), words).toContain(href);
    expect(await search('ecrevisse')).not.toContain('ailleurs');
    expect(await search('ecrevisse', { dans: 'groupes' })).toContain(href);
    expect(await search('ecrevisse', { dans: 'agenda' })).not.toContain(href);
  });

  it('a town’s search does not offer them', async () => {
    const town = site.visitor();
    await town.get(urls.search());
    expect(town.main).not.toContain('value="groupes"');
    const own = site.visitor(movement.host);
    await own.get(urls.search());
    expect(own.main).toContain('value="groupes"');
  });
});

describe('R2 R24 my groups, on my page', () => {
  it('with my role, how the group stands, and who asks to come in', async () => {
    const { group, lead, members } = await makeGroup(site, movement, {
      name: 'Les Amis du préau',
      joining: 'approval',
      certified: true,
    });
    await lead.client.get(urls.mySpace());
    expect(lead.client.main).toContain('Les Amis du préau');
    expect(lead.client.main).toContain('Certifié');
    expect(lead.client.main).not.toContain('demande à entrer');
    const comer = await makePerson(site, { organisation: movement });
    await joinGroup(site.db, { organisationId: movement.id, by: comer.id }, group.id, {
      atOnce: false,
    });
    await lead.client.get(urls.mySpace());
    expect(lead.client.main).toContain('Une personne demande à entrer dans');
    expect(lead.client.main).toContain(`href="${urls.groupMembers({ group: group.slug })}"`);
    const [member] = members;
    await member!.client.get(urls.mySpace());
    expect(member!.client.main).toContain('Les Amis du préau');
    expect(member!.client.main, 'a member lets nobody in').not.toContain('demande');
    await comer.client.get(urls.mySpace());
    expect(comer.client.main).toContain('Vous n’êtes dans aucun groupe');
    expect(comer.client.main, 'no budget here').not.toContain('idée');
  });

  it('a town’s page says nothing of groups', async () => {
    const { client } = await makePerson(site);
    await client.get(urls.mySpace());
    expect(client.main).not.toContain('groupe');
  });
});
