import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { sendPart } from '../../../../tests/make/parts.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { type Fields, openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findEditionForOffice, openEdition } from '../index.ts';
import { partHref } from './part-words.page.ts';
import { PARTS } from './parts.ts';
import { PRESETS } from './presets.ts';

let site: TestSite;
let officer: MadePerson;
let act: { organisationId: string; by: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  act = { organisationId: site.organisationId, by: officer.id };
});
afterAll(() => site.close());

const find = async (slug: string) =>
  (await findEditionForOffice(site.db, site.organisationId, slug))!;

/** What the form on the page would send as it stands. */
function readForm(html: string): Fields {
  const main = html.slice(html.indexOf('<main'));
  const fields: Fields = {};
  for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) =>
      new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const type = of('type');
    if (type === 'file' || of('name') === '') continue;
    if ((type === 'radio' || type === 'checkbox') && !/\schecked/.test(tag)) continue;
    fields[of('name')] = of('value').replaceAll('\u00a0', ' ');
  }
  for (const [, name, text] of main.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g))
    fields[name!] = text!;
  for (const [, name, options] of main.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/g))
    fields[name!] =
      /<option value="([^"]*)" selected/.exec(options!)?.[1] ??
      /<option value="([^"]*)"/.exec(options!)?.[1] ??
      '';
  return fields;
}

describe('R66 the wizard', () => {
  it.each(PRESETS)(
    '« Continuer » alone makes a valid edition of %s and opens it',
    async (preset) => {
      const { client } = officer;
      await client.post(urls.adminNewEdition(), { preset });
      const slug = client.path.split('/')[3]!;
      const made = await find(slug);
      for (const part of PARTS) {
        expect(client.path).toBe(partHref(part, slug));
        await client.post(client.path, readForm(client.html));
        expect(client.status).toBe(200);
      }
      expect(client.path).toBe(urls.adminEditionOpen({ edition: slug }));
      // looked through and kept as it was: nothing of it has changed
      expect(await find(slug)).toEqual(made);
      expect(client.html).toContain('Pas encore de délibération');
      await client.post(client.path, { rulesRead: 'oui' });
      expect(client.html).toContain('tout le monde peut la voir');
      expect((await find(slug)).openedAt).not.toBeNull();
    },
  );

  it('is left and taken up where it was, by another officer too', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'reprise' });
    const setup = urls.adminEditionSetup({ edition: 'reprise' });
    const other = await makePerson(site, { roles: ['officer'] });
    await officer.client.get(setup);
    expect(officer.client.path).toBe(partHref('presentation', 'reprise'));
    await sendPart(officer.client, edition, 'presentation', { title: 'Le nôtre' });
    await sendPart(officer.client, edition, 'places', { act: 'leave' });
    expect(officer.client.path).toBe(urls.adminEditionSettings({ edition: 'reprise' }));
    expect(officer.client.html).toContain('2 étapes relues sur 9');
    await other.client.get(setup);
    expect(other.client.path).toBe(partHref('budget', 'reprise'));
    await other.client.get(urls.adminNewEdition());
    expect(other.client.html).toContain('Le nôtre');
  });

  it('R67 money is shared out in rows; what does not hold is said in its row, and nothing typed is lost', async () => {
    const edition = await makeEdition(site, {
      open: false,
      slug: 'lignes',
      districts: ['Nord', 'Sud'],
    });
    const { client } = officer;
    await client.get(partHref('budget', 'lignes'));
    // proposed, not kept: an equal share for each district
    expect(readForm(client.html)).toMatchObject({
      envelopes: 'one',
      'envelope-1-for': 'district:Nord',
    });
    const rows = {
      envelopes: 'several',
      'envelope-2-for': 'district:Nord',
      'envelope-2-amount': '30 000',
      'envelope-2-cap': '40 000',
      'envelope-4-for': 'town:',
      'envelope-4-amount': 'vingt',
      'envelope-4-name': 'Le <b>centre</b>',
    };
    await sendPart(client, edition, 'budget', rows);
    expect(client.status).toBe(422);
    // the blank rows are closed up, and each value stands where its problem is said
    expect(client.html).toContain('href="#envelope-1-cap"');
    expect(client.html).toContain('href="#envelope-2-amount"');
    expect(client.html).toContain('value="vingt"');
    expect(client.html).toContain('value="Le &lt;b>centre&lt;/b>"');
    await sendPart(client, edition, 'budget', {
      ...rows,
      'envelope-2-cap': '15 000',
      'envelope-4-amount': '20 000,50',
    });
    expect(await find('lignes')).toMatchObject({
      envelope: 50_000_50,
      envelopes: [
        { kind: 'district', target: 'Nord', amount: 30_000_00, projectCap: 15_000_00 },
        { kind: 'town', target: '', amount: 20_000_50, name: 'Le <b>centre</b>' },
      ],
    });
    // a renamed district keeps its envelope; one that is taken out leaves its money to the town
    await sendPart(client, await find('lignes'), 'places', { districts: 'Grand Nord\nSud' });
    const renamed = await find('lignes');
    expect(renamed.envelopes).toMatchObject([
      { target: 'Grand Nord', amount: 30_000_00, projectCap: 15_000_00 },
      { kind: 'town', amount: 20_000_50 },
    ]);
    await sendPart(client, renamed, 'places', { districts: '' });
    expect(await find('lignes')).toMatchObject({
      envelope: 50_000_50,
      envelopes: [{ kind: 'town', amount: 50_000_50 }],
    });
  });

  it('R67 once open, a district with an envelope is not taken out, and says so', async () => {
    const shares = ['Nord', 'Sud'].map((target) => ({
      id: null,
      name: '',
      kind: 'district' as const,
      target,
      amount: 50_000_00,
      projectCap: null,
      projectFloor: null,
    }));
    const edition = await makeEdition(site, {
      slug: 'gardees',
      districts: ['Nord', 'Sud'],
      envelopes: shares,
    });
    await sendPart(officer.client, edition, 'places', { districts: 'Nord' });
    expect(officer.client.status).toBe(422);
    expect(officer.client.html).toContain('href="#districts"');
    expect(officer.client.html).toContain('Une enveloppe est réservée');
    const visitor = await site.visitor().get(urls.edition({ edition: 'gardees' }));
    expect(visitor.html).toContain('Une enveloppe partagée');
  });

  it('R67 the database refuses envelopes that make another whole', async () => {
    const edition = await makeEdition(site, { open: false });
    await expect(
      site.db.updateTable('edition').set({ envelope: 1 }).where('id', '=', edition.id).execute(),
    ).rejects.toMatchObject({ constraint: 'envelopes_make_the_whole' });
  });

  it('R68 criteria are reworded, added and taken out; each keeps its id under every wording', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'criteres' });
    const { client } = officer;
    const [first] = edition.criteria;
    await sendPart(client, edition, 'criteria', {
      'criterion-1-name': 'Il sert tout le monde',
      'criterion-1-asked': 'oui',
      'criterion-3-name': 'Il est <i>nouveau</i>',
    });
    const after = await find('criteres');
    expect(after.criteria).toMatchObject([
      { id: first!.id, name: 'Il sert tout le monde', askedOfHolder: true },
      { name: 'Il est <i>nouveau</i>', askedOfHolder: false },
    ]);
    await sendPart(client, after, 'criteria', {
      'criterion-1-name': '',
      'criterion-2-name': 'Neuf',
      'criterion-3-name': 'NEUF',
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#criterion-2-name"');
    await sendPart(client, after, 'criteria', { 'criterion-1-name': '' });
    expect((await find('criteres')).criteria.map(({ id }) => id)).toEqual([after.criteria[1]!.id]);
  });

  it('R71 R35 help and règlement are shown as they will be read, and nothing is saved', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'apercus' });
    const { client } = officer;
    await sendPart(client, edition, 'help', { 'ideaHelp-title': 'Dites-le vite', act: 'preview' });
    expect(client.html).toContain('<bdi>Dites-le vite</bdi>');
    await sendPart(client, edition, 'rules', { rulesText: 'Les chiens votent.', act: 'preview' });
    expect(client.html).toContain('Dispositions particulières');
    expect(client.html).toMatch(/<p[^>]*>Les chiens votent\./);
    expect(await find('apercus')).toEqual(edition);
  });
});

describe('R189 two officers on one part', () => {
  it('the second is told what was saved, and both values are on the page', async () => {
    const edition = await makeEdition(site, { open: false, slug: 'a-deux' });
    const { client } = officer;
    await sendPart(client, edition, 'budget', { envelope: '80 000' });
    await sendPart(client, edition, 'criteria', { 'criterion-1-name': 'Un autre' });
    await sendPart(client, edition, 'budget', { envelope: '90 000' });
    expect(client.status).toBe(409);
    expect(client.html).toContain('value="90 000"');
    expect(client.html).toMatch(/80\s000/);
    expect(client.html).not.toContain('href="#cap"');
    const mark = /name="mark" value="([0-9a-f]+)"/.exec(client.html)![1]!;
    await sendPart(client, edition, 'budget', { envelope: '90 000', mark });
    expect(await find('a-deux')).toMatchObject({
      envelope: 90_000_00,
      criteria: [{ name: 'Un autre' }],
    });
  });
});

describe('R80 the edition after this one', () => {
  it('is made in one act with everything but ideas, projects, poll and decision', async () => {
    const edition = await makeEdition(site, {
      slug: 'bp-2026',
      title: 'Budget 2026',
      districts: ['Nord', 'Sud'],
      intendedBallot: 'knapsack',
      councilDecision: '2026-1',
    });
    const { client } = officer;
    const copy = urls.adminCopyEdition({ edition: 'bp-2026' });
    await client.get(copy);
    const proposed = readForm(client.html);
    expect(proposed).toMatchObject({ title: 'Budget 2027', slug: 'bp-2027' });
    await client.post(copy, { ...proposed, 'vote-ends-year': '1999', title: 'Budget des enfants' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('value="Budget des enfants"');
    await client.post(copy, { ...proposed, slug: 'bp-2026' });
    expect(client.html).toContain('href="#slug"');
    await client.post(copy, proposed);
    expect(client.path).toBe(urls.adminEditionSettings({ edition: 'bp-2027' }));
    const next = await find('bp-2027');
    expect(next).toMatchObject({
      title: 'Budget 2027',
      districts: ['Nord', 'Sud'],
      intendedBallot: 'knapsack',
      councilDecision: '',
      openedAt: null,
    });
    expect(next.criteria.map(({ name }) => name)).toEqual(edition.criteria.map(({ name }) => name));
    expect(next.criteria[0]!.id).not.toBe(edition.criteria[0]!.id);
    const week = 7 * 86_400_000;
    for (const [index, { startsAt }] of next.phases.entries()) {
      const moved = startsAt.getTime() - edition.phases[index]!.startsAt.getTime();
      // to the hour: the clocks may have changed in between
      expect(Math.round(moved / week)).toBe(52);
      expect(Math.abs(moved - 52 * week)).toBeLessThanOrEqual(3_600_000);
    }
    const [created] = await listFactsAbout(site, next.id);
    expect(created).toMatchObject({ kind: 'edition.created', actor_id: officer.id });
    expect(await openEdition(site.db, act, next.id)).toMatchObject({ ok: true });
  });
});
