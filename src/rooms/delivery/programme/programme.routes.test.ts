import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownFields } from '../../../../tests/make/imports.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { programmeFile } from '../../../../tests/make/programme.ts';
import { makeRealisation } from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

/** A file sent, its columns as they were recognised: the page on which it is looked at. */
async function preview(file: File, more: Record<string, string> = {}) {
  const { client } = officer;
  await client.post(urls.adminProgrammeImports(), { fichier: file });
  return client.post(client.path, {
    ...shownFields(client.main),
    editionSlug: 'realisations-{edition}',
    ...more,
  });
}

const count = async (table: string) =>
  (await site.pool.query(`select count(*)::int as rows from ${table}`)).rows[0].rows as number;

describe('realisations from a file, in the browser', () => {
  it('R59 a file is sent, its columns recognised, looked at, imported by a job and reported', async () => {
    const client = await preview(programmeFile());
    expect(client.path).toMatch(/\/apercu$/);
    expect(client.main).toContain('Un banc rue 1');
    expect(client.main).toContain('2020-13');
    expect(await count('realisation')).toBe(0);
    const report = client.path.replace(/apercu$/, 'rapport.csv');
    const before = await (await client.send(report)).text();
    await client.post(client.path);
    expect(client.main).toContain('0 sur 3');
    await site.runJobs();
    await client.get(client.path);
    expect(client.main).toContain('L’import est terminé');
    expect(await (await client.send(report)).text()).toBe(before);
    expect(before).toContain(
      '3;Livraison prévue;2020-13;;Cette date n’existe pas;Cellule laissée de côté',
    );
    await client.get(urls.globalDelivery({ recherche: 'bancs' }));
    expect(client.main).toContain('Un banc rue 1');
    expect(client.main).not.toContain('Une fontaine');
    await client.get(urls.edition({ edition: 'realisations-2019' }));
    expect(client.status).toBe(200);
    const { rows } = await site.pool.query(
      `select title, voted_cost from realisation where source_id = 'R2'`,
    );
    expect(rows).toEqual([{ title: 'Projet sans titre (n° R2 du fichier)', voted_cost: 80_050 }]);
  });

  it('R59 the same again changes nothing; a line that changed is told with what it said before', async () => {
    const changed = programmeFile(1, (line) => line.replace('12 000', '13 000'));
    const client = await preview(changed);
    await client.post(client.path);
    await site.runJobs();
    await client.get(client.path);
    expect(client.main).toContain('12 000 → 13 000');
    expect(await count('realisation')).toBe(3);
    const { rows } = await site.pool.query(
      `select voted_cost, version from realisation where source_id = 'R1'`,
    );
    expect(rows).toEqual([{ voted_cost: 1_300_000, version: 2 }]);
  });

  it('what is missing is said beside its field, and nothing typed is lost', async () => {
    const client = await preview(programmeFile(30), { cost: '', editionTitle: 'Tous' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('une colonne est nécessaire');
    expect(client.main).toContain('value="Tous"');
    // the values of another column were never shown: they are to be looked at first
    const other = await preview(programmeFile(30), { stage: '4', department: '' });
    expect(other.status).toBe(422);
    expect(other.main).toContain('Voirie');
    await client.post(urls.adminProgrammeImports(), { fichier: new File(['%PDF-1.7'], 'a.pdf') });
    expect(client.status).toBe(422);
    expect(client.main, 'the way back').toContain(`href="${urls.admin()}"`);
    await client.post(urls.adminProgrammeImports());
    expect([400, 415, 422]).toContain(client.status);
  });

  it('one at a time; stopped, what was written stays', async () => {
    const first = await preview(programmeFile(40));
    const second = await makePerson(site, { roles: ['officer'] });
    await second.client.post(urls.adminProgrammeImports(), { fichier: programmeFile(50) });
    await second.client.post(second.client.path, {
      ...shownFields(second.client.main),
      editionSlug: 'realisations-{edition}',
    });
    await first.post(first.path);
    await second.client.post(second.client.path);
    expect(second.client.status).toBe(422);
    expect(second.client.main).toContain('Un autre import de réalisations est en cours');
    await first.post(`${first.path}/arreter`);
    expect(first.main).toContain('L’import a été arrêté');
    await site.runJobs();
    expect(await count('realisation')).toBe(3);
  });

  it('R59 numbers become names of districts; what is left unnamed stays and is told', async () => {
    const { client } = officer;
    const file = programmeFile(60, (line) =>
      line.replace(';Gare', ';75004').replace('2099-01;', '2099-01;75012'),
    );
    await client.post(urls.adminProgrammeImports(), { fichier: file });
    const shown = shownFields(client.main);
    expect(client.main).toContain('Le nom de chaque quartier');
    const of = Object.keys(shown).find((name) => shown[name] === '75004')!;
    const name = of.replace('district-value', 'district');
    await client.post(client.path, {
      ...shown,
      editionSlug: 'noms-{edition}',
      [name]: '4e arrondissement',
    });
    expect(client.path).toMatch(/\/apercu$/);
    expect(client.main).toContain('75012');
    await client.post(client.path);
    await site.runJobs();
    const { rows } = await site.pool.query(
      `select district, count(*)::int as n from realisation where source_id in ('R60', 'R61', 'R62')
        group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { district: '4e arrondissement', n: 2 },
      { district: '75012', n: 1 },
    ]);
  });

  it('R59 editions held here are told before anything is imported, and nothing lands in them', async () => {
    const { edition } = await makeRealisation(site);
    const named = programmeFile(70, (line) => line.replace(';2019;', `;${edition.slug};`));
    const client = await preview(named, { editionSlug: '{edition}' });
    expect(client.main).toContain('se sont tenues ici');
    expect(client.main).toMatch(/2 lignes laissées/u);
    const before = await count('realisation');
    await client.post(client.path);
    await site.runJobs();
    expect(await count('realisation')).toBe(before + 1);
    const { rows } = await site.pool.query(
      'select count(*)::int as n from realisation where edition_id = $1',
      [edition.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('W3 an import of another organisation is not there', async () => {
    const { rows } = await site.pool.query('select id from programme_import limit 1');
    const other = (await makePerson(site, { roles: ['agent'] })).client;
    for (const path of [
      urls.adminProgrammeImport({ import: rows[0].id }),
      urls.adminProgrammeImportReport({ import: rows[0].id }),
    ])
      expect((await other.send(path)).status).toBe(403);
    const missing = urls.adminProgrammeImport({ import: '00000000-0000-4000-8000-000000000000' });
    expect((await officer.client.send(missing)).status).toBe(404);
    expect((await officer.client.send(urls.adminProgrammeImport({ import: 'x' }))).status).toBe(
      404,
    );
  });
});
