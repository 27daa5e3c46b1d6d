import { parse } from 'csv-parse/sync';
import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillProgramme } from '../../../../bench/programme-file.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Database } from '../../../platform/database/database.ts';
import { urls } from '../../../urls.ts';
import { realisationSet } from '../sets/realisation-sets.routes.ts';
import { type FollowedQuery, listFollowed, readFigures } from './followed.store.ts';
import { readCursor, readFollowed, type Sort, sumOf } from './followed-list.ts';

const MANY = 3000;

let site: TestSite;
let asked: { sql: string; parameters: readonly unknown[] }[] = [];
let db: Database;
beforeAll(async () => {
  site = await openTestSite();
  await fillProgramme(site.db, site.organisationId, MANY);
  await site.pool.query('vacuum analyze');
  db = new Kysely({
    dialect: new PostgresDialect({ pool: site.pool }),
    log: ({ query }) => void asked.push(query),
  }) as Database;
}, 120_000);
afterAll(() => site.close());

const queryOf = (typed = '', more: Partial<FollowedQuery> = {}): FollowedQuery => ({
  ...readFollowed(new URLSearchParams(typed)),
  editionId: null,
  ...more,
});
const list = (query: FollowedQuery) => listFollowed(db, site.organisationId, query);

/** Every node of the plan of what the list asks: its kind, its index or table. */
async function explain(query: FollowedQuery): Promise<string[]> {
  asked = [];
  await list(query);
  const [{ sql: text, parameters }] = asked as [(typeof asked)[0]];
  const { rows } = await site.pool.query(`explain (format json) ${text}`, [...parameters]);
  const nodes: string[] = [];
  type Plan = { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; Plans?: [] };
  const walk = (plan: Plan) => {
    nodes.push([plan['Node Type'], plan['Index Name'] ?? plan['Relation Name']].join(' ').trim());
    for (const child of plan.Plans ?? []) walk(child);
  };
  walk(rows[0]['QUERY PLAN'][0].Plan);
  return nodes;
}

describe('the list of every realisation', () => {
  it.each([
    ['recents', 'realisation_newest'],
    ['budget', 'realisation_dearest'],
  ] as const)('R81 by %s reads %s in its order, first page and next', async (sort, index) => {
    const query = queryOf(`tri=${sort}`);
    const next = readCursor((await list(query)).next!);
    for (const one of [query, { ...query, cursor: next }]) {
      const nodes = await explain(one);
      expect(nodes.join('\n')).toContain(`Index Scan ${index}`);
      expect(nodes.join('\n')).not.toMatch(/Seq Scan realisation\b|Sort/);
    }
  });

  it('R198 a rare word is found by the index of words', async () => {
    const nodes = await explain(queryOf('recherche=fontaine+1001'));
    expect(nodes.join('\n')).toContain('realisation_words');
    const { realisations } = await list(queryOf('recherche=Fontaines+1001'));
    expect(realisations.map(({ title }) => title)).toEqual(['fontaine de la rue 1001']);
  });

  it.each(['recents', 'budget'] satisfies Sort[])(
    'R81 pages by %s neither repeat nor skip, and lead back',
    async (sort) => {
      const query = queryOf(`tri=${sort}&situation=en-retard`);
      const seen: string[][] = [];
      let page = await list(query);
      for (;;) {
        seen.push(page.realisations.map(({ id }) => id));
        if (!page.next) break;
        page = await list({ ...query, cursor: readCursor(page.next) });
      }
      const { groups } = await readFigures(db, site.organisationId, query);
      const total = sumOf(groups, ({ count }) => count);
      expect(new Set(seen.flat()).size).toBe(total);
      expect(seen.flat()).toHaveLength(total);
      for (const before of seen.slice(0, -1).reverse()) {
        page = await list({ ...query, cursor: readCursor(page.previous!) });
        expect(page.realisations.map(({ id }) => id)).toEqual(before);
      }
    },
  );

  it('R81 late is what is past: a month only once it is over, nothing that is halted or done', async () => {
    const late = async () => {
      const { groups } = await readFigures(db, site.organisationId, queryOf());
      return sumOf(groups, (group) => group.late);
    };
    const { rows } = await site.pool.query(`select r.id from realisation r
      where r.stage = 'works' and r.halted is null limit 1`);
    const { id } = rows[0];
    const plan = (day: string, isMonth: boolean) =>
      site.pool.query(
        `update realisation_step set planned_on = ${day}, planned_is_month = $2
          where realisation_id = $1 and done_on is null`,
        [id, isMonth],
      );
    const firstOfMonth = `date_trunc('month', palabre_today())::date`;
    await plan(`palabre_today() + 40`, false);
    const without = await late();
    await plan(`palabre_today() - 1`, false);
    expect(await late()).toBe(without + 1);
    // this month is not over
    await plan(firstOfMonth, true);
    expect(await late()).toBe(without);
    await plan(`(${firstOfMonth} - interval '1 month')::date`, true);
    expect(await late()).toBe(without + 1);
    await site.pool.query(
      `insert into realisation_halt (organisation_id, realisation_id, kind, reason) values ($1, $2, 'suspended', 'Fouilles')`,
      [site.organisationId, id],
    );
    expect(await late()).toBe(without);
  });
});

describe('« Suivi global »', () => {
  it('R81 R85 list, map, figures and file say the same; what makes no sense is left out', async () => {
    const client = site.visitor();
    for (const query of [
      {},
      { tri: 'budget' },
      { edition: '2016', etape: 'travaux' },
      { theme: 'Thème 3', quartier: '4e arrondissement' },
      { situation: 'abandonne' },
      { service: '-' },
      { recherche: 'zzzz' },
      { vue: 'carte' },
      { vue: 'chiffres' },
      { edition: 'nulle-part', etape: 'x', service: "'; drop", page: 'a.b.c', tri: '?', vue: '!' },
    ]) {
      await client.get(urls.globalDelivery(query as Record<string, string>));
      expect([query, client.status]).toEqual([query, 200]);
    }
    await client.get(urls.globalDelivery({ edition: '2016' }));
    const answer = await client.send(urls.globalDeliveryCsv({ edition: '2016' }));
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(1 + MANY / 10);
    expect(client.main).toContain(`${MANY / 10}`);
  });

  it('R192 R81 its file has the headings of the public set, whatever the reader’s language, and the filters of the list', async () => {
    const client = site.visitor();
    const read = async (query: Record<string, string>, language = 'fr') => {
      const headers = { 'accept-language': language };
      const answer = await client.send(urls.globalDeliveryCsv(query), undefined, headers);
      expect(answer.headers.get('content-disposition')).toContain('"suivi-global.csv"');
      return answer.text();
    };
    const french = await read({ edition: '2016', situation: 'abandonne' });
    expect(await read({ edition: '2016', situation: 'abandonne' }, 'en')).toBe(french);
    const [headings, ...rows] = parse(french, { delimiter: ';', bom: true }) as string[][];
    expect(headings).toEqual(realisationSet.columns.map(({ key }) => key));
    expect(rows.length).toBeGreaterThan(0);
    const halts = rows.map((row) => row[headings!.indexOf('arret')]);
    expect(new Set(halts)).toEqual(new Set(['Abandonné']));
    const late = await read({ situation: 'en-retard' });
    for (const row of parse(late, { delimiter: ';', bom: true, columns: true }) as object[])
      expect(row).toMatchObject({ en_retard: 'true', arret: '' });
    // each heading is explained on the page that the list leads to
    await client.get(urls.globalDelivery());
    expect(client.main).toContain(`href="${urls.dataSet({ set: 'realisations' })}"`);
    await client.get(urls.dataSet({ set: 'realisations' }));
    for (const heading of headings!) expect(client.main).toContain(heading);
  });

  it('another organisation sees nothing of it', async () => {
    const { rows } = await site.pool.query(
      `select count(*)::int as lines from realisation where organisation_id <> $1`,
      [site.organisationId],
    );
    expect(rows[0].lines).toBe(0);
    const page = await listFollowed(db, '00000000-0000-4000-8000-000000000000', queryOf());
    expect(page.realisations).toEqual([]);
  });
});
