import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation, listDepartments } from '../../organisations/index.ts';
import { type Edition, openEdition } from '../../spaces/index.ts';
import { ADDED_FIELDS } from './departments.page.tsx';
import { fieldOf } from './routing.page.tsx';
import { findRouting } from './routing.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

const routingOf = (edition: Edition) => findRouting(site.db, site.organisationId, edition.id);
const countMails = async () =>
  Number(
    (
      await sql<{ count: string }>`select count(*) from graphile_worker.jobs
        where task_identifier = 'send-mail'`.execute(site.db)
    ).rows[0]!.count,
  );
const sentField = (html: string, name: string) =>
  new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`, 's').exec(html)?.[1] ?? '';

describe('R66 R36 departments as a step of the preparation', () => {
  it('without any, the step says what follows, is passed over, and the opening names what is missing', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'sans-service' });
    const at = { edition: edition.slug };
    const { client } = officer;
    await client.get(urls.adminServices(at));
    expect(client.main).toContain('Étape 7 sur 11');
    expect(client.main).toContain('Aucun service n’est encore déclaré');
    expect(client.main).toContain('Cette étape peut attendre');
    await client.post(urls.adminServices(at), { mark: '0' });
    expect(client.path).toBe(urls.adminEditionPhases(at));
    expect((await routingOf(edition)).version).toBe(0);
    await client.get(urls.adminEditionOpen(at));
    expect(client.main).toContain('Aucun service n’est déclaré pour étudier les idées.');
    // a warning beside the opening, not a refusal
    await client.post(urls.adminEditionOpen(at), { rulesRead: 'oui' });
    expect(client.html).toContain('tout le monde peut la voir');
    await client.get(urls.adminEdition(at));
    expect(client.main).toContain('Aucun service n’est déclaré pour étudier les idées.');
  });

  it('R32 a department and its referent are added from the step: both are kept, and the referent is written to', async () => {
    const edition = await makeEdition(site, { open: false });
    const at = { edition: edition.slug };
    const { client } = officer;
    const mails = await countMails();
    await client.post(urls.adminAddService(at), {
      [ADDED_FIELDS.name]: 'Direction des sports',
      [ADDED_FIELDS.email]: 'referente@mairie-fleury.fr',
    });
    expect(client.path).toBe(urls.adminServices(at));
    expect(client.main).toContain('Direction des sports');
    expect(client.main).toContain('referente@mairie-fleury.fr');
    expect(await countMails()).toBe(mails + 1);
    await client.post(urls.adminAddService(at), {
      [ADDED_FIELDS.name]: 'direction des SPORTS',
      [ADDED_FIELDS.email]: 'autre@mairie-fleury.fr',
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain(`href="#${ADDED_FIELDS.name}"`);
    expect(client.html).toContain('value="autre@mairie-fleury.fr"');
    await client.post(urls.adminAddService(at), {
      [ADDED_FIELDS.name]: 'Archives',
      [ADDED_FIELDS.email]: 'pas une adresse',
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain(`href="#${ADDED_FIELDS.email}"`);
    expect(client.html).toContain('value="Archives"');
    expect(await countMails()).toBe(mails + 1);
    const names = (await listDepartments(site.db, site.organisationId)).map(({ name }) => name);
    expect(names).not.toContain('Archives');
  });

  it('proposes by name, saves nothing before « Continuer », and is told to be missing until then', async () => {
    const { id } = await makeDepartment(site, { name: 'Médiathèque et affaires culturelles' });
    const edition = await makeEdition(site, { open: false });
    const at = { edition: edition.slug };
    const culture = edition.categories.find(({ slug }) => slug === 'culture')!;
    const { client } = officer;
    await client.get(urls.adminServices(at));
    expect(sentField(client.html, fieldOf(culture))).toContain(`<option value="${id}" selected`);
    expect(client.main).toContain('rien n’est enregistré avant');
    expect((await routingOf(edition)).departments.size).toBe(0);
    await client.get(urls.adminEditionOpen(at));
    expect(client.main).toContain('Aucune catégorie ne va à un service.');
    await client.post(urls.adminServices(at), {
      mark: '0',
      automatique: 'oui',
      delai: '',
      [fieldOf(culture)]: id,
    });
    expect(client.path).toBe(urls.adminEditionPhases(at));
    expect((await routingOf(edition)).departments.get(culture.id)).toBe(id);
    const kinds = (await listFactsAbout(site, edition.id)).map(({ kind }) => kind);
    expect(kinds).toContain('routing.saved');
    await client.get(urls.adminEditionOpen(at));
    expect(client.main).toContain('ne vont à aucun service');
    expect(client.main).toContain('Écologie');
    // nobody of that department can be told
    expect(client.main).toContain('Médiathèque et affaires culturelles');
    await client.get(urls.adminEdition(at));
    expect(client.main).toContain('ne vont à aucun service');
    await client.get(urls.adminEditionSettings(at));
    expect(client.main).toContain('Médiathèque et affaires culturelles');
  });

  it('passed over with something typed, nothing of it is saved; left for later, it is', async () => {
    const { id } = await makeDepartment(site, { name: 'Cabinet' });
    const edition = await makeEdition(site, { open: false });
    const at = { edition: edition.slug };
    const typed = {
      mark: '0',
      automatique: 'oui',
      delai: '',
      [fieldOf(edition.categories[0]!)]: id,
    };
    const { client } = officer;
    await client.post(urls.adminServices(at), { ...typed, act: 'skip' });
    expect(client.path).toBe(urls.adminEditionPhases(at));
    expect((await routingOf(edition)).version).toBe(0);
    await client.post(urls.adminServices(at), { ...typed, delai: 'jamais' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('value="jamais"');
    await client.post(urls.adminServices(at), { ...typed, act: 'leave' });
    expect(client.path).toBe(urls.adminEditionSettings(at));
    expect((await routingOf(edition)).departments.size).toBe(1);
  });

  it('R80 the edition after this one is proposed the departments of this one', async () => {
    const { id } = await makeDepartment(site, { name: 'Un nom qui ne dit rien' });
    const edition = await makeEdition(site, { open: false, categories: ['Rivières'] });
    const { client } = officer;
    await client.post(urls.adminServices({ edition: edition.slug }), {
      mark: '0',
      delai: '',
      'service-rivieres': id,
    });
    await openEdition(site.db, { organisationId: site.organisationId, by: officer.id }, edition.id);
    const next = await makeEdition(site, { open: false, categories: ['Rivières'] });
    await client.get(urls.adminServices({ edition: next.slug }));
    expect(sentField(client.html, 'service-rivieres')).toContain(`value="${id}" selected`);
  });

  it('W3 is for officers of this town alone', async () => {
    const edition = await makeEdition(site, { open: false });
    const at = { edition: edition.slug };
    const added = { [ADDED_FIELDS.name]: 'Intrus', [ADDED_FIELDS.email]: '' };
    const agent = await makePerson(site, { roles: ['agent'] });
    expect((await agent.client.send(urls.adminAddService(at), added)).status).toBe(403);
    const elsewhere = await insertOrganisation(site.db, {
      slug: 'ailleurs',
      name: 'Ailleurs',
      host: 'ailleurs.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@ailleurs.example',
      tagline: '',
      charter: 'Être correct.',
    });
    const theirs = await makeEdition(site, {
      open: false,
      slug: 'chez-eux',
      organisationId: elsewhere,
    });
    const there = { edition: theirs.slug };
    expect((await officer.client.send(urls.adminServices(there))).status).toBe(404);
    expect((await officer.client.send(urls.adminAddService(there), added)).status).toBe(404);
    expect(await listDepartments(site.db, elsewhere)).toEqual([]);
    const names = (await listDepartments(site.db, site.organisationId)).map(({ name }) => name);
    expect(names).not.toContain('Intrus');
  });
});
