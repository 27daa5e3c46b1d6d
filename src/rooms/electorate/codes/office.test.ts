import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVENTED_HEADINGS, inventPeople } from '../../../../bench/many-people.ts';
import { keysOf, makeBatch, printedCodes } from '../../../../tests/make/codes.ts';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { importInto } from '../../../../tests/make/registers.ts';
import { readPdf } from '../../../../tests/read-pdf.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { eraseRegister } from '../register/register.store.ts';

let site: TestSite;
let edition: Edition;
let office: SiteClient;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
  office = (await makePerson(site, { roles: ['officer'] })).client;
});
afterAll(() => site.close());

const at = (more: object = {}) =>
  ({ edition: edition.slug, ...more }) as { edition: string; batch: string };

describe('R53 an officer', () => {
  it('makes a batch, prints it, says that it left, and can print it no more', async () => {
    await office.get(urls.adminCodes(at()));
    expect(office.main).toContain('Aucun lot');
    await office.post(urls.adminCodes(at()), {
      sorte: 'anonymous',
      nombre: '3',
      'sur-place': 'Mairie',
    });
    const here = office.path;
    expect(office.main).toContain('En préparation');
    await site.runJobs();
    await office.get(here);
    expect(office.main).toContain('Lettres 1 à 3 (PDF)');
    expect(office.main).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]/);
    const letters = await office.send(`${here}/lettres.pdf?de=1`);
    expect(letters.headers.get('cache-control')).toBe('no-store');
    expect(letters.headers.get('content-disposition')).toBe(
      'attachment; filename="lettres-lot-1-1-3.pdf"',
    );
    const pdf = readPdf(new Uint8Array(await letters.arrayBuffer()));
    expect(pdf.pages).toBe(3);
    expect(pdf.text.match(/[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]\b/g)).toHaveLength(3);
    expect((await office.send(`${here}/lettres.pdf?de=4`)).status).toBe(404);

    await office.get(`${here}/parties`);
    expect(office.main).toContain('Les lettres sont-elles toutes parties');
    await office.post(`${here}/parties`);
    expect(office.main).toContain('Les lettres sont parties');
    expect((await office.send(`${here}/lettres.pdf?de=1`)).status).toBe(404);
    await office.post(`${here}/parties`);
    expect(office.status).toBe(200);

    await office.get(`${here}/annuler`);
    await office.post(`${here}/annuler`);
    expect(office.main).toContain('sont refusés');
    const batchId = here.split('/').at(-1)!;
    expect((await listFactsAbout(site, batchId)).map(({ kind }) => kind)).toEqual([
      'code-batch.made',
      'code-batch.sent',
      'code-batch.revoked',
    ]);
    await office.get(urls.adminJournal());
    expect(office.main).toContain('lot 1, 3 codes');
  });

  it('prints 1,100 named letters in three files, every one to its own person', async () => {
    const town = await makeEdition(site);
    await importInto(site, town, [INVENTED_HEADINGS, ...inventPeople(1100)].join('\n'));
    await office.get(urls.adminCodes({ edition: town.slug }));
    expect(office.main).toMatch(/1\s100 personnes du registre/);
    const batch = await makeBatch(site, town);
    const codes: string[] = [];
    for (const de of [1, 501, 1001]) {
      const address = urls.adminCodeLetters({ edition: town.slug, batch: batch.id }, { de });
      const pdf = readPdf(new Uint8Array(await (await office.send(address)).arrayBuffer()));
      codes.push(...pdf.text.match(/[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]\b/g)!);
      expect(pdf.text).toContain('93100 MONTREUIL');
    }
    expect(codes).toEqual(await printedCodes(site, batch));
    // the list is gone: no letter without its address is printed
    await eraseRegister(site.db, { organisationId: site.organisationId, by: null }, town);
    const gone = urls.adminCodeLetters({ edition: town.slug, batch: batch.id }, { de: 1 });
    expect((await office.send(gone)).status).toBe(404);
  }, 60_000);

  it('is told beside the field what is wrong, and nothing is made', async () => {
    const before = await site.pool.query('select count(*)::int as n from code_batch');
    const wrong: [Record<string, string>, string][] = [
      [{}, 'Choisissez pour qui'],
      [{ sorte: 'autre' }, 'Choisissez pour qui'],
      [{ sorte: 'anonymous' }, 'Indiquez combien'],
      [{ sorte: 'anonymous', nombre: '50001' }, 'va de 1 à 50'],
      [{ sorte: 'anonymous', nombre: '<b>' }, 'va de 1 à 50'],
      [{ sorte: 'named' }, 'sans avoir déjà un code'],
      [{ sorte: 'anonymous', nombre: '1', 'sur-place': 'x'.repeat(301) }, 'Raccourcissez'],
    ];
    for (const [fields, words] of wrong) {
      await office.post(urls.adminCodes(at()), fields);
      expect(office.status, words).toBe(422);
      expect(office.main).toContain(words);
    }
    expect((await site.pool.query('select count(*)::int as n from code_batch')).rows).toEqual(
      before.rows,
    );
  });
});

describe('W5 nobody else', () => {
  it('residents, visitors and officers of another town read and do nothing', async () => {
    const batch = await makeBatch(site, edition, { anonymous: 2 });
    const organisation = {
      id: await insertOrganisation(site.db, {
        slug: 'braye',
        name: 'Braye',
        host: 'braye.localhost',
        kind: 'town',
        colour: '#1B6B3A',
        contactEmail: 'a@braye.example',
        tagline: '',
        charter: 'Oui.',
      }),
      name: 'Braye',
      host: 'braye.localhost',
    };
    const theirs = await makeEdition(site, { organisationId: organisation.id });
    const stranger = (await makePerson(site, { roles: ['officer'], organisation })).client;
    const resident = (await makePerson(site)).client;
    const own = [
      urls.adminCodes(at()),
      urls.adminCodeBatch(at({ batch: batch.id })),
      urls.adminCodeLetters(at({ batch: batch.id })),
      urls.adminCodesSent(at({ batch: batch.id })),
      urls.adminCodesRevoke(at({ batch: batch.id })),
    ];
    const crossed = own
      .slice(1)
      .map((path) => path.replace(`/${edition.slug}/`, `/${theirs.slug}/`));
    for (const path of own) {
      expect((await resident.send(path)).status, path).toBe(403);
      expect([303, 401], path).toContain((await site.visitor().send(path)).status);
      expect((await stranger.send(path)).status, path).toBe(404);
    }
    for (const path of crossed) expect((await stranger.send(path)).status, path).toBe(404);
    for (const path of [...own.slice(3), ...crossed.slice(2)]) {
      expect((await resident.send(path, {})).status, path).toBe(403);
      expect((await stranger.send(path, {})).status, path).toBe(404);
    }
    // nor under another edition of the same town
    const other = await makeEdition(site);
    const elsewhere = urls.adminCodesRevoke({ edition: other.slug, batch: batch.id });
    expect((await office.send(elsewhere, {})).status).toBe(404);
    expect((await office.send(urls.adminCodeBatch(at({ batch: "x'--" })))).status).toBe(404);
    expect(keysOf(site).readCodesKey(batch.id)).not.toBeNull();
  });
});
