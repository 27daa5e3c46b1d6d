import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { type Watch, watch } from '../journeys/watch.ts';
import {
  doubleText,
  listMotions,
  listOverflows,
  listSmallTargets,
  listViolations,
} from './page-measures.ts';
import { enter, listScenes, type RoleName, type Scene } from './scenes.ts';
import { openStage, type Stage } from './stage.ts';

const PHONE = { width: 360, height: 780 };
const SMALL_PHONE = { width: 320, height: 780 };

let site: BrowserSite;
let stage: Stage;

/** What is wrong with a page; it says nothing when all is well. */
type Measure = (page: Page) => Promise<string[]>;

/** Visits scenes, each in the browser of its role, and gathers what is wrong by scene (W16 included). */
async function visit(
  visits: readonly { scene: Scene; role: RoleName }[],
  options: BrowserContextOptions,
  measure: Measure,
): Promise<Record<string, string[]>> {
  const browsers = new Map<RoleName, { page: Page; watched: Watch }>();
  const found: Record<string, string[]> = {};
  for (const { scene, role } of visits) {
    if (!browsers.has(role)) {
      const context = await stage.open(role, options);
      const watched = watch(context, site.origin);
      browsers.set(role, { page: await context.newPage(), watched });
    }
    const { page, watched } = browsers.get(role)!;
    const problems = await enter(page, scene).then(
      () => measure(page),
      (error) => [String(error)],
    );
    problems.push(...watched.complaints.splice(0));
    if (problems.length > 0) found[`${scene.name} as ${role}: ${scene.path}`] = problems;
  }
  for (const { page } of browsers.values()) await page.context().close();
  return found;
}

describe.skipIf(!hasChromium)('accessibility of every page', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
    stage = await openStage(site);
  }, 120_000);
  afterAll(() => site?.close());

  const onceEach = () => listScenes(stage).map((scene) => ({ scene, role: scene.roles[0]! }));

  it('A1 A7 W16 each kind of page: axe at zero, targets for thumbs, nothing sideways at 320 px or with text twice as large', async () => {
    const found = await visit(onceEach(), { viewport: PHONE }, async (page) => {
      const problems = [...(await listViolations(page)), ...(await listSmallTargets(page))];
      const footer = page.getByRole('contentinfo');
      if (!(await footer.getByRole('link', { name: /^Accessibilité/ }).isVisible()))
        problems.push('no link to the declaration of accessibility');
      await page.setViewportSize(SMALL_PHONE);
      problems.push(...(await listOverflows(page)));
      await page.setViewportSize(PHONE);
      await doubleText(page);
      problems.push(...(await listOverflows(page)).map((words) => `text twice as large: ${words}`));
      return problems;
    });
    expect(found).toEqual({});
  }, 300_000);

  it.each([
    { reducedMotion: 'no-preference', longest: 0.2 },
    { reducedMotion: 'reduce', longest: 0 },
  ] as const)(
    'nothing moves for longer than $longest s where motion is « $reducedMotion »',
    async ({ reducedMotion, longest }) => {
      const pages = onceEach().filter(({ scene }) => /^\/$|\/vote$|^\/_ui$/.test(scene.name));
      const found = await visit(pages, { viewport: PHONE, reducedMotion }, (page) =>
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
      const visits = listScenes(stage).flatMap((scene) =>
        scene.roles.map((role) => ({ scene, role })),
      );
      expect(await visit(visits, options, listViolations)).toEqual({});
    },
    900_000,
  );
});
