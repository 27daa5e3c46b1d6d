import { expect, inject, test } from 'vitest';
import { withClient } from '../../src/platform/postgres/connect.ts';
import { createTestDatabase } from './database.ts';

test('a test database is a migrated clone of its own', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await withClient(one.url, async (client) => {
    const { rows } = await client.query('select count(*)::int as applied from migration');
    expect(rows[0].applied).toBeGreaterThan(0);
    await client.query('create table mine ()');
  });
  await withClient(two.url, async (client) => {
    const { rows } = await client.query(`select to_regclass('mine') as mine`);
    expect(rows[0].mine).toBeNull();
  });
  await Promise.all([one.drop(), two.drop()]);
  await withClient(inject('testServer').adminUrl, async (client) => {
    const { rows } = await client.query(`select from pg_database where datname = any($1)`, [
      [one.url, two.url].map((url) => new URL(url.replace('@/', '@x/')).pathname.slice(1)),
    ]);
    expect(rows).toHaveLength(0);
  });
});

test.runIf(process.env.PALABRE_ALL)('a clone takes some tens of milliseconds', async () => {
  const taken: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const begun = performance.now();
    const database = await createTestDatabase();
    taken.push(performance.now() - begun);
    await database.drop();
  }
  taken.sort((a, b) => a - b);
  console.log(`clone: median ${Math.round(taken[5]!)} ms of ${taken.map(Math.round).join(' ')}`);
  expect(taken[5]).toBeLessThan(2000);
});
