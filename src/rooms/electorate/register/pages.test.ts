import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { listFields } from '../../../../tests/make/polls.ts';
import { HEADINGS, importInto, sendFile } from '../../../../tests/make/registers.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { nickname: 'Agathe', roles: ['officer'] });
});
afterAll(() => site.close());

const file = (content: string | Uint8Array, name = 'électeurs.csv') =>
  new File([content as BlobPart], name, { type: 'text/csv' });

/** Files that wait in the storage. */
function listFiles(): string[] {
  const folder = join(site.config.varFolder, 'files/registers', site.organisationId);
  return existsSync(folder) ? readdirSync(folder) : [];
}

describe('R53 an officer imports the register of an edition', () => {
  it('sends a file, checks its columns, follows the import and reads the report', async () => {
    const edition = await makeEdition(site);
    const at = { edition: edition.slug };
    const { client } = officer;
    await client.get(urls.adminEdition(at));
    expect(client.html).toContain(`href="${urls.adminRegister(at)}"`);
    await client.get(urls.adminRegister(at));
    expect(client.html).toContain('Aucune personne dans le registre');

    const content = `${HEADINGS};Adresse\nLefèvre;Zoé;01/02/1990;"1; rue <b>Bleue</b>"\n=Martin;Paul;31/02/1990;ici\n`;
    await client.post(urls.adminRegister(at), { fichier: file(Buffer.from(content, 'latin1')) });
    expect(client.status).toBe(200);
    expect(client.main).toContain('électeurs.csv');
    expect(client.main).toContain(
      'Fichier lu en Windows-1252, valeurs séparées par des points-virgules',
    );
    expect(client.main).toContain('1; rue &lt;b>Bleue&lt;/b>');
    const here = client.path;
    // as a browser would send what is chosen on the page
    expect(client.main.match(/<option value="\d" selected/g)).toHaveLength(4);

    await client.post(here, { lastName: '1', firstNames: '1' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Cette colonne est déjà choisie plus haut.');
    await client.post(here, { birthDate: '3' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Choisissez la colonne des prénoms.');

    await client.post(here, {
      lastName: '1',
      firstNames: '2',
      birthDate: '3',
      address: '4',
      town: '99',
    });
    expect(client.main).toContain('Import en cours');
    await client.post(here, { lastName: '1', firstNames: '2' });
    expect(client.main).toContain('Import en cours');
    await site.runJobs();
    await client.get(here);
    expect(client.main).toContain('L’import est terminé.');
    expect(client.main).toContain('Ce jour n’existe pas.');
    expect(client.main).toContain('31/02/1990');
    expect(listFiles()).toEqual([]);

    await client.get(urls.adminRegister(at));
    expect(client.main).toContain('1 personne dans le registre.');
    await client.get(urls.adminJournal());
    expect(client.main).toMatch(
      /a importé le registre de .*personnes ajoutées\u202f: 1\u202f; lignes refusées\u202f: 1/,
    );
  });

  it('W8 downloads the lines not added as cells that no spreadsheet runs', async () => {
    const edition = await makeEdition(site);
    const run = await importInto(site, edition, `${HEADINGS}\nMartin;Paul;=1+1\nMartin;;\n`);
    const at = { edition: edition.slug, import: run.id };
    const answer = await officer.client.send(urls.adminRegisterRefusals(at));
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(
      '\ufeffLigne;Raison;Valeur\r\n' +
        "2;La date de naissance ne se lit pas\u202f: écrivez-la 31/12/1980.;'=1+1\r\n" +
        '3;Les prénoms manquent.;\r\n',
    );
  });

  it('a file that is refused is kept nowhere', async () => {
    const edition = await makeEdition(site);
    const at = { edition: edition.slug };
    const { client } = officer;
    const before = listFiles();
    for (const [content, words] of [
      ['', 'Ce fichier est vide.'],
      ['PK\u0003\u0004', 'Ce fichier est un classeur'],
      [
        'Nom;Prénom;Numéro\nMartin;Paul;1801275116001\n',
        'contient des numéros de sécurité sociale',
      ],
    ] as const) {
      await client.post(urls.adminRegister(at), { fichier: file(content) });
      expect(client.status).toBe(422);
      expect(client.main).toContain(words);
    }
    await client.post(urls.adminRegister(at), { fichier: file('', '') });
    expect(client.main).toContain('Choisissez un fichier.');
    expect(listFiles()).toEqual(before);
    const { rows } = await site.pool.query('select 1 from register_import where edition_id = $1', [
      edition.id,
    ]);
    expect(rows).toEqual([]);
  });

  it('W9 a form that breaks off leaves nothing', async () => {
    const edition = await makeEdition(site);
    const path = urls.adminRegister({ edition: edition.slug });
    const cookie = [...officer.client.cookies]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const before = listFiles();
    const answer = await site.fetch(
      new Request(`http://localhost${path}`, {
        method: 'POST',
        headers: {
          cookie,
          origin: 'http://localhost',
          'content-type': 'multipart/form-data; boundary=b',
        },
        body: `--b\r\nContent-Disposition: form-data; name="fichier"; filename="a.csv"\r\n\r\n${HEADINGS}\n`,
      }),
    );
    expect(answer.status).toBe(400);
    expect(listFiles()).toEqual(before);
  });

  it('gives up a file that was only looked at, and stops an import under way', async () => {
    const edition = await makeEdition(site);
    const at = { edition: edition.slug };
    const { client } = officer;
    const content = `${HEADINGS}\nMartin;Paul;01/02/1990\n`;
    const looked = await sendFile(site, edition, content);
    await client.post(urls.adminRegisterStop({ ...at, import: looked.id }));
    expect(client.path).toBe(urls.adminRegister(at));
    await client.post(urls.adminRegister(at), { fichier: file(content) });
    const here = client.path;
    await client.post(here, { lastName: '1', firstNames: '2' });
    await client.post(`${here}/arreter`);
    expect(client.html).toContain('L’import est arrêté.');
    expect(client.main).toContain('L’import a été arrêté');
    await site.runJobs();
    await client.get(urls.adminRegister(at));
    expect(client.main).toContain('Aucune personne dans le registre');
  });

  it('says when another import is under way', async () => {
    const edition = await makeEdition(site);
    const content = `${HEADINGS}\nMartin;Paul;01/02/1990\n`;
    const runs = [await sendFile(site, edition, content), await sendFile(site, edition, content)];
    const { client } = officer;
    const statuses: number[] = [];
    for (const { id } of runs) {
      const here = urls.adminRegisterImport({ edition: edition.slug, import: id });
      await client.get(here);
      await client.post(here, { ...listFields(client.html, here), lastName: '1', firstNames: '2' });
      statuses.push(client.status);
    }
    expect(statuses).toEqual([200, 422]);
    expect(client.main).toContain('Un autre import est en cours');
    await site.runJobs();
  });
});

describe('an officer erases a register', () => {
  it('after being asked, and not while the vote is open', async () => {
    const content = `${HEADINGS}\nMartin;Paul;01/02/1990\nRoy;Anne;31/02/1990\n`;
    const { client } = officer;
    const edition = await makeEdition(site);
    const at = { edition: edition.slug };
    const run = await importInto(site, edition, content);
    await client.get(urls.adminRegisterErase(at));
    expect(client.main).toContain('1 personne sera effacée');
    await client.post(urls.adminRegisterErase(at));
    expect(client.html).toContain('Le registre est effacé.');
    await client.get(urls.adminRegisterImport({ ...at, import: run.id }));
    expect(client.main).toContain('Le détail a été effacé avec le registre.');

    const voting = await makeEdition(site, { phase: 'vote' });
    await importInto(site, voting, content);
    await client.post(urls.adminRegisterErase({ edition: voting.slug }));
    expect(client.status).toBe(409);
    expect(client.main).toContain('Le vote est ouvert');
    await client.get(urls.adminRegister({ edition: voting.slug }));
    expect(client.main).toContain('1 personne dans le registre.');
  });
});

describe('W3 nobody else reads a register', () => {
  it('neither a resident, nor an officer of another organisation or edition', async () => {
    const edition = await makeEdition(site);
    const other = await makeEdition(site);
    const run = await sendFile(site, edition, `${HEADINGS}\nMartin;Paul;01/02/1990\n`);
    const here = urls.adminRegisterImport({ edition: edition.slug, import: run.id });
    const resident = await makePerson(site);
    expect((await resident.client.send(here)).status).toBe(403);
    expect((await site.visitor().send(here)).status).toBe(303);
    const elsewhere = urls.adminRegisterImport({ edition: other.slug, import: run.id });
    expect((await officer.client.send(elsewhere)).status).toBe(404);

    const id = await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    });
    const organisation = { id, name: 'Voisine', host: 'voisine.localhost' };
    const neighbour = await makePerson(site, { organisation, roles: ['officer'] });
    await makeEdition(site, { organisationId: id, slug: edition.slug });
    expect((await neighbour.client.send(here)).status).toBe(404);
    expect((await neighbour.client.send(here, {})).status).toBe(404);
    expect((await neighbour.client.send(`${here}/arreter`, {})).status).toBe(404);
    expect((await neighbour.client.send(`${here}/refus.csv`)).status).toBe(404);
    await officer.client.get(here);
    expect(officer.client.main).toContain('Que contient chaque colonne');
  });
});
