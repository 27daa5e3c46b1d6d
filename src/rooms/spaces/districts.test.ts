import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { sendPart } from '../../../tests/make/parts.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { readNames } from './categories.ts';
import { checkDistricts } from './districts.ts';
import { listRulesVersions } from './edition.store.ts';
import { readSettings, typedUsualSettings, typeSettings } from './edition-form.routes.ts';
import { checkSettings, settingsOf, USUAL_SETTINGS } from './edition-settings.ts';
import { findEdition } from './index.ts';

describe('districts are a list of names', () => {
  it('one per line, none of them needed', () => {
    expect(checkDistricts([])).toBeNull();
    expect(readNames(' Vieux-Pont \n\n  Le   Moulin ')).toEqual(['Vieux-Pont', 'Le Moulin']);
    expect(USUAL_SETTINGS.districts).toEqual([]);
    const typed = { ...typedUsualSettings(), title: 'T', districts: 'Nord\nSud' };
    const { settings, problems } = readSettings(typed, null);
    expect(problems).toEqual({});
    expect(settings.districts).toEqual(['Nord', 'Sud']);
    expect(readSettings(typeSettings(settings), null).settings).toEqual(settings);
  });

  it('at most a hundred, of at most 60 characters, no two the same but for capitals and spaces', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => `Secteur ${index + 1}`);
    expect(checkDistricts(hundred)).toBeNull();
    expect(checkDistricts([...hundred, 'Un de trop'])).toBe('too-many-districts');
    expect(checkDistricts(['🌳'.repeat(60)])).toBeNull();
    expect(checkDistricts(['x'.repeat(61)])).toBe('district-too-long');
    expect(checkDistricts(['Vieux-Pont', 'vieux- PONT'])).toBe('district-repeated');
    expect(checkDistricts(['É', 'e\u0301'])).toBe('district-repeated');
    expect(checkDistricts(['Chênaie', 'Chenaie', '北', '南'])).toBeNull();
  });

  it('R52 once the vote has begun none disappears; one may be added', () => {
    const settings = { ...USUAL_SETTINGS, title: 'T', slug: 't', districts: ['Nord', 'Sud'] };
    const before = { ...settings, openedAt: new Date(0) } as never;
    const change = (districts: string[], voteHasBegun: boolean) =>
      checkSettings({ ...settings, districts }, before, voteHasBegun).districts;
    expect(change(['Nord'], true)).toBe('vote-has-begun');
    expect(change(['Nord', 'Sud-Est'], true)).toBe('vote-has-begun');
    expect(change(['Sud', 'Nord', 'Est'], true)).toBeUndefined();
    expect(change([], false)).toBeUndefined();
  });
});

describe('districts in the office and in the règlement', () => {
  let site: TestSite;
  let officer: MadePerson;
  beforeAll(async () => {
    site = await openTestSite();
    officer = await makePerson(site, { roles: ['officer'] });
  });
  afterAll(() => site.close());

  it('R35 R189 they are typed, kept, told in the règlement of either language and in the journal', async () => {
    const edition = await makeEdition(site, { slug: 'secteurs' });
    const at = { edition: 'secteurs' };
    const visitor = site.visitor();
    await visitor.get(urls.rules(at));
    expect(visitor.html).not.toContain('quartiers ou secteurs');
    const { client } = officer;
    await client.get(urls.adminEditionPart({ ...at, part: 'categories-et-quartiers' }));
    expect(client.html).toContain('Quartiers ou secteurs (facultatif), un par ligne');
    await sendPart(client, edition, 'places', {
      districts: 'Vieux-Pont\n Le  Moulin \n<b>Gare</b>',
    });
    expect(client.path).toBe(urls.adminEditionSettings(at));
    const saved = (await findEdition(site.db, site.organisationId, 'secteurs'))!;
    expect(saved.districts).toEqual(['Vieux-Pont', 'Le Moulin', '<b>Gare</b>']);
    await client.get(urls.adminJournal());
    expect(client.html).toContain('Quartiers ou secteurs');
    expect(client.html).toContain('<ins><bdi>Vieux-Pont, Le Moulin, &lt;b>Gare&lt;/b></bdi></ins>');
    await visitor.get(urls.rules(at));
    expect(visitor.html.replaceAll(/\s/g, ' ')).toContain(
      'quartiers ou secteurs : « Vieux-Pont », « Le Moulin » et « &lt;b>Gare&lt;/b> ».',
    );
    await visitor.get(urls.rules(at, { version: 1 }));
    expect(visitor.html).not.toContain('quartiers ou secteurs');
    await visitor.get(urls.language({ locale: 'en' }, { vers: urls.rules(at) }));
    expect(visitor.html).toContain('the whole town or one of these districts: “Vieux-Pont”');
  });

  it('the last look before opening names them', async () => {
    await makeEdition(site, { slug: 'apercu', open: false, districts: ['Nord', 'Sud'] });
    await officer.client.get(urls.adminEditionOpen({ edition: 'apercu' }));
    expect(officer.client.html).toContain('Nord, Sud');
  });

  it('what is wrong is said beside the field, what was typed stays, nothing is saved', async () => {
    const edition = await makeEdition(site, { slug: 'faux', districts: ['Nord'] });
    const { client } = officer;
    const cases: [string, string][] = [
      ['Nord\n NORD', 'Deux lignes donnent le même quartier'],
      ['x'.repeat(61), 'tient en 60 caractères au plus'],
      [
        Array.from({ length: 101 }, (_, index) => `Q${index}`).join('\n'),
        'Gardez 100 quartiers au plus',
      ],
    ];
    for (const [districts, words] of cases) {
      await sendPart(client, edition, 'places', { districts });
      expect(client.status).toBe(422);
      expect(client.html).toContain(words);
      expect(client.html).toContain('href="#districts"');
      expect(client.html).toContain(`${districts}</textarea>`);
    }
    expect((await findEdition(site.db, site.organisationId, 'faux'))!.districts).toEqual(['Nord']);
  });

  it('R35 a règlement kept before there were districts is still read', async () => {
    const edition = await makeEdition(site, { slug: 'ancien-reglement' });
    const { districts: _, ...settings } = settingsOf(edition);
    await site.db
      .insertInto('rules_version')
      .values({
        organisation_id: site.organisationId,
        edition_id: edition.id,
        version: 2,
        settings: JSON.stringify({ settings, phases: edition.phases }),
      })
      .execute();
    const [kept] = await listRulesVersions(site.db, site.organisationId, edition.id);
    expect(kept).toMatchObject({ version: 2, settings: { districts: [] } });
    site.memory.forgetAll();
    const visitor = await site.visitor().get(urls.rules({ edition: 'ancien-reglement' }));
    expect(visitor.status).toBe(200);
    expect(visitor.html).toContain('Version 2');
  });
});
