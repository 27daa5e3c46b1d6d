import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../tests/make/editions.ts';
import { readPlainlyReport } from '../../tests/make/plain-csv.ts';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import { runImportRealisations } from './import-realisations.ts';

const mapping = 'docs/programme/paris.json';

let site: TestSite;
let folder: string;
beforeAll(async () => {
  site = await openTestSite();
  folder = await mkdtemp(join(tmpdir(), 'palabre-programme-'));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await runImportRealisations(['realisations', ...args], site.db, output);
  return { code, out, err };
}

/** Counts of a query whose first columns are words, as `words · words → count`. */
async function countRows(query: string): Promise<Record<string, number>> {
  const { rows } = await site.pool.query({ text: query, rowMode: 'array' });
  return Object.fromEntries(
    (rows as (string | number)[][]).map((row) => [
      row.slice(0, -1).join(' · '),
      Number(row.at(-1)),
    ]),
  );
}

describe('palabre import realisations, of odd files', () => {
  it('lines twice in a file, without an id, or of an edition held here are left out, each told', async () => {
    const { slug } = await makeEdition(site);
    const path = join(folder, 'autre.csv');
    const config = join(folder, 'autre.json');
    writeFileSync(
      path,
      [
        'Id;Edition;Titre;Budget;Etape;Travaux',
        'a;2031;Un banc;1 000,50 €;TRAVAUX;2031-13',
        'a;2031;Un banc;1000;TRAVAUX;',
        ';2031;Sans nom;1000;TRAVAUX;',
        `c;${slug};Ici;1000;TRAVAUX;`,
        'd;2031;Deux bancs;beaucoup;PRESQUE;',
      ].join('\n'),
    );
    writeFileSync(
      config,
      JSON.stringify({
        columns: {
          sourceId: 'id',
          edition: 'edition',
          title: 'titre',
          cost: 'BUDGET',
          stage: 'Étape',
          works: 'travaux',
        },
        stages: { travaux: 'works' },
      }),
    );
    const report = join(folder, 'autre-rapport.csv');
    const { code, out } = await run([path, '--mapping', config, '--report', report]);
    expect([code, out[0]]).toEqual([
      0,
      expect.stringContaining('2 ajoutées, 0 changées, 0 inchangées, 3 écartées'),
    ]);
    expect(readPlainlyReport(report).map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 Travaux',
      '2 Travaux',
      '3 Id',
      '4 Id',
      '5 Edition',
      '6 Budget',
      '6 Etape',
    ]);
    const { rows: kept } = await site.pool.query(
      `select title, voted_cost, stage from realisation where year = 2031 order by title`,
    );
    expect(kept).toEqual([
      { title: 'Deux bancs', voted_cost: 0, stage: 'to-launch' },
      { title: 'Un banc', voted_cost: 100_050, stage: 'works' },
    ]);
  });

  it('a mapping that does not hold, or no file, is refused in one line and writes nothing', async () => {
    const before = await countRows(`select 'all', count(*) from programme_import`);
    const wrong = join(folder, 'faux.json');
    const file = join(folder, 'petit.csv');
    writeFileSync(file, 'Edition;Titre\n2019;Un banc');
    for (const [json, words] of [
      ['{', 'JSON'],
      ['[]', 'objet JSON'],
      ['{"columns":{"title":"Nulle part"}}', 'pas cette colonne'],
      ['{"columns":{"titre":"Edition"}}', 'existe pas'],
      ['{"columns":{"title":"Edition","stage":"Edition"}}', 'nécessaire'],
    ] as const) {
      writeFileSync(wrong, json);
      const { code, err } = await run([file, '--mapping', wrong]);
      expect([code, err.length, err[0]]).toEqual([2, 1, expect.stringContaining(words)]);
    }
    for (const args of [
      [join(folder, 'absent.csv'), '--mapping', mapping],
      [file],
      [file, '--mapping', mapping, '--organisation', 'ailleurs'],
    ])
      expect((await run(args)).code).toBe(2);
    expect(await countRows(`select 'all', count(*) from programme_import`)).toEqual(before);
  });
});
