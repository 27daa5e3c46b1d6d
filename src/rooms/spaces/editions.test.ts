import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout, makeEdition } from '../../../tests/make/editions.ts';
import { fillPart, sendPart } from '../../../tests/make/parts.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { settingsOf } from './edition-settings.ts';
import { changeSettings, findEdition, findEditionForOffice, openEdition, STEPS } from './index.ts';
import { partHref } from './setup/part-words.page.ts';

let site: TestSite;
let officer: MadePerson;
let resident: MadePerson;
let act: { organisationId: string; by: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  resident = await makePerson(site);
  act = { organisationId: site.organisationId, by: officer.id };
});
afterAll(() => site.close());

describe('R31 R66 a new edition from a preset', () => {
  it('is a whole from the first screen on, with five dated phases, and nothing of it is public', async () => {
    const { client } = officer;
    await client.get(urls.adminNewEdition());
    expect(client.html).toContain('Petite commune, vote par approbation');
    await client.post(urls.adminNewEdition(), { preset: 'small-town' });
    expect(client.path).toMatch(/\/reglages\/presentation$/);
    const slug = client.path.split('/')[3]!;
    expect(slug).toMatch(/^20\d\d$/);
    const made = (await findEditionForOffice(site.db, site.organisationId, slug))!;
    expect(made.phases.map(({ step }) => step)).toEqual([...STEPS]);
    expect(made).toMatchObject({ intendedBallot: 'approval', maximumChoices: 3, openedAt: null });
    await client.get(`/editions/${slug}`);
    expect(client.status).toBe(404);
    await site.visitor().get(`/editions/${slug}/reglement`);
    expect(await findEdition(site.db, site.organisationId, slug)).toBeNull();
    await client.post(urls.adminNewEdition(), { preset: 'autre' });
    expect(client.status).toBe(422);
  });

  it('R67 the envelope is typed as people write it', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'enveloppe' });
    for (const envelope of ['120 000', '130\u202f000,00 €', '140000.00']) {
      const now = (await findEditionForOffice(site.db, site.organisationId, edition.slug))!;
      await sendPart(officer.client, now, 'budget', { envelope });
      expect(officer.client.status).toBe(200);
    }
    const after = await findEditionForOffice(site.db, site.organisationId, edition.slug);
    expect(after).toMatchObject({ envelope: 140_000_00, envelopes: [{ amount: 140_000_00 }] });
  });

  it('what is wrong is said beside its field, and everything typed is kept', async () => {
    const { client } = officer;
    const edition = await makeEdition(site, { open: false, slug: 'refusee' });
    await sendPart(client, edition, 'presentation', {
      title: '<script>alert(1)</script>',
      slug: 'Pas bon',
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#slug"');
    expect(client.html).toContain('&lt;script>alert(1)&lt;/script>');
    expect(client.html).not.toContain('<script>alert');
    await sendPart(client, edition, 'budget', { envelope: '1e309' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#envelope"');
    expect(client.html).toContain('value="1e309"');
    await sendPart(client, edition, 'places', { categories: 'Sport\nsport' });
    expect(client.html).toContain('href="#categories"');
    await sendPart(client, edition, 'participation', { minimumAgeVote: 'seize' });
    expect(client.html).toContain('href="#minimumAgeVote"');
    expect(await findEditionForOffice(site.db, site.organisationId, 'refusee')).toEqual(edition);
  });

  it('an address taken by another edition is refused, also when two arrive at once', async () => {
    const three = await Promise.all([1, 2, 3].map(() => makeEdition(site, { open: false })));
    const answers = await Promise.all(
      three.map((edition) =>
        officer.client.send(
          partHref('presentation', edition.slug),
          fillPart(edition, 'presentation', { slug: 'course' }),
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  });

  it('W3 residents and strangers do not come in', async () => {
    const edition = await makeEdition(site, { open: false });
    const at = { edition: edition.slug };
    for (const address of [
      urls.adminNewEdition(),
      urls.adminEditionPart({ ...at, part: 'budget' }),
      urls.adminCopyEdition(at),
      urls.adminEditionPhases(at),
      urls.adminEditionOpen(at),
    ]) {
      expect((await resident.client.send(address)).status, address).toBe(403);
      expect((await resident.client.send(address, { preset: 'knapsack' })).status, address).toBe(
        403,
      );
      expect((await site.visitor().send(address)).headers.get('location')).toContain('/connexion');
      expect((await site.visitor().send(address, {})).status, address).toBe(401);
    }
    expect((await findEdition(site.db, site.organisationId, edition.slug))?.openedAt).toBe(
      undefined,
    );
  });
});

describe('R35 an edition opens with what residents are entitled to know', () => {
  it('not before the règlement was read; then it is public, with version 1', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'a-ouvrir' });
    const { client } = officer;
    const at = { edition: edition.slug };
    await client.get(urls.rules(at));
    expect(client.html).toContain('pas encore publié');
    await site.visitor().get(urls.rules(at));
    await client.post(urls.adminEditionOpen(at));
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#rulesRead"');
    await client.post(urls.adminEditionOpen(at), { rulesRead: 'oui' });
    expect(client.path).toBe(urls.adminEdition(at));
    const visitor = await site.visitor().get(urls.rules(at));
    expect(visitor.status).toBe(200);
    expect(visitor.html).toContain('Version 1');
    expect(visitor.html).toMatch(/100\s000\s€/);
    expect(visitor.html).toContain('au moins 16 ans');
    const facts = await listFactsAbout(site, edition.id);
    expect(facts.map(({ kind }) => kind)).toEqual(['edition.created', 'edition.opened']);
    expect(facts[1]!.actor_id).toBe(officer.id);
  });

  it('not without an envelope, dates and categories, whatever was read', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'incomplete' });
    await site.db.deleteFrom('envelope').where('edition_id', '=', edition.id).execute();
    await site.db.deleteFrom('criterion').where('edition_id', '=', edition.id).execute();
    await site.db
      .updateTable('edition')
      .set({ envelope: 0 })
      .where('id', '=', edition.id)
      .execute();
    await site.db
      .deleteFrom('phase')
      .where('edition_id', '=', edition.id)
      .where('step', '=', 'study')
      .execute();
    await site.db.deleteFrom('category').where('edition_id', '=', edition.id).execute();
    expect(await openEdition(site.db, act, edition.id)).toEqual({
      ok: false,
      refusals: ['no-envelope', 'no-calendar', 'no-category', 'no-criterion'],
    });
    const { client } = officer;
    await client.get(urls.adminEditionOpen({ edition: 'incomplete' }));
    expect(client.html).toContain('Il manque encore quelque chose');
    // each lack leads to the page that mends it
    for (const part of ['budget', 'places', 'criteria', 'calendar'] as const)
      expect(client.html).toContain(`href="${partHref(part, 'incomplete')}"`);
    await client.post(urls.adminEditionOpen({ edition: 'incomplete' }), { rulesRead: 'oui' });
    expect(client.status).toBe(422);
  });

  it('opening twice at once opens once', async () => {
    const edition = await makeEdition(site, { open: false });
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => openEdition(site.db, act, edition.id)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const facts = await listFactsAbout(site, edition.id);
    expect(facts.filter(({ kind }) => kind === 'edition.opened')).toHaveLength(1);
  });

  it('each later change publishes a new version, and the old ones stay readable', async () => {
    const edition = await makeEdition(site, { slug: 'versions' });
    const settings = { ...settingsOf(edition), envelope: 120_000_00, maximumIdeas: 1 };
    await changeSettings(site.db, act, edition.id, settings);
    site.memory.forgetAll();
    const visitor = await site.visitor().get(urls.rules({ edition: 'versions' }));
    expect(visitor.html).toMatch(/120\s000\s€/);
    expect(visitor.html).toContain('une seule idée');
    await visitor.get(urls.rules({ edition: 'versions' }, { version: 1 }));
    expect(visitor.html).toMatch(/100\s000\s€/);
    expect(visitor.html).toContain('version ancienne');
    for (const version of ['3', '0', '1e309', '-1', 'x']) {
      const response = await visitor.send(urls.rules({ edition: 'versions' }, { version }));
      expect(response.status, version).toBe(404);
    }
    await expect(
      site.db.updateTable('rules_version').set({ version: 9 }).execute(),
    ).rejects.toThrow('append-only');
  });
});

describe('R80 every edition stays, archived ones too', () => {
  it('the list shows public ones only; an archived one cannot be changed', async () => {
    await makeEdition(site, { slug: 'cachee', title: 'Édition secrète', open: false });
    await makeEdition(site, { slug: 'montree', title: 'Édition <i>montrée</i>' });
    const old = await makeEdition(site, { slug: 'ancienne', title: 'Toulouse 2019' });
    await site.db
      .updateTable('edition')
      .set({ archived_at: new Date() })
      .where('id', '=', old.id)
      .execute();
    site.memory.forgetAll();
    const visitor = await site.visitor().get(urls.editions());
    expect(visitor.html).toContain('Édition &lt;i>montrée&lt;/i>');
    expect(visitor.html).not.toContain('Édition secrète');
    expect(visitor.html).toContain('Archives');
    expect(visitor.html).toContain('Toulouse 2019');
    for (const address of [urls.adminEditionSettings, urls.adminEditionPhases])
      expect((await officer.client.send(address({ edition: 'ancienne' }))).status).toBe(404);
  });
});
