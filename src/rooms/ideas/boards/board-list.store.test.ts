import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeComponent } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Database } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { insertIdeas } from '../idea.store.ts';
import type { IdeaQuery } from '../idea-keys.store.ts';
import { listIdeas, listLanguages, listNewestOf } from '../idea-list.store.ts';
import { readCursor, SORTS } from '../idea-list.ts';
import { countIdeasOfSpace } from './space-count.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('R112 ideas of one language', () => {
  it('R112 are kept to on a component where several are written, page by page, with what was chosen said', async () => {
    const { board, to } = await makeComponentBoard(site);
    const { client, id } = await makePerson(site);
    await makeIdea(site, board, { authorId: id, title: 'Des haies', lang: 'fr' });
    await client.get(to.ideas({}));
    expect(client.main, 'one language is no choice').not.toContain('name="langue"');
    for (let more = 1; more <= 21; more += 1)
      await makeIdea(site, board, { authorId: id, title: `Hecken ${more}`, lang: 'de' });
    site.seeChanges();
    await client.get(to.ideas({}));
    expect(client.main).toMatch(/name="langue"[\s\S]*Deutsch[\s\S]*français/);
    await client.get(to.ideas({}, { langue: 'de' }));
    expect(client.main).toContain('Deutsch');
    expect(client.main).toContain('21 ');
    expect(client.main).not.toContain('Des haies');
    const next = /href="([^"]*page=[^"]*)"/.exec(client.main)![1]!.replaceAll('&amp;', '&');
    expect(next).toContain('langue=de');
    await client.get(next);
    expect(client.main).toContain('Hecken 1<');
    await client.get(to.ideas({}, { langue: 'xx' }));
    expect(client.main, 'what is written nowhere is left out').toContain('Hecken 21');
  });
});

describe('with 20,000 ideas over ten boards', () => {
  const LANGUAGES = ['fr', 'fr', 'fr', 'fr', 'en', 'de', 'it', 'es'];
  const boards: string[] = [];
  let categories: string[];
  let space: string;
  let asked: { sql: string; parameters: readonly unknown[] }[] = [];
  let db: Database;
  beforeAll(async () => {
    const made = await makeComponentBoard(site);
    space = made.space.id;
    categories = made.theme.categories.map(({ id }) => id);
    boards.push(made.board.id);
    while (boards.length < 10)
      boards.push((await makeComponent(site, made.space, { themeId: made.theme.id })).id);
    const { id: authorId } = await makePerson(site);
    const { organisationId } = site;
    for (const editionId of boards)
      for (let last = 0; last < 2000; last += 500)
        await inTransaction(site.db, (tx) =>
          insertIdeas(
            tx,
            { organisationId, editionId, kind: 'component' },
            last,
            Array.from({ length: 500 }, (_, at) => ({
              ...{ organisationId, editionId, authorId, enteredBy: authorId },
              title: `Une haie ${at % 97} le long du champ ${at}`,
              body: 'Plantée chaque hiver, avec les écoles.',
              categoryId: categories[at % categories.length]!,
              lang: LANGUAGES[at % LANGUAGES.length]!,
              channel: 'web' as const,
              signature: '',
            })),
          ),
        );
    await sql`update idea set support_count = number % 150,
        published_at = palabre_now() - interval '4 days' + number * interval '3 seconds'
      where edition_id = any(${boards}::uuid[])`.execute(site.db);
    await sql`vacuum analyze idea`.execute(site.db);
    db = new Kysely({
      dialect: new PostgresDialect({ pool: site.pool }),
      log: ({ query }) => void asked.push(query),
    }) as Database;
  }, 300_000);

  /** The plan of what `ask` asks first, as PostgreSQL writes it. */
  async function explain(ask: () => Promise<unknown>): Promise<string> {
    asked = [];
    await ask();
    const [{ sql: text, parameters }] = asked as [(typeof asked)[0]];
    const { rows } = await site.pool.query(`explain ${text}`, [...parameters]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }
  const queryOf = (rest: Partial<IdeaQuery>): IdeaQuery => ({
    ...{ editionId: boards[4]!, sort: 'recentes', categoryId: null, outcome: null },
    ...{ search: '', cursor: null },
    ...rest,
  });

  it.each(SORTS.flatMap((sort) => [false, true].map((filtered) => [sort, filtered] as const)))(
    'R97 R112 R198 %s (category and language: %s), first page and next, reads an index of its board',
    async (sort, filtered) => {
      // every eighth idea is in English, and stands in the first category
      const inCategory = { categoryId: categories[0]!, language: 'en' };
      for (const rest of filtered ? [inCategory, { language: 'de' }] : [{}]) {
        const query = queryOf({ sort, ...rest });
        const first = await listIdeas(site.db, site.organisationId, query);
        expect(first.ideas).toHaveLength(20);
        if (filtered) expect(first.total).toBe(248);
        for (const cursor of [null, readCursor(first.next!)]) {
          const plan = await explain(() =>
            listIdeas(db, site.organisationId, { ...query, cursor }),
          );
          expect(plan).not.toMatch(/Seq Scan on (idea|person|file)\b/);
          expect(plan).toMatch(/Index Scan .*idea_(recent|supported|of_language)/);
        }
      }
    },
  );

  it('R112 which languages there are is read step by step', async () => {
    const read = () => listLanguages(db, site.organisationId, boards[4]!);
    expect(await read()).toEqual(['de', 'en', 'es', 'fr', 'it']);
    const plan = await explain(read);
    expect(plan).toContain('idea_of_language');
    expect(plan).not.toMatch(/Seq Scan on idea\b/);
  });

  it('R109 the newest of ten boards are read by the index of each, never all of them', async () => {
    const read = () => listNewestOf(db, site.organisationId, boards, 3);
    const newest = await read();
    expect([...newest.values()].map(({ length }) => length)).toEqual(boards.map(() => 3));
    const plan = await explain(read);
    expect(plan).toMatch(/Index (Only )?Scan .*idea_recent/);
    expect(plan).not.toMatch(/Seq Scan on (idea|person|file)\b/);
  });

  it('R102 figures of the space are those of the rows', async () => {
    const components = boards.map((id, index) => ({ id, isHidden: index === 0 }));
    const counted = await countIdeasOfSpace(db, site.organisationId, { id: space, components });
    const { rows } = await sql<{ supports: number }>`select sum(support_count)::int as supports
      from idea where edition_id = any(${boards.slice(1)}::uuid[])`.execute(site.db);
    expect(counted).toEqual({ proposals: 18_000, ...rows[0] });
  });
});
