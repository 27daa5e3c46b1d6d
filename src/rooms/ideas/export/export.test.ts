import { parse } from 'csv-parse/sync';
import readSpreadsheet from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { writeXlsx } from '../../../platform/text/xlsx.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('R66 W8 ideas of the office as files', () => {
  it('hold every idea in order, as CSV and as XLSX alike; no cell is a formula', async () => {
    const edition = await makeEdition(site);
    await makeIdea(site, edition, { title: '=cmd|calc', body: '@SUM(A1)\nfin', supports: 2 });
    await makeIdea(site, edition, { title: 'Un "verger" ; <b>', body: '\u{1F333} arbre' });
    const { client } = await makePerson(site, { roles: ['officer'] });
    const at = { edition: edition.slug };
    await client.get(urls.adminIdeasExport(at));
    expect(client.main).toContain('Les 2 idées de l’édition');
    const answer = await client.send(urls.adminIdeasCsv(at));
    expect(answer.headers.get('content-disposition')).toContain(`idees-${edition.slug}.csv`);
    const rows = parse(await answer.text(), { delimiter: ';', bom: true }) as string[][];
    expect(rows[0]!.slice(0, 4)).toEqual(['Numéro', 'Titre', 'Texte', 'Catégorie']);
    expect(rows[1]!.slice(0, 3)).toEqual(['1', "'=cmd|calc", "'@SUM(A1)\nfin"]);
    expect(rows[1]![rows[0]!.indexOf('Soutiens')]).toBe('2');
    const file = await client.send(urls.adminIdeasXlsx(at));
    const [ideas, dictionary] = await readSpreadsheet(Buffer.from(await file.arrayBuffer()));
    expect(ideas!.data[1]!.slice(0, 3)).toEqual([1, '=cmd|calc', '@SUM(A1)\nfin']);
    expect(ideas!.data[2]![1]).toBe('Un "verger" ; <b>');
    expect(ideas!.data[2]![rows[0]!.indexOf('Déposée le')]).toBeInstanceOf(Date);
    expect(dictionary!.data.map((row) => row[0]).slice(1)).toEqual(rows[0]);
    await client.get('/langue/en?vers=%2F');
    const english = await (await client.send(urls.adminIdeasCsv(at))).text();
    expect(english).toContain('Number;Title;Text;Category');
  });

  it('a spreadsheet of a hundred thousand lines is written in a little memory', async () => {
    function* rows() {
      for (let at = 0; at < 100_000; at += 1)
        yield [at, `Une idée ${at} ${'mot '.repeat(50)}`, { day: '2026-03-05' }];
    }
    let bytes = 0;
    let most = 0;
    const before = process.memoryUsage().rss;
    for await (const piece of writeXlsx([{ name: 'Idées', rows: rows() }])) {
      bytes += piece.length;
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect(bytes).toBeGreaterThan(500_000);
    expect(most - before).toBeLessThan(150 * 1024 * 1024);
  });
});
