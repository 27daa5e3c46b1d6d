import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import {
  type Importer,
  listImported,
  makeImporter,
  shownFields,
} from '../../../../tests/make/imports.ts';
import { csvFile, HEADINGS, table, xlsxFile } from '../../../../tests/make/tables.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { countIdeas } from '../tally.store.ts';

let site: TestSite;
let importer: Importer;
beforeAll(async () => {
  site = await openTestSite();
  importer = await makeImporter(site);
});
afterAll(() => site.close());

const at = ({ slug }: Edition) => ({ edition: slug });
const count = (edition: Edition) => countIdeas(site.db, site.organisationId, edition.id);
/** The page with plain spaces. */
const said = () => importer.officer.client.main.replaceAll(/[\u202f\u00a0]/g, ' ');

describe('R38 R40 ideas of a file', () => {
  it('are recognised, looked at, answered for, and imported once, however often the file comes', async () => {
    const edition = await makeEdition(site);
    const client = await importer.send(edition, csvFile(table(30)));
    expect(said()).toContain('30 lignes, lues en UTF-8, colonnes séparées par « ; »');
    const sport = edition.categories.find(({ slug }) => slug === 'sport')!;
    expect(shownFields(client.main)).toMatchObject({
      title: '1',
      body: '2',
      category: '3',
      name: '4',
      email: '5',
      place: '6',
      depositedOn: '7',
      sourceId: '8',
      'category-0': sport.id,
    });
    await client.post(client.path, shownFields(client.main));
    expect(client.path).toContain('/apercu');
    expect(client.main).toContain('Importer 30 idées');
    expect(client.main.match(/Un banc n°/g)).toHaveLength(20);
    const here = client.path;
    await client.post(here, {});
    expect(client.status).toBe(422);
    expect(client.main).toContain('Cochez cette case');
    expect(await count(edition)).toBe(0);
    await client.post(here, { consent: 'oui' });
    expect(client.main).toContain('Import en cours');
    await client.post(here, { consent: 'oui' });
    await site.runJobs();
    expect(await importer.latest(edition)).toMatchObject({
      stage: 'done',
      added: 30,
      odd: 0,
      known: 0,
    });
    expect(await count(edition)).toBe(30);
    const ideas = await listImported(site, edition);
    expect(ideas[0]).toMatchObject({ author_id: null, channel: 'import' });
    // nobody's name is shown
    const reader = await site.visitor().get(urls.ideas(at(edition)));
    expect(reader.main).not.toContain('Camille');
    expect(reader.main).toContain('Idée transmise par la collectivité');
    const again = await importer.importFile(edition, csvFile(table(31)));
    expect(again).toMatchObject({ added: 1, known: 30 });
    expect(await count(edition)).toBe(31);
    const kinds = await site.db
      .selectFrom('fact')
      .select('kind')
      .where('kind', 'like', 'idea-import.%')
      .execute();
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'idea-import.started',
      'idea-import.finished',
      'idea-import.started',
      'idea-import.finished',
    ]);
    await importer.officer.client.get(urls.adminJournal());
    expect(importer.officer.client.main).toContain('en répondant du consentement');
  });

  it('W8 of any encoding, separator and quotes, and of Excel with its dates and numbers', async () => {
    const latin = Buffer.from(
      'Titre,Texte,Thème\r\n"Été, à l’école".,"Dit ""oui""\net non",sport\r\n'
        .replace('’', "'")
        .replace('".,', '",'),
      'latin1',
    );
    const files = [
      csvFile(`\ufeffTitre\tTexte\tThème\nÉté\tOmbre\tSport\n\n`),
      csvFile(Buffer.from('\ufeffTitre;Texte;Thème\nÉté;Fraîcheur;sport\n', 'utf16le')),
      csvFile(latin),
      await xlsxFile([
        ['Numéro', 'Titre', 'Texte', 'Thème', 'Date'],
        [null, null, null, null, null],
        [12, 'Été', 'Une cour', 'Sport', new Date('2026-03-05T00:00:00Z')],
      ]),
    ];
    const edition = await makeEdition(site);
    for (const file of files)
      expect(await importer.importFile(edition, file)).toMatchObject({ added: 1, odd: 0 });
    const origins = await site.db
      .selectFrom('idea_origin')
      .select(['source_id', 'deposited_on'])
      .where('edition_id', '=', edition.id)
      .where('source_id', '<>', '')
      .execute();
    expect(origins).toEqual([{ source_id: '12', deposited_on: '2026-03-05' }]);
  });

  it('each odd cell is told with its line, its column and why; the rest is imported', async () => {
    const edition = await makeEdition(site, { ideaLength: 500 });
    const text = [
      HEADINGS,
      ';Sans titre;Sport;;;;;A1',
      `${'x'.repeat(200)};Trop long;Sport;;;;;A2`,
      'Sans texte;;Sport;;;;;A3',
      'Catégorie;Inconnue;Astronomie;;;;;A4',
      'Courriel;Illisible;Sport;;camille@;;;A5',
      'Date;Impossible;Sport;;;;31/02/2026;A6',
      'Date;À venir;Sport;;;;01/01/2090;A7',
      'Un p\u0430rc;Homoglyphe;Sport;;;;;A8',
      'Ã©cole;Accents;Sport;;;;;A9',
      '#REF!;Formule;Sport;;;;;A10',
      `Énorme;"${'a'.repeat(1_000_000)}";Sport;;;;;A11`,
      'Un;Premier;Sport;;;;;A12',
      'Autre;Second;Sport;;;;;A12',
      '=HYPERLINK("https://pirate.example");;Sport;;;;;A13',
      '',
      'Bonne;Idée;Sport;;;;;A14',
    ].join('\n');
    const client = await importer.preview(edition, csvFile(text));
    expect(said()).toContain('Importer 2 idées');
    const csv = await (await client.send(client.path.replace('apercu', 'anomalies.csv'))).text();
    const rows = csv.replace('\ufeff', '').trim().split('\r\n');
    expect(rows.length).toBe(14);
    expect(rows.map((row) => row.split(';')[0])).toEqual([
      'Ligne',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '14',
      '15',
    ]);
    // W8 no formula reaches the office's spreadsheet
    expect(csv).not.toMatch(/(^|;)"?[=+@-]/m);
    await client.post(client.path, { consent: 'oui' });
    await site.runJobs();
    const run = await importer.latest(edition);
    expect(run).toMatchObject({ added: 2, odd: 13, known: 0 });
    await importer.officer.client.get(urls.adminIdeaImport({ ...at(edition), import: run.id }));
    for (const words of [
      'Il n’y a pas de titre',
      'Cette date n’est pas encore venue',
      'Des lettres d’un autre alphabet',
      'formule en erreur',
      'dépasse 20',
      'même identifiant',
    ])
      expect(importer.officer.client.main, words).toContain(words);
    const after = await (
      await importer.officer.client.send(
        urls.adminIdeaImportOddities({ ...at(edition), import: run.id }),
      )
    ).text();
    expect(after).toBe(csv);
  });

  it('columns are named by hand, one value stands for all, two of one name are told apart', async () => {
    const edition = await makeEdition(site);
    const client = await importer.send(edition, csvFile('Nom;Nom;Quoi\nUn verger;Au parc;x\n'));
    expect(said()).toContain('Deux colonnes s’appellent « Nom »');
    const sport = edition.categories.find(({ slug }) => slug === 'sport')!;
    const here = client.path;
    await client.post(here, { title: '1', body: '1', category: 'same' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('sert déjà à autre chose');
    await client.post(here, { title: '1', body: '2', category: '3', 'category-of': '' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Vérifiez à quelle catégorie');
    await client.post(here, {
      title: '1',
      body: '2',
      category: 'same',
      'category-same': sport.id,
      place: 'same',
      'place-same': 'Quartier nord',
      depositedOn: 'same',
      'depositedOn-same': '01/02/2026',
    });
    expect(client.path).toContain('/apercu');
    expect(client.main).toContain('Quartier nord');
  });

  it.each([
    ['', 'Ce fichier est vide'],
    ['Titre;Texte\n', 'aucune ligne'],
    ['bonjour\nmonde\n', 'Une seule colonne'],
    ['Titre;Texte\nUn;"jamais fermé\n', 'jamais refermé'],
    ['<html><script>alert(1)</script>', 'ni un CSV ni un classeur'],
    ['\u00d0\u00cf\u0011\u00e0', 'ancien classeur'],
    [`Titre;Texte\n${'a;b\n'.repeat(200_000)}`, '200 000 lignes'],
  ])('W8 a file that is none is refused in words: %#', async (text, words) => {
    const edition = await makeEdition(site);
    const bytes = text.startsWith('\u00d0') ? Buffer.from(text, 'latin1') : text;
    const client = await importer.send(edition, csvFile(bytes));
    expect(client.status).toBe(422);
    expect(said()).toContain(words);
  });
});
