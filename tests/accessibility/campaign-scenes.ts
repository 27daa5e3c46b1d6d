import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeHeldProject, readBy } from '../make/campaign.ts';
import type { MadePerson } from '../make/people.ts';
import type { Particulars } from './stage.ts';

/** A project that a resident holds, read by some people already. */
export async function holdProject(site: BrowserSite, resident: MadePerson): Promise<Particulars> {
  const { edition, projectId } = await makeHeldProject(site, resident.id, {
    edition: { slug: 'portee' },
  });
  await readBy(site, { edition, number: 1 }, 12);
  return {
    [urls.holderProject.pattern]: {
      path: urls.holderProject({ project: projectId }),
      roles: ['resident'],
    },
  };
}
