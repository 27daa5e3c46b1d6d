import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countBy, readPlainly, readPlainlyReport, rename } from '../../tests/make/plain-csv.ts';
import { findSharedData } from '../../tests/shared-data.ts';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import type { ProgrammeRun } from '../rooms/delivery/index.ts';
import { urls } from '../urls.ts';
import { runImportRealisations } from './import-realisations.ts';

const data = findSharedData('paris-laureats.csv');
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

async function run(
  args: readonly string[],
  options: { onBatch?: (run: ProgrammeRun) => void } = {},
) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await runImportRealisations(['realisations', ...args], site.db, output, options);
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

const EDITION = 'Edition';
const STAGE = 'Avancement du projet';
const DIRECTORATE = 'Direction pilote du projet lauréat';
const STAGES = {
  '(non démarré)': 'to-launch',
  ETUDES: 'study',
  PROCEDURES: 'procurement',
  TRAVAUX: 'works',
  LIVRAISON: 'delivered',
  FIN: 'inaugurated',
  ABANDONNÉ: 'abandoned',
};

describe.skipIf(!data)('palabre import realisations', { timeout: 120_000 }, () => {
  const rows = data ? readPlainly(data) : [];
  /** `name` of the file that this test sends, with some lines of it changed. */
  function writeCopy(name: string, change: (text: string) => string): string {
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(data!, 'utf8')));
    return path;
  }

  it('R59 brings in the 1,214 winners of Paris, exact by edition, stage and directorate', async () => {
    const report = join(folder, 'rapport.csv');
    const { code, out, err } = await run([data!, '--mapping', mapping, '--report', report]);
    expect([code, err]).toEqual([0, []]);
    expect(rows).toHaveLength(1214);
    expect(out[0]).toContain('1214 lignes : 1214 ajoutées, 0 changées, 0 inchangées, 0 écartées');

    expect(
      await countRows(`select replace(e.slug, 'paris-', ''), coalesce(r.halted, r.stage), count(*)
        from realisation r join edition e on e.id = r.edition_id group by 1, 2`),
    ).toEqual(rename(countBy(rows, EDITION, STAGE), STAGES));
    expect(
      await countRows(`select coalesce(d.name, ''), count(*) from realisation r
        left join department d on d.id = r.department_id group by 1`),
    ).toEqual(countBy(rows, DIRECTORATE));
    expect(
      await countRows(`select 'cents', sum(voted_cost) from realisation
        union all select 'priority', count(*) from realisation where in_priority_area
        union all select 'editions', count(*) from edition where archived_at is not null`),
    ).toEqual({
      cents: rows.reduce(
        (sum, row) => sum + Number(row['Budget global du projet lauréat']) * 100,
        0,
      ),
      priority: rows.filter((row) => row['Projet en Quartier populaire'] === 'Oui').length,
      editions: new Set(rows.map((row) => row[EDITION])).size,
    });
    expect(await countRows(`select theme, count(*) from realisation group by 1`)).toEqual(
      countBy(rows, 'Thématique'),
    );

    const told = readPlainlyReport(report);
    const noted = (why: string) => told.filter((line) => line.why!.includes(why)).length;
    expect(told.filter(({ column }) => column === 'Titre du projet lauréat')).toHaveLength(5);
    expect(noted('pas dans la liste')).toBe(
      rows.filter((row) => row['Arrondissement du projet lauréat'] === '75123').length,
    );
    expect(told.filter(({ column }) => column === DIRECTORATE)).toHaveLength(
      rows.filter((row) => row[DIRECTORATE] === '').length,
    );
    // each is told by the line that a spreadsheet shows, with what was done
    const first = told.find(({ column }) => column === 'Titre du projet lauréat')!;
    expect(rows[Number(first.row) - 2]!['Titre du projet lauréat']).toBe('');
    expect(first.done).toContain('Titre remplacé');
  });

  it('R59 months stay months, and what the file says that is passed is done', async () => {
    const { rows: steps } = await site.pool.query(`
      select s.stage, s.planned_on, s.planned_is_month, s.done_on, s.done_is_month, r.title
      from realisation_step s join realisation r on r.id = s.realisation_id
      where r.source_id = '2206' order by s.position`);
    expect(steps.map(({ stage, done_on }) => [stage, done_on])).toEqual([
      ['to-launch', '2014-12-01'],
      ['study', '2015-01-01'],
      ['procurement', '2015-01-01'],
      ['works', '2015-03-01'],
      ['delivered', '2021-12-01'],
      ['inaugurated', '2021-12-01'],
    ]);
    expect(steps[4]).toMatchObject({ planned_on: '2015-04-01', planned_is_month: true });
    expect(steps[0].title).toBe('Des jardins sur les murs');
    expect(
      await countRows(`select case when title like 'Projet sans titre (n° %' then 'untitled' else 'titled' end,
        count(*) from realisation group by 1`),
    ).toEqual({ untitled: 5, titled: 1209 });
    const { rows: kept } = await site.pool.query(`select p.summary, l.cells from realisation r
      join project p on p.id = r.project_id join programme_line l on l.realisation_id = r.id
      where r.source_id = '3720'`);
    expect(kept[0].summary).toContain('https://decider.paris.fr/bp/jsp/site/Portal.jsp?page=idee');
    expect(kept[0].cells['Avancement du projet']).toBe('FIN');
  });

  it('R59 again: nothing is there twice, and what changed follows the file', async () => {
    const before = await countRows(`select 'all', count(*) from realisation`);
    const again = await run([data!, '--mapping', mapping]);
    expect(again.out[0]).toContain('0 ajoutées, 0 changées, 1214 inchangées, 0 écartées');
    const report = join(folder, 'change.csv');
    const changed = writeCopy('change.csv.txt', (text) =>
      text
        .replace(/^(3780;.*;)#VillePlusPropre(;.*)$/m, '$1Ville plus propre$2')
        .replace(/^(3780;[^\n]*);3000000;/m, '$1;3500000;')
        .replace(/^(8597;[^\n]*);FIN;/m, '$1;ABANDONNÉ;'),
    );
    const second = await run([changed, '--mapping', mapping, '--report', report]);
    expect(second.out[0]).toContain('0 ajoutées, 2 changées, 1212 inchangées, 0 écartées');
    const told = readPlainlyReport(report).filter(({ why }) => why!.includes('a changé'));
    expect(told.map(({ value, before: was }) => [was, value])).toEqual([
      ['#VillePlusPropre', 'Ville plus propre'],
      ['3000000', '3500000'],
      ['FIN', 'ABANDONNÉ'],
    ]);
    const { rows: kept } =
      await site.pool.query(`select r.title, r.voted_cost, r.halted, p.title as project
      from realisation r join project p on p.id = r.project_id where r.source_id in ('3780', '8597')
      order by r.source_id`);
    expect(kept).toMatchObject([
      {
        title: 'Ville plus propre',
        voted_cost: 350_000_000,
        halted: null,
        project: 'Ville plus propre',
      },
      { halted: 'abandoned' },
    ]);
    expect(await countRows(`select 'all', count(*) from realisation`)).toEqual(before);
  });

  it('killed in the middle, the same command goes on; another file waits', async () => {
    const more = writeCopy('suite.csv', (text) =>
      text.replaceAll(/^(\d+);(.*);(20\d\d);/gm, 'X$1;$2;$3;'),
    );
    const die = run([more, '--mapping', mapping], {
      onBatch: ({ lastRow }) => {
        if (lastRow > 600) throw new Error('killed');
      },
    });
    await expect(die).rejects.toThrow('killed');
    const other = await run([data!, '--mapping', mapping]);
    expect([other.code, other.err[0]]).toEqual([
      2,
      expect.stringContaining('autre import est en cours'),
    ]);
    const resumed = await run([more, '--mapping', mapping]);
    expect(resumed.out[0]).toMatch(/Reprise après la ligne 60\d/);
    expect(resumed.out[1]).toContain('1214 ajoutées, 0 changées');
    expect(await countRows(`select 'all', count(*) from realisation`)).toEqual({ all: 2428 });
  });

  it('R81 every page of an imported edition opens, and so does the list of all', async () => {
    const client = site.visitor();
    for (const path of [
      urls.globalDelivery(),
      urls.globalDelivery({ vue: 'carte' }),
      urls.globalDelivery({ vue: 'chiffres' }),
      urls.edition({ edition: 'paris-2019' }),
      urls.projects({ edition: 'paris-2019' }),
      urls.deliveries({ edition: 'paris-2019' }),
      urls.delivery({ edition: 'paris-2019', project: 3 }),
    ]) {
      await client.get(path);
      expect([path, client.status]).toEqual([path, 200]);
    }
    // no vote was held here: nothing leads to a result
    expect(client.html).not.toContain(urls.results({ edition: 'paris-2019' }));
    expect(client.html).toContain(urls.deliveries({ edition: 'paris-2019' }));
  });
});
