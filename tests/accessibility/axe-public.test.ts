import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { listMotions, listViolations } from './page-measures.ts';
import { listScenes } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';
import { measureOnPhone, PHONE, visit, visitsOf } from './visit.ts';

describe.skipIf(!hasChromium)('accessibility of the pages of everybody', () => {
  let place: { site: BrowserSite; stage: Stage };
  beforeAll(async () => {
    const site = await openBrowserSite();
    place = { site, stage: await openStage(site) };
  }, 120_000);
  afterAll(() => place?.site.close());

  it('A1 A7 W16 each kind of page: axe at zero, targets for thumbs, nothing sideways at 320 px or with text twice as large', async () => {
    const visits = visitsOf(place.stage, 'public');
    expect(await visit(place, visits, { viewport: PHONE }, measureOnPhone)).toEqual({});
  }, 300_000);

  it.each([
    { reducedMotion: 'no-preference', longest: 0.2 },
    { reducedMotion: 'reduce', longest: 0 },
  ] as const)(
    'nothing moves for longer than $longest s where motion is « $reducedMotion »',
    async ({ reducedMotion, longest }) => {
      const pages = visitsOf(place.stage, 'public').filter(({ scene }) =>
        /^\/$|\/vote$|^\/_ui$/.test(scene.name),
      );
      const found = await visit(place, pages, { viewport: PHONE, reducedMotion }, (page) =>
        listMotions(page, longest),
      );
      expect(found).toEqual({});
    },
  );

  const matrix = [PHONE, { width: 1280, height: 900 }].flatMap((viewport) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
  );
  it.runIf(process.env.PALABRE_ALL).each(matrix)(
    'A1 every page for every role: axe at zero, $viewport.width px, $colorScheme',
    async (options) => {
      const visits = listScenes(place.stage).flatMap((scene) =>
        scene.roles.map((role) => ({ scene, role })),
      );
      expect(await visit(place, visits, options, listViolations)).toEqual({});
    },
    1_800_000,
  );
});
