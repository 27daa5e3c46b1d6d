import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillEurope } from '../bench/europe.ts';
import { openTestSite, type TestSite } from './site-client.ts';

/** What the bench of a continent measures is a consultation as it could be. */
describe('R102 R108 the consultation that the bench of a continent fills', () => {
  let site: TestSite;
  let filled: Awaited<ReturnType<typeof fillEurope>>;
  beforeAll(async () => {
    site = await openTestSite();
    filled = await fillEurope(site.db, 0.01, 'banc.localhost');
  });
  afterAll(() => site.close());

  const count = async (what: string): Promise<number> => {
    const { rows } = await site.pool.query<{ n: number }>(
      `select count(*)::int as n from ${what} where organisation_id = $1`,
      [filled.organisationId],
    );
    return rows[0]!.n;
  };

  it('has ten themes, ideas in five languages, comments and supports', async () => {
    expect(filled.themes).toHaveLength(10);
    expect(await count('idea')).toBe(190);
    expect(await count('comment')).toBe(220);
    expect(await count('meeting')).toBe(60);
    expect(await count('idea_support')).toBeGreaterThan(200);
    const { rows } = await site.pool.query(
      'select distinct lang from idea where organisation_id = $1',
      [filled.organisationId],
    );
    expect(rows.map(({ lang }) => lang).sort()).toEqual(['de', 'en', 'es', 'fr', 'it']);
  });

  it('has counts that are those of the rows', async () => {
    const { rows } = await site.pool.query(
      `select
        (select sum(ideas)::int from idea_tally where organisation_id = $1 and category_id is null) as ideas,
        (select sum(comments)::int from comment_tally where organisation_id = $1) as comments,
        (select sum(support_count)::int from idea where organisation_id = $1) as supports`,
      [filled.organisationId],
    );
    expect(rows[0]).toEqual({ ideas: 190, comments: 220, supports: await count('idea_support') });
  });
});
