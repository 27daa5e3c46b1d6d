import type { BrowserContextOptions, Page } from 'playwright-core';
import type { BrowserSite } from '../browser.ts';
import { type Watch, watch } from '../journeys/watch.ts';
import { doubleText, listOverflows, listSmallTargets, listViolations } from './page-measures.ts';
import { enter, listScenes, type RoleName, type Scene } from './scenes.ts';
import type { Stage } from './stage.ts';

export const PHONE = { width: 360, height: 780 };
const SMALL_PHONE = { width: 320, height: 780 };

/** What is wrong with a page; it says nothing when all is well. */
type Measure = (page: Page) => Promise<string[]>;

export interface Visit {
  scene: Scene;
  role: RoleName;
}

/**
 * The scenes in three heaps of about the same size, one for each test file, so that the workers share them:
 * whoever is no member of the office, the office's votes, and the rest of the office.
 */
export type Heap = 'public' | 'votes' | 'office';

function heapOf({ roles, path }: Scene): Heap {
  if (roles[0] !== 'officer' && roles[0] !== 'administrator') return 'public';
  return /\/(scrutin|points-de-vote|registre|codes|classes|justificatifs|simulateur|bureau)\b/.test(
    path,
  )
    ? 'votes'
    : 'office';
}

/** Each scene of a heap once, as the role that it was made for. */
export function visitsOf(stage: Stage, heap: Heap): Visit[] {
  return listScenes(stage)
    .filter((scene) => heapOf(scene) === heap)
    .map((scene) => ({ scene, role: scene.roles[0]! }));
}

/** Visits scenes, each in the browser of its role, and gathers what is wrong by scene (W16 included). */
export async function visit(
  { site, stage }: { site: BrowserSite; stage: Stage },
  visits: readonly Visit[],
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
      async (missed) => [...missed, ...(await measure(page))],
      (error) => [String(error)],
    );
    problems.push(...watched.complaints.splice(0));
    if (problems.length > 0) found[`${scene.name} as ${role}: ${scene.path}`] = problems;
  }
  for (const { page } of browsers.values()) await page.context().close();
  return found;
}

/** A1, A7: axe, thumbs, the link to the declaration, nothing sideways at 320 px nor with text twice as large. */
export async function measureOnPhone(page: Page): Promise<string[]> {
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
}
