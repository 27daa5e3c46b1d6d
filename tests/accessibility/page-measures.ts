import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Browsers that bring axe into each page they open. */
const prepared = new WeakSet<BrowserContext>();

/**
 * What axe finds, one line each: the rule, where, and what to do. It cannot run where scripts cannot.
 * Our pages hold no frames: axe is handed to the page itself, a third of the time that handing it to every frame takes.
 */
export async function listViolations(page: Page): Promise<string[]> {
  if (!prepared.has(page.context())) {
    prepared.add(page.context());
    await page.context().addInitScript({ content: axe.source });
  }
  // opened before this browser was prepared
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    const { violations } = await here.run(document, {
      runOnly: tags,
      resultTypes: ['violations'],
      // Our styles are in the page already: fetching them again is half of the time.
      preload: false,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${help} ${target.join(' ')} ${failureSummary}`,
      ),
    );
  }, TAGS);
}

/** What makes a page scroll sideways. */
export function listOverflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > clientWidth + 1)
      .map(
        (one) => `${one.localName}.${one.getAttribute('class')} ${one.textContent?.slice(0, 40)}`,
      );
    return [`${scrollWidth} px on a screen of ${clientWidth}: ${wide.slice(0, 6).join(' | ')}`];
  });
}

/** The controls of a page that are lower than a thumb (44 px). */
export function listSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(.button, input:not([type=hidden]), select, summary)')]
      .filter((one) => one.checkVisibility())
      // a box or a choice is touched anywhere on its line
      .map((one) => ({
        one,
        box: (one.closest('.option, .mention, label') ?? one).getBoundingClientRect(),
      }))
      .filter(({ box }) => box.height > 0 && box.height < 43.5)
      .map(({ one, box }) => `lower than a thumb: ${one.outerHTML.slice(0, 90)} ${box.height} px`),
  );
}

/** The letters of the page twice as large, as somebody sets them in the browser. */
export async function doubleText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`;
  });
}

/** What moves for longer than so many seconds, scrolling included. */
export function listMotions(page: Page, longest: number): Promise<string[]> {
  return page.evaluate((most) => {
    const longestOf = (durations: string) =>
      Math.max(...durations.split(',').map(Number.parseFloat));
    return [...document.querySelectorAll('html, body *')].flatMap((one) => {
      const style = getComputedStyle(one);
      const moves =
        longestOf(style.transitionDuration) > most ||
        (style.animationName !== 'none' && longestOf(style.animationDuration) > most) ||
        style.scrollBehavior === 'smooth';
      return moves ? [`${one.localName}.${one.getAttribute('class')} moves`] : [];
    });
  }, longest);
}
