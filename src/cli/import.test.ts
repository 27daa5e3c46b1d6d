import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../tests/make/editions.ts';
import { findSharedData } from '../../tests/shared-data.ts';
import { openTestSite, type TestSite } from '../../tests/site-client.ts';
import { listArchivedBallots } from '../rooms/polls/index.ts';
import { parsePabulib, type ReadPabulib } from '../rooms/tally/index.ts';
import { urls } from '../urls.ts';
import { runExport } from './export.ts';
import { runImport } from './import.ts';

const data = findSharedData('pabulib');
const files = data ? readdirSync(data).filter((name) => name.endsWith('.pb')) : [];
const expected = data
  ? (JSON.parse(readFileSync(join(data, 'expected.json'), 'utf8')) as Record<
      string,
      { votes: number; rules: Record<string, { winners: string[] }> }
    >)
  : {};

let site: TestSite;
let folder: string;
beforeAll(async () => {
  site = await openTestSite();
  folder = await mkdtemp(join(tmpdir(), 'palabre-import-'));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

async function importFile(path: string, ...more: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runImport(['pabulib', path, ...more], site, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

async function exportEdition(slug: string, ...more: string[]) {
  let text = '';
  const err: string[] = [];
  const code = await runExport(['pabulib', slug, ...more], site, {
    write: (piece) => {
      text += piece;
    },
    err: (line) => err.push(line),
  });
  return { code, text, err };
}

function read(text: string): ReadPabulib {
  const reading = parsePabulib(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  return reading;
}

/** Equal ballots together with their number, in an order of their own. */
function listBallots({ election }: ReadPabulib): string[] {
  return listArchivedBallots({ election })
    .map(({ choices, times }) => `${JSON.stringify(choices)} ${times}`)
    .sort();
}

/** Rows of every table that an import writes. */
async function countRows(): Promise<number> {
  const { rows } = await site.pool.query(`select (select count(*) from edition)
    + (select count(*) from project) + (select count(*) from poll)
    + (select count(*) from sealed_ballot) + (select count(*) from fact) as rows`);
  return Number(rows[0].rows);
}

describe.skipIf(!data)('palabre import pabulib', () => {
  it.each(files)(
    'R58 counts and publishes the real ballots of %s',
    async (name) => {
      const { code, out } = await importFile(join(data!, name));
      expect(code).toBe(0);
      const address = out.at(-1)!;
      const client = site.visitor();
      await client.get(address);
      expect(client.status).toBe(200);
      const { rows } = await site.pool.query(
        `select r.body, (select count(*)::int from sealed_ballot b where b.poll_id = p.id) as ballots
       from poll p join edition e on e.id = p.edition_id join poll_result r on r.poll_id = p.id
       where e.slug = $1`,
        [address.split('/')[2]],
      );
      expect(client.html.includes('€'), 'amounts in their own currency').toBe(
        /^(France|Netherlands)/.test(name),
      );
      const { votes, rules } = expected[name]!;
      expect(JSON.parse(rows[0].body).winners).toEqual(rules.greedy!.winners);
      expect(rows[0].ballots).toBe(votes);

      const written = await exportEdition(address.split('/')[2]!);
      expect(written).toMatchObject({ code: 0, err: [] });
      const [original, again] = [readFileSync(join(data!, name), 'utf8'), written.text].map(read);
      expect(listBallots(again!)).toEqual(listBallots(original!));
      const { budget, kind, projects } = original!.election;
      expect(again!.election).toMatchObject({ budget, kind, projects });
      expect(again!.remarks).toEqual([]);
    },
    120_000,
  );

  it('refuses the same file twice, and the same content under another name', async () => {
    const name = 'Netherlands_Assen_2024.pb';
    await importFile(join(data!, name));
    const before = await countRows();
    const again = await importFile(join(data!, name));
    expect(again).toMatchObject({ code: 2, out: [] });
    expect(again.err[0]).toContain('déjà');
    const copy = join(folder, 'autre-nom.pb');
    writeFileSync(copy, readFileSync(join(data!, name)));
    expect((await importFile(copy)).err[0]).toContain('déjà été importé');
    expect(await countRows()).toBe(before);
  });

  it('says where a malformed file is wrong, and writes nothing', async () => {
    const before = await countRows();
    const broken = join(folder, 'casse.pb');
    const text = readFileSync(join(data!, 'France_Toulouse_2019.pb'), 'utf8');
    writeFileSync(broken, text.replace(/^3;14,23,2;/m, '3;14,99,2;'));
    const { code, err } = await importFile(broken);
    expect(code).toBe(2);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(/ligne \d+\s: .*unknown-project/u);
    expect(await countRows()).toBe(before);
  });

  it('R58 counts by any rule that fits the ballots, and publishes what the collection gives', async () => {
    const name = 'Netherlands_Assen_2024.pb';
    const copy = join(folder, 'parts-egales.pb');
    const text = readFileSync(join(data!, name), 'utf8');
    writeFileSync(copy, text.replace(/^(description;.*)$/m, '$1 (parts égales)'));
    expect((await importFile(copy, '--rule', 'stv')).err[0]).toContain('pas pour des bulletins');
    const { code, out } = await importFile(copy, '--rule', 'mes-cost-add1u');
    expect(code, out.join()).toBe(0);
    const { rows } = await site.pool.query(
      `select r.body from poll_result r join poll p on p.id = r.poll_id where p.rule = 'mes-cost-add1u'`,
    );
    const winners = expected[name]!.rules['mes-cost-add1u']!.winners;
    expect([...JSON.parse(rows[0].body).winners].sort()).toEqual([...winners].sort());
  });

  it('refuses an unknown organisation, rule or format in one line', async () => {
    const path = join(data!, 'France_Toulouse_2019.pb');
    for (const more of [
      ['--organisation', 'ailleurs'],
      ['--rule', 'tirage'],
    ]) {
      const { code, err } = await importFile(path, ...more);
      expect([code, err.length]).toEqual([2, 1]);
    }
  });

  it('R57 writes no election whose result is not published, nor one of elsewhere', async () => {
    const { slug } = await makeEdition(site);
    for (const [edition, ...more] of [
      [slug],
      ['nulle-part'],
      [''],
      ['france-toulouse-2019', '--organisation', 'ailleurs'],
    ] as [string, ...string[]][]) {
      const { code, text, err } = await exportEdition(edition, ...more);
      expect([code, text, err.length], edition).toEqual([2, '', 1]);
    }
  });

  it('shows an archived edition with its projects, and takes no vote in it', async () => {
    const client = site.visitor();
    await client.get(urls.vote({ edition: 'france-toulouse-2019' }));
    expect(client.html).toContain('Les résultats sont publiés');
  });
});
