import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { listVoters, makeAdoption, openVote } from '../make/adoption.ts';
import type { Particulars } from './stage.ts';

/** The final vote of a space under way, and one that is ready to be opened. */
export async function putToVote(site: BrowserSite): Promise<Particulars> {
  const open = await makeAdoption(site);
  await openVote(site, open);
  const ready = await makeAdoption(site);
  await listVoters(site, ready, ['Roy;Anaïs;01/02/1960']);
  const everybody = ['anonymous', 'resident', 'officer', 'administrator'] as const;
  const office = ['officer', 'administrator'] as const;
  return {
    [urls.spaceVote.pattern]: { path: urls.spaceVote(open.at), roles: everybody },
    [urls.adminSpaceVote.pattern]: { path: urls.adminSpaceVote(open.at), roles: office },
    [urls.adminSpaceVoteText.pattern]: { path: urls.adminSpaceVoteText(ready.at), roles: office },
    [urls.adminSpaceVoteOpen.pattern]: { path: urls.adminSpaceVoteOpen(ready.at), roles: office },
  };
}
