import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import {
  hiddenIn,
  type MadeRealisation,
  makeRealisation,
} from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import { findRealisation } from '../realisation.store.ts';

let site: TestSite;
let officer: MadePerson;
let made: MadeRealisation;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  made = await makeRealisation(site);
});
afterAll(() => site.close());

const at = () => ({ edition: made.edition.slug, project: made.project });
const read = async () => (await findRealisation(site.db, site.organisationId, made.projectId))!;

describe('R59 W3 realisations for their department', () => {
  it('W3 agents of the leading department write about theirs; to others it is not there', async () => {
    const department = await makeDepartment(site);
    const agent = await makePerson(site, {
      roles: ['agent'],
      departmentId: department.id,
      factorProven: false,
    });
    const stranger = await makePerson(site, { roles: ['agent'] });
    const elsewhere = await makePerson(site, {
      roles: ['agent'],
      departmentId: department.id,
      editionId: (await makeRealisation(site)).edition.id,
    });
    const list = urls.adminDeliveries({ edition: made.edition.slug });
    const path = urls.adminDelivery(at());
    expect((await agent.client.send(path)).status, 'nobody leads it yet').toBe(404);
    await officer.client.get(path);
    await officer.client.post(path, {
      mark: hiddenIn(officer.client.main, 'mark'),
      department: department.id,
      mode: 'services',
      committed: '',
      spent: '',
    });
    await agent.client.get(list);
    expect(agent.client.main).toContain(made.title);
    await agent.client.get(urls.tasks());
    expect(agent.client.main).toContain(urls.ownDeliveries());
    await agent.client.get(urls.ownDeliveries());
    expect(agent.client.main).toContain(path);
    for (const { client } of [stranger, elsewhere]) {
      await client.get(urls.ownDeliveries());
      expect(client.main).not.toContain(path);
    }
    await agent.client.get(path);
    await agent.client.post(path, {
      mark: hiddenIn(agent.client.main, 'mark'),
      // what a department may not say of itself
      department: '',
      mode: 'team',
      committed: '5 000',
      spent: '200',
    });
    expect(await read()).toMatchObject({
      committedCost: 500_000,
      spentCost: 20_000,
      departmentId: department.id,
      mode: 'services',
    });
    await agent.client.post(urls.adminDeliveryHalt(at()), { act: 'abandon', reason: 'Non.' });
    expect(agent.client.status).toBe(422);
    expect((await read()).halt).toBe(null);
    for (const { client } of [stranger, elsewhere])
      for (const [address, fields] of [
        [path, undefined],
        [path, { committed: '1' }],
        [urls.adminDeliveryStep({ ...at(), stage: 'study' }), {}],
        [urls.adminDeliveryHalt(at()), { act: 'suspend', reason: 'Non.' }],
        [urls.adminNewPost(at()), { title: 'Non', body: 'Non' }],
      ] as const)
        expect((await client.send(address, fields)).status, address).toBe(404);
    await stranger.client.get(list);
    expect(stranger.client.main).not.toContain(made.title);
    expect(stranger.client.main).toContain('Votre service ne pilote aucune réalisation');
    expect((await elsewhere.client.send(list)).status).toBe(404);
    // the same address in another organisation leads to nothing of ours
    const neighbour = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const their = await makePerson(site, {
      roles: ['administrator'],
      organisation: { id: neighbour, name: 'Voisine', host: 'voisine.localhost' },
    });
    for (const address of [list, path, urls.adminNewPost(at())])
      expect((await their.client.send(address)).status, address).toBe(404);
    const followed = urls.follow({ kind: 'realisation', target: made.realisationId });
    expect((await their.client.send(followed, {})).status).toBe(404);
    const unproven = await makePerson(site, { roles: ['officer'], factorProven: false });
    expect((await unproven.client.send(path)).status).toBe(403);
  });
});
