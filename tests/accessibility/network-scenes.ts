import type { BrowserSite } from '../browser.ts';
import type { MadePerson } from '../make/people.ts';
import { holdAssemblies } from './assembly-scenes.ts';
import { workTogether } from './dossier-scenes.ts';
import { askInNetwork } from './help-scenes.ts';
import { shareDocuments } from './library-scenes.ts';
import { holdMandates } from './mandate-scenes.ts';
import type { Particulars } from './stage.ts';

/** What the members of networks do there, room by room. */
export const actInNetworks = async (
  site: BrowserSite,
  resident: MadePerson,
): Promise<Particulars> => ({
  ...(await holdAssemblies(site, resident)),
  ...(await shareDocuments(site, resident)),
  ...(await askInNetwork(site, resident)),
  ...(await workTogether(site, resident)),
  ...(await holdMandates(site, resident)),
});
