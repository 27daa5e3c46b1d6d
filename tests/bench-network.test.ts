import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillNetwork } from '../bench/network.ts';
import { openTestSite, type TestSite } from './site-client.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** What the bench of a network measures is a network as it could be. */
it('R149 R140 the network that its bench fills has members by their mandates, and documents of each type', async () => {
  const filled = await fillNetwork(site.db, 0.002, 'banc.localhost');
  const { rows } = await site.pool.query(
    `select (select count(*)::int from document where organisation_id = $1) as documents,
      (select count(distinct type)::int from document where organisation_id = $1) as types,
      (select count(*)::int from space_member where organisation_id = $1) as members`,
    [filled.organisationId],
  );
  expect(rows[0]).toEqual({ documents: 100, types: 5, members: 20 });
});
