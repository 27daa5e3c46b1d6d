import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPoll, publishResult, sealPoll } from '../../src/rooms/polls/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { listVoters, makeAdoption, openVote } from '../make/adoption.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('R104 the final vote of a space in a browser', () => {
  let site: BrowserSite;
  let officer: MadePerson;
  beforeAll(async () => {
    site = await openBrowserSite();
    officer = await makePerson(site, { roles: ['officer'] });
  });
  afterAll(() => site?.close());

  it('R104 its pages hold at 360 px, before, during and after the vote, for who votes and who prepares it', async () => {
    const ready = await makeAdoption(site);
    await listVoters(site, ready, ['Roy;Anaïs;01/02/1960']);
    const open = await makeAdoption(site);
    const { edition } = await openVote(site, open);
    const done = await makeAdoption(site, {
      written: { questions: ['Adopter la première partie ?', 'Adopter la seconde partie ?'] },
    });
    const counted = await openVote(site, done);
    const act = { organisationId: site.organisationId, by: null };
    site.travel('11 days');
    await sealPoll(site.db, site.config, act, counted.poll.id);
    await countPoll(site.db, act, counted.poll.id);
    await publishResult(site.db, act, counted.poll.id);
    site.travel(null);
    const context = await site.open({ viewport: { width: 360, height: 780 } });
    await context.addCookies([
      { name: 'palabre', value: officer.client.cookies.get('palabre')!, url: site.origin },
    ]);
    const page = await context.newPage();
    const paths = [
      urls.spaceVote(ready.at),
      urls.spaceVote(open.at),
      urls.spaceVote(done.at),
      urls.vote({ edition: edition.slug }),
      urls.voteReview({ edition: edition.slug }),
      urls.results({ edition: counted.edition.slug }),
      urls.adminSpaceVote(ready.at),
      urls.adminSpaceVote(open.at),
      urls.adminSpaceVoteText(ready.at),
      urls.adminSpaceVoteOpen(ready.at),
    ];
    for (const path of paths) {
      await page.goto(site.origin + path);
      expect(await listViolations(page), path).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, path).toBeLessThanOrEqual(360);
    }
    await context.close();
  });
});
