import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { sendPart } from '../../../../tests/make/parts.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { readPdf } from '../../../../tests/read-pdf.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { changeSettings, findEditionForOffice, settingsOf } from '../index.ts';

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

describe('R35 the council’s decision', () => {
  const pdf = () => new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n'], 'délibération.pdf');

  it('its file is public with the règlement; anything but a PDF is refused, and kept out', async () => {
    const edition = await makeEdition(site, { slug: 'deliberee' });
    const { client } = officer;
    await sendPart(client, edition, 'rules', { decisionFile: new File(['<html>'], 'a.pdf') });
    expect(client.status).toBe(422);
    expect(client.html).toContain('href="#decisionFile"');
    await sendPart(client, edition, 'rules', { councilDecision: '2026-112', decisionFile: pdf() });
    expect(client.path).toBe(urls.adminEditionSettings({ edition: 'deliberee' }));
    const { councilDecisionFile } = await find('deliberee');
    const file = urls.file({ file: `${councilDecisionFile}.pdf` });
    const visitor = site.visitor();
    await visitor.get(urls.rules({ edition: 'deliberee' }));
    expect(visitor.html).toContain(file);
    expect(visitor.html).toContain('2026-112');
    expect((await visitor.send(file)).status).toBe(200);
    // the version before it names none
    await visitor.get(urls.rules({ edition: 'deliberee' }, { version: 1 }));
    expect(visitor.html).not.toContain(file);
  });
});

describe('R200 versions of the règlement', () => {
  it('two are compared article by article, each is printed, and a draft is for officers', async () => {
    const edition = await makeEdition(site, { slug: 'comparee', title: 'Budget comparé' });
    await changeSettings(site.db, act, edition.id, {
      ...settingsOf(edition),
      minimumAgeVote: 12,
      rulesText: 'Les animaux ne votent pas.',
    });
    const at = { edition: 'comparee' };
    const visitor = await site.visitor().get(urls.rulesDifferences(at, { de: 1, a: 2 }));
    expect(visitor.html).toMatch(/<del>.*16.*<\/del><ins>.*12.*<\/ins>/);
    expect(visitor.html).toContain('Article 9');
    expect(visitor.html).not.toContain('Article 7');
    await visitor.get(urls.rulesDifferences(at, { de: 2, a: 2 }));
    expect(visitor.html).toContain('disent la même chose');
    for (const query of [{ de: 1 }, { de: 1, a: 3 }, { de: 'x', a: 1 }])
      expect((await visitor.send(urls.rulesDifferences(at, query))).status).toBe(404);

    const printed = async (query = {}) =>
      readPdf(
        Buffer.from(await (await visitor.send(urls.rulesPdf(at, query))).arrayBuffer()),
      ).text.replaceAll(/\s+/g, ' ');
    expect(await printed()).toContain('Les animaux ne votent pas.');
    expect(await printed({ version: 1 })).not.toContain('Les animaux');
    await makeEdition(site, { slug: 'brouillon', open: false });
    const draft = urls.rulesPdf({ edition: 'brouillon' });
    expect((await visitor.send(draft)).status).toBe(404);
    expect((await officer.client.send(draft)).status).toBe(200);
  });
});
