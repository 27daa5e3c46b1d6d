import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makePaperPoll, openBatchOf, signInForPaper, usualBatch } from '../make/paper.ts';
import type { MadePerson } from '../make/people.ts';
import type { Particulars } from './stage.ts';

/** A vote on paper that has closed: a batch to key, and a point whose ballots are missing. */
export async function keyPaper(site: BrowserSite, officer: MadePerson): Promise<Particulars> {
  site.travel('-20 days');
  const paper = await makePaperPoll(site, { edition: { slug: 'papier' } });
  const [here, there] = paper.points;
  await signInForPaper(site, paper, there, 1);
  site.travel(null);
  const batch = await openBatchOf(officer, paper, usualBatch(here));
  const roles = ['officer'] as const;
  return {
    [urls.adminPollUrn.pattern]: { path: urls.adminPollUrn(paper.at), roles },
    [urls.adminUrnBatch.pattern]: { path: urls.adminUrnBatch(batch), roles },
    [urls.adminUrnRecount.pattern]: { path: urls.adminUrnRecount(batch), roles },
    [urls.adminUrnTotals.pattern]: {
      path: urls.adminUrnTotals({ ...paper.at, point: there.id }),
      roles,
    },
    [urls.adminUrnPoint.pattern]: {
      path: urls.adminUrnPoint({ ...paper.at, point: there.id }),
      roles,
    },
  };
}
