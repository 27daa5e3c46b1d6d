import { Kysely, PostgresDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Database } from '../../../platform/database/database.ts';
import { countUnread, listNoticedTopics, listNotices } from './notice.store.ts';

describe('R134 with 100,000 notices', () => {
  let site: TestSite;
  let db: Database;
  let personId: string;
  let asked: { sql: string; parameters: readonly unknown[] }[] = [];
  beforeAll(async () => {
    site = await openTestSite();
    const people = [];
    for (let at = 0; at < 20; at += 1) people.push((await makePerson(site)).id);
    personId = people[7]!;
    await sql`insert into notice (organisation_id, person_id, topic, kind, target_kind, target_id, params, once_key,
        rhythm, at, read_at)
      select ${site.organisationId}, p.id, (array['comments', 'followed', 'supports'])[1 + n % 3], 'idea', 'idea', p.id,
        '{"fr": "Une nouvelle", "en": "Some news", "href": "/"}', 'n' || n, 'none',
        palabre_now() - n * interval '1 minute', case when n % 4 > 0 then palabre_now() end
      from unnest(${people}::uuid[]) as p (id), generate_series(1, 5000) as n`.execute(site.db);
    await sql`vacuum analyze notice`.execute(site.db);
    db = new Kysely({
      dialect: new PostgresDialect({ pool: site.pool }),
      log: ({ query }) => void asked.push(query),
    }) as Database;
  }, 120_000);
  afterAll(() => site.close());

  async function explain(ask: () => Promise<unknown>): Promise<string> {
    asked = [];
    await ask();
    const [{ sql: text, parameters }] = asked as [(typeof asked)[0]];
    const { rows } = await site.pool.query(`explain ${text}`, [...parameters]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  it('R134 the list, first page and next, is read in its order from an index', async () => {
    const first = await listNotices(site.db, site.organisationId, personId);
    expect(first.notices).toHaveLength(20);
    for (const after of [null, first.next])
      for (const topic of [null, 'followed'] as const) {
        const ask = () => listNotices(db, site.organisationId, personId, { after, topic });
        const plan = await explain(ask);
        expect(plan).toContain('notice_in_order');
        expect(plan).not.toMatch(/Seq Scan on notice\b|\bSort\b/);
      }
  });

  it('R134 what is unread, on every page, and the topics, are read from indexes of the reader', async () => {
    expect(await countUnread(site.db, site.organisationId, personId)).toBe(100);
    for (const ask of [
      () => countUnread(db, site.organisationId, personId),
      () => listNoticedTopics(db, site.organisationId, personId),
    ])
      expect(await explain(ask)).not.toMatch(/Seq Scan on notice\b/);
  });
});
