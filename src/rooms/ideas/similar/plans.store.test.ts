import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillTown } from '../../../../bench/town-at-scale.ts';
import { plantDoubles } from '../../../../bench/town-doubles.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Database } from '../../../platform/database/database.ts';
import {
  findSimilarSearch,
  listIdeasForOffice,
  listSimilarPairs,
  listSimilarTo,
  requestSimilarPairs,
} from '../index.ts';
import { findSimilar } from './draft.store.ts';
import { searchOn } from './search.store.ts';

const IDEAS = 1000;

let site: TestSite;
let db: Database;
let asked: { sql: string; parameters: readonly unknown[] }[] = [];
let editionId: string;
beforeAll(async () => {
  site = await openTestSite();
  editionId = (await makeEdition(site)).id;
  await fillTown(site.db, { organisationId: site.organisationId, editionId }, IDEAS);
  db = new Kysely({
    dialect: new PostgresDialect({ pool: site.pool }),
    log: ({ query }) => void asked.push(query),
  }) as Database;
});
afterAll(() => site.close());

interface Plan {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

/** Every node of the plans of what `act` asks: its kind, and its index or table. */
async function explain(act: () => Promise<unknown>): Promise<string> {
  asked = [];
  await act();
  const nodes: string[] = [];
  const walk = (plan: Plan) => {
    nodes.push([plan['Node Type'], plan['Index Name'] ?? plan['Relation Name']].join(' ').trim());
    plan.Plans?.forEach(walk);
  };
  for (const { sql: text, parameters } of [...asked]) {
    const { rows } = await site.pool.query(`explain (format json) ${text}`, [...parameters]);
    walk(rows[0]['QUERY PLAN'][0].Plan);
  }
  return nodes.join('\n');
}

describe('what a search reads does not grow with the number of ideas', () => {
  it('R113 ideas similar to a draft are found by the index of words', async () => {
    const [planted] = plantDoubles(1, IDEAS);
    const plan = await explain(() =>
      findSimilar(db, site.organisationId, { id: editionId, likeness: 'usual' }, planted!.double),
    );
    expect(plan).toContain('Bitmap Index Scan idea_words');
    expect(plan).toContain('Index Scan idea_word_pkey');
    expect(plan).not.toMatch(/Seq Scan idea(_word)?(\n|$)/);
  });

  it('R113 nine doubles in ten are among the ten ideas shown', async () => {
    const planted = plantDoubles(80, IDEAS);
    let found = 0;
    for (const { double, first } of planted) {
      const shown = await findSimilar(
        db,
        site.organisationId,
        { id: editionId, likeness: 'usual' },
        double,
      );
      expect(shown.length).toBeLessThanOrEqual(10);
      if (shown.some(({ number }) => number === first)) found += 1;
    }
    expect(found / planted.length).toBeGreaterThanOrEqual(0.9);
  });

  it('the office finds few ideas by their words, and reads many in their order', async () => {
    const search = (words: string, cursor: number | null = null) =>
      listIdeasForOffice(db, site.organisationId, editionId, { cursor, filter: { search: words } });
    const plan = await explain(() => search('guinguette'));
    expect(plan).toContain('Bitmap Index Scan idea_words');
    const first = await search('enfants');
    const second = await search('enfants', first.next);
    expect(first.ideas).toHaveLength(50);
    const { rows } = await site.pool.query(
      `select number from idea where edition_id = $1 and words @@ to_tsquery('palabre_fr', 'enfant')
      order by number limit 100`,
      [editionId],
    );
    expect([...first.ideas, ...second.ideas].map(({ number }) => number)).toEqual(
      rows.map(({ number }) => number),
    );
    // a word that nobody wrote: nothing is read to its end in order to find nothing
    expect((await search('enfants zzyzx')).ideas).toEqual([]);
  });

  it('R47 pairs are read in their order by an index, and those of an idea by two', async () => {
    const { organisationId } = site;
    await requestSimilarPairs(site.db, { organisationId, editionId, by: null });
    // two at once do the same work once
    await Promise.all([1, 2].map(() => searchOn(site.db, { organisationId, editionId })));
    await site.runJobs();
    const search = await findSimilarSearch(site.db, { organisationId, editionId });
    expect(search).toMatchObject({ ideas: IDEAS, compared: IDEAS, finishedAt: expect.any(Date) });
    await site.pool.query(
      `insert into similar_pair (organisation_id, edition_id, idea_low, idea_high, score)
      select a.organisation_id, a.edition_id, a.id, b.id, 0.55 from idea a join idea b
        on b.organisation_id = a.organisation_id and b.edition_id = a.edition_id and b.id > a.id
      where a.edition_id = $1 and (a.number + b.number) % 100 = 0 on conflict do nothing`,
      [editionId],
    );
    await site.pool.query('analyze similar_pair');
    const page = await listSimilarPairs(db, organisationId, editionId);
    expect(page.pairs).toHaveLength(30);
    for (const cursor of [null, page.next]) {
      const plan = await explain(() => listSimilarPairs(db, organisationId, editionId, { cursor }));
      expect(plan).toMatch(/Index (Only )?Scan similar_pair_by_score/);
      expect(plan).not.toMatch(/Seq Scan idea(\n|$)/);
    }
    const [{ ideas }] = page.pairs as [(typeof page.pairs)[0]];
    const plan = await explain(() => listSimilarTo(db, organisationId, ideas[0].id));
    expect(plan).toContain('similar_pair_by_high');
    expect(plan).toContain('similar_pair_pkey');
  });
});
