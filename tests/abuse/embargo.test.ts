import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type Embargo, openEmbargo, PROFILES, probeAddresses } from '../make/embargo.ts';

/** Over every address of the site: pages, feeds, answers to forms. Files, pictures and codes have their own tests. */
let embargo: Embargo;
beforeAll(async () => {
  for (const method of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation(() => {});
  embargo = await openEmbargo();
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await embargo.site.close();
});

describe('the embargo over every address, while people vote', () => {
  it.each(PROFILES)(
    'V8 V15 none tells a count, a ballot or its voter, to anyone (%s)',
    async (profile) => {
      expect(await probeAddresses(embargo, profile)).toEqual([]);
    },
    120_000,
  );
});

describe('the embargo over every address, between the close and the publication, planned or not', () => {
  beforeAll(() => embargo.closeAndCount(), 60_000);

  it.each(PROFILES)(
    'V15 none tells it but the team’s own page, minutes and report (%s)',
    async (profile) => {
      const { polls, clientOf, findLeaks } = embargo;
      const at = { edition: polls[profile].edition.slug };
      const office = new Set(
        [
          urls.adminPoll,
          urls.adminPollMinutes,
          urls.adminPollMinutesCsv,
          urls.adminPollWatch,
          urls.adminPollWatchCsv,
        ].map((address) => address(at)),
      );
      // asked only: here the team's acts would publish
      const isAsked = (path: string, method: string) => method === 'GET' && !office.has(path);
      expect(await probeAddresses(embargo, profile, isAsked)).toEqual([]);
      const resident = await clientOf('resident');
      for (const address of office) expect((await resident.send(address)).status).toBe(403);
      // the team reads the count there, and who voted what nowhere
      const officer = await clientOf('officer');
      await officer.get(urls.adminPoll(at));
      expect(findLeaks(officer.html, profile, 'officer')).toEqual(['count']);
    },
    120_000,
  );
});

describe('the embargo over every address, once it is over', () => {
  beforeAll(() => embargo.publish(), 60_000);

  it.each(PROFILES)(
    'V15 the same addresses tell it: this search would have found it (%s)',
    async (profile) => {
      const at = { edition: embargo.polls[profile].edition.slug };
      const isAsked = (path: string) => path.includes('/resultats');
      const leaks = await probeAddresses(embargo, profile, isAsked);
      expect(leaks).toContain(`anonymous GET ${urls.results(at)}: count`);
      if (profile === 'P0')
        expect(leaks).toContain(`anonymous GET ${urls.publicVotesCsv(at)}: nickname`);
    },
    60_000,
  );
});
