import fc from 'fast-check';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillEdition } from '../../../bench/many-ideas.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { giveSupport, makeIdea } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import type { Database } from '../../platform/database/database.ts';
import { createApp } from '../../platform/http/app.ts';
import { openAssets } from '../../platform/http/assets.ts';
import { Memory } from '../../platform/http/memory.ts';
import { openSite } from '../../site.tsx';
import type { Edition } from '../spaces/index.ts';
import type { IdeaQuery } from './idea-keys.store.ts';
import { listIdeas } from './idea-list.store.ts';
import { readCursor, SORTS, type Sort } from './idea-list.ts';
import { supportIdea, withdrawSupport } from './index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const queryOf = (edition: Edition, rest: Partial<IdeaQuery> = {}): IdeaQuery => ({
  editionId: edition.id,
  sort: 'recentes',
  categoryId: null,
  outcome: null,
  search: '',
  cursor: null,
  ...rest,
});

const list = (query: IdeaQuery, db: Database = site.db) =>
  listIdeas(db, site.organisationId, query);

/** Numbers from the first page to the last, with something done between pages. */
async function readOn(query: IdeaQuery, between: () => Promise<void>): Promise<number[][]> {
  const pages: number[][] = [];
  let cursor = query.cursor;
  for (;;) {
    const page = await list({ ...query, cursor });
    pages.push(page.ideas.map(({ number }) => number));
    if (!page.next) return pages;
    cursor = readCursor(page.next);
    await between();
  }
}

describe('pages of a list', () => {
  let edition: Edition;
  let ids: string[];
  let people: string[];
  beforeAll(async () => {
    edition = await makeEdition(site, { maximumIdeas: 100 });
    people = [];
    for (let index = 0; index < 8; index += 1) people.push((await makePerson(site)).id);
    ids = [];
    for (let index = 0; index < 67; index += 1) {
      const idea = await makeIdea(site, edition, {
        authorId: people[7]!,
        category: index % 2 ? 'sport' : 'culture',
      });
      ids.push(idea.id);
      for (const person of people.slice(0, (index * 5) % 7)) {
        await giveSupport(site, idea.id, person);
      }
    }
  });

  const expectedOrder = async (sort: Sort, categoryId: string | null) => {
    const order =
      sort === 'recentes'
        ? sql`published_at desc, number desc`
        : sort === 'soutenues'
          ? sql`support_count desc, number desc`
          : sql`support_count, number`;
    const { rows } = await sql<{ number: number }>`select number from idea
      where edition_id = ${edition.id} and (${categoryId}::uuid is null or category_id = ${categoryId})
      order by ${order}`.execute(site.db);
    return rows.map(({ number }) => number);
  };

  const write = fc.record({
    kind: fc.constantFrom('support', 'withdraw', 'publish'),
    idea: fc.nat(66),
    person: fc.nat(6),
  });

  it('R198 neither repeat nor skip while others support, withdraw and publish; and lead back the same way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SORTS),
        fc.boolean(),
        fc.array(fc.array(write, { maxLength: 12 }), { minLength: 4, maxLength: 4 }),
        async (sort, filtered, turns) => {
          const categoryId = filtered ? edition.categories[1]!.id : null;
          const query = queryOf(edition, { sort, categoryId });
          const order = await expectedOrder(sort, categoryId);
          const waiting = [...turns];
          const between = async () => {
            for (const { kind, idea, person } of waiting.shift() ?? []) {
              const act = {
                organisationId: site.organisationId,
                ideaId: ids[idea]!,
                personId: people[person]!,
              };
              if (kind === 'support') await supportIdea(site.db, act);
              else if (kind === 'withdraw') await withdrawSupport(site.db, act);
              else await makeIdea(site, edition, { authorId: (await makePerson(site)).id });
            }
          };
          const pages = await readOn(query, between);
          expect(pages.flat()).toEqual(order);

          // and back from the last page to the first
          let page = await list(query);
          const seen = [page.ideas.map(({ number }) => number)];
          while (page.next) {
            page = await list({ ...query, cursor: readCursor(page.next) });
            seen.push(page.ideas.map(({ number }) => number));
          }
          waiting.push(...turns);
          for (const before of seen.slice(0, -1).reverse()) {
            if (sort !== 'recentes') await between();
            page = await list({ ...query, cursor: readCursor(page.previous!) });
            expect(page.ideas.map(({ number }) => number)).toEqual(before);
          }
        },
      ),
      { numRuns: process.env.PALABRE_ALL ? 60 : 6 },
    );
  });

  it('a support that was being given when the reader began does not move its idea', async () => {
    const query = queryOf(edition, { sort: 'soutenues' });
    const order = await expectedOrder('soutenues', null);
    const last = order.at(-1)!;
    const giving = await site.pool.connect();
    try {
      await giving.query('begin');
      await giving.query(
        `with changed as (update idea set support_count = support_count + 100
          where edition_id = $1 and number = $2 returning *)
        insert into idea_support_change (organisation_id, edition_id, idea_id, count_before)
        select organisation_id, edition_id, id, support_count - 100 from changed`,
        [edition.id, last],
      );
      let committed = false;
      const pages = await readOn(query, async () => {
        if (!committed) await giving.query('commit');
        committed = true;
      });
      expect(pages.flat()).toEqual(order);
      expect((await expectedOrder('soutenues', null))[0]).toBe(last);
    } finally {
      giving.release();
    }
  });

  it('a page older than a day goes on by today’s counts, without an error', async () => {
    const query = queryOf(edition, { sort: 'soutenues' });
    const first = await list(query);
    site.travel('3 days');
    const next = await list({ ...query, cursor: readCursor(first.next!) });
    site.travel(null);
    expect(next.ideas).toHaveLength(20);
  });

  it('what is counted is kept as it comes', async () => {
    const all = await list(queryOf(edition));
    const some = await list(queryOf(edition, { categoryId: edition.categories[0]!.id }));
    const { rows } = await sql<{ all: number; some: number }>`select count(*) as all,
      count(*) filter (where category_id = ${edition.categories[0]!.id}) as some
      from idea where edition_id = ${edition.id}`.execute(site.db);
    expect({ all: all.total, some: some.total }).toEqual(rows[0]);
  });
});

describe('with many ideas', () => {
  let edition: Edition;
  let asked: { sql: string; parameters: readonly unknown[] }[] = [];
  let db: Database;
  beforeAll(async () => {
    edition = await makeEdition(site);
    const { organisationId } = site;
    await fillEdition(
      site.db,
      {
        organisationId,
        editionId: edition.id,
        categories: edition.categories.map(({ id }) => id),
        category: '',
      },
      4000,
    );
    db = new Kysely({
      dialect: new PostgresDialect({ pool: site.pool }),
      log: ({ query }) => void asked.push(query),
    }) as Database;
  });

  /** Every node of the plan of what `listIdeas` asks: its kind, its index, and what it reads. */
  async function explain(query: IdeaQuery): Promise<string[]> {
    asked = [];
    await list(query, db);
    const [{ sql: text, parameters }] = asked as [(typeof asked)[0]];
    const { rows } = await site.pool.query(`explain (format json) ${text}`, [...parameters]);
    const nodes: string[] = [];
    const walk = (plan: {
      'Node Type': string;
      'Index Name'?: string;
      'Relation Name'?: string;
      Plans?: [];
    }) => {
      nodes.push([plan['Node Type'], plan['Index Name'] ?? plan['Relation Name']].join(' ').trim());
      for (const child of plan.Plans ?? []) walk(child);
    };
    walk(rows[0]['QUERY PLAN'][0].Plan);
    return nodes;
  }

  it.each([
    ['recentes', false, 'idea_recent'],
    ['recentes', true, 'idea_recent_in_category'],
    ['soutenues', false, 'idea_supported'],
    ['soutenues', true, 'idea_supported_in_category'],
    ['a-decouvrir', false, 'idea_supported'],
    ['a-decouvrir', true, 'idea_supported_in_category'],
  ] as const)(
    'R198 %s (category: %s) reads %s in its order, first page and next',
    async (sort, filtered, index) => {
      const categoryId = filtered ? edition.categories[2]!.id : null;
      const query = queryOf(edition, { sort, categoryId });
      const first = await explain(query);
      const next = await explain({ ...query, cursor: readCursor((await list(query)).next!) });
      for (const nodes of [first, next]) {
        expect(nodes.join('\n')).toMatch(new RegExp(`Index (Only )?Scan ${index}(\\n|$)`));
        expect(nodes.join('\n')).not.toMatch(/Seq Scan (idea|person|file)\b/);
      }
      expect(first[first.indexOf('Limit') + 1]).toBe(`Index Scan ${index}`);
    },
  );

  it('R198 a rare word is found by the index of words, also when it is mistyped', async () => {
    for (const sort of SORTS) {
      const rare = await explain(queryOf(edition, { sort, search: 'guinguette' }));
      expect(rare.join('\n')).toContain('idea_words');
      const typed = await list(queryOf(edition, { sort, search: 'guingette' }));
      expect(typed.approximate).toBe(true);
      expect(typed.ideas[0]?.title).toContain('guinguette');
    }
  });

  it('a page for a signed-in reader asks for what is theirs: session, what waits for them, supports; the rest once for all', async () => {
    const { client } = await makePerson(site);
    const { config } = site;
    const assets = openAssets('dist/assets');
    const app = createApp({
      site: openSite({ db, config, assets }),
      config,
      db,
      assets,
      memory: new Memory(),
    });
    const cookie = `palabre=${client.cookies.get('palabre')}`;
    const ask = () =>
      app.request(`http://localhost/editions/${edition.slug}/idees?tri=soutenues`, {
        headers: { cookie },
      });
    expect((await ask()).status).toBe(200); // the organisation, the edition and the list
    asked = [];
    expect((await ask()).status).toBe(200);
    expect(asked.length, asked.map((query) => query.sql).join('\n')).toBe(3);
  });
});
