import type { Space } from '../../src/rooms/consultations/index.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeSpacePage } from '../make/pages.ts';
import { makeComponent } from '../make/spaces.ts';
import type { Particulars } from './stage.ts';

/** Two pages of a component of a space: what it leads to, and what those who write there meet. */
export async function writeInSpace(site: BrowserSite, space: Space): Promise<Particulars> {
  const component = await makeComponent(site, space, { kind: 'pages', title: 'Comprendre' });
  const page = await makeSpacePage(site, component);
  await makeSpacePage(site, component, { title: 'Et après ?', summary: '' });
  const at = { space: space.slug, component: component.slug };
  const of = { ...at, page: page.slug };
  const everybody = ['anonymous', 'resident', 'officer', 'administrator'] as const;
  const office = ['officer', 'administrator'] as const;
  return {
    [urls.spacePages.pattern]: { path: urls.spacePages(at), roles: everybody },
    [urls.spacePage.pattern]: { path: urls.spacePage(of), roles: everybody },
    [urls.adminSpacePages.pattern]: { path: urls.adminSpacePages(at), roles: office },
    [urls.adminSpaceNewPage.pattern]: { path: urls.adminSpaceNewPage(at), roles: office },
    [urls.adminSpacePage.pattern]: { path: urls.adminSpacePage(of), roles: office },
    [urls.adminSpacePagePictures.pattern]: {
      path: urls.adminSpacePagePictures(of),
      roles: office,
    },
    [urls.adminSpacePageVersions.pattern]: {
      path: urls.adminSpacePageVersions(of),
      roles: office,
    },
  };
}
