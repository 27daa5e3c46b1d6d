import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginNewsletter, beginSpaceNews, measureFlood, openReaders } from '../bench/letters.ts';
import { openTestSite, type TestSite } from './site-client.ts';

/** More than two batches. */
const READERS = 1100;
const BATCH = 500;

describe('R134 R41 letters to many', () => {
  let site: TestSite;
  let europe: Awaited<ReturnType<typeof openReaders>>;
  beforeAll(async () => {
    site = await openTestSite();
    europe = await openReaders(site.db, READERS, 'lettres.localhost');
    await site.runJobs();
  });
  afterAll(() => site.close());

  it.each([
    ['a newsletter', beginNewsletter],
    ['news of a space', beginSpaceNews],
  ])(
    'R134 %s: each reader once, and no more than a batch waits at any moment',
    async (_, begin) => {
      const flood = await measureFlood(site.config.databaseUrl!, site.db, READERS, () =>
        begin(site.db, europe),
      );
      expect(flood.letters).toBe(READERS);
      // besides its letters: the next batch, the code, and what keeps the house
      expect(flood.mostWaiting).toBeLessThan(BATCH + 50);
      const { rows } = await site.pool.query(
        'select person_id from letter where organisation_id = $1 group by person_id, subject having count(*) > 1',
        [europe.organisationId],
      );
      expect(rows).toEqual([]);
    },
  );
});
