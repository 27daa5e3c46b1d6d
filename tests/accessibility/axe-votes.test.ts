import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { openStage, type Stage } from './stage.ts';
import { measureOnPhone, PHONE, visit, visitsOf } from './visit.ts';

describe.skipIf(!hasChromium)('accessibility of the office’s pages about votes', () => {
  let place: { site: BrowserSite; stage: Stage };
  beforeAll(async () => {
    const site = await openBrowserSite();
    place = { site, stage: await openStage(site) };
  }, 120_000);
  afterAll(() => place?.site.close());

  it('A1 A7 W16 each kind of page: axe at zero, targets for thumbs, nothing sideways at 320 px or with text twice as large', async () => {
    const visits = visitsOf(place.stage, 'votes');
    expect(await visit(place, visits, { viewport: PHONE }, measureOnPhone)).toEqual({});
  }, 300_000);
});
