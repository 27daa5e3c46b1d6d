import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/make/people.ts';
import { makeSpace } from '../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { countCases, listCases, PAGE_SIZE, selectCases } from './case.store.ts';

/** Reports of years: of ten spaces and of what stands in none; a thousandth waits urgently. */
const CASES = 100_000;

let site: TestSite;
let space: string;
beforeAll(async () => {
  site = await openTestSite();
  space = (await makeSpace(site)).space.id;
  const moderator = await makePerson(site, { roles: ['moderator'] });
  const author = await makePerson(site);
  await sql`insert into moderation_case (organisation_id, target_kind, target_id, space_id, title, author_id, reports, rank,
      opened_at, raised_at, asked_at, closed_at, closed_by, outcome)
    select ${site.organisationId}, 'comment', gen_random_uuid(), case when n % 500 = 0 then ${space}::uuid end, 'Dossier ' || n,
      ${author.id}, 1, case when n % 1000 = 1 then 0 else 1 end, now() - n * interval '1 minute',
      case when n % 1000 = 1 then now() - n * interval '1 minute' end,
      case when n % 1000 = 2 then now() - n * interval '1 minute' end,
      case when n % 2 = 0 and n % 1000 <> 2 and n % 500 <> 0 then now() - n * interval '1 second' end,
      case when n % 2 = 0 and n % 1000 <> 2 and n % 500 <> 0 then ${moderator.id}::uuid end,
      case when n % 2 = 0 and n % 1000 <> 2 and n % 500 <> 0 then 'kept' end
    from generate_series(1, ${CASES}) n`.execute(site.db);
  await sql`analyze moderation_case`.execute(site.db);
}, 120_000);
afterAll(() => site.close());

describe(`R117 W13 the queue of ${CASES} cases`, () => {
  const asked = [
    ['all that waits', { state: 'waiting', scope: null }],
    ['urgent', { state: 'urgent', scope: null }],
    ['asked by their authors', { state: 'asked', scope: null }],
    ['closed', { state: 'closed', scope: null }],
    ['of one space', { state: 'waiting', scope: 'one' }],
  ] as const;

  it.each(asked)(
    '%s: one page is read by its index, the next one too',
    async (_, { state, scope }) => {
      const of = (after: string | null) => ({
        state,
        scope: scope === 'one' ? [space] : null,
        after,
      });
      const first = await listCases(site.db, site.organisationId, of(null));
      expect(first.length).toBeGreaterThan(PAGE_SIZE);
      for (const after of [null, first[PAGE_SIZE - 1]!.id]) {
        const query = selectCases(site.organisationId, of(after)).compile(site.db);
        const { rows } = await site.pool.query(`explain (analyze, format json) ${query.sql}`, [
          ...query.parameters,
        ]);
        const plan = JSON.stringify(rows[0]['QUERY PLAN']);
        // of a few spaces, their open cases alone are put in order
        const never =
          scope === 'one' ? /"Seq Scan"/ : /"Node Type":"(Sort|Seq Scan|Bitmap Heap Scan)"/;
        expect(plan).not.toMatch(never);
        const removed = [...plan.matchAll(/"Rows Removed by Filter":(\d+)/g)].map((k) =>
          Number(k[1]),
        );
        expect(Math.max(0, ...removed), 'rows read for nothing').toBeLessThan(PAGE_SIZE * 5);
      }
    },
  );

  it('its tabs are counted from what is open alone', async () => {
    const { waiting, urgent, asked } = await countCases(site.db, site.organisationId, null);
    expect({ waiting, urgent, asked }).toEqual({ waiting: 50_300, urgent: 100, asked: 100 });
  });
});
