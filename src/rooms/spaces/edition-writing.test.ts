import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { findEdition, isOpen } from './index.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

it('R31 an edition in each of the five phases', async () => {
  const edition = await makeEdition(site, { phase: 'vote', slug: 'essai' });
  expect(edition.phases).toHaveLength(5);
  expect(isOpen(edition, 'vote', new Date())).toBe(true);
  expect((await findEdition(site.db, site.organisationId, 'essai'))?.id).toBe(edition.id);
});
