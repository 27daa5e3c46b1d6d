/** Somebody with a keyboard and no pointer. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Walker } from '../journeys/walk.ts';

export interface Focus {
  /** What is said of the focused element. */
  name: string;
  /** What is wrong with how its focus is shown. */
  problem: string;
}

/** The focused element: its name, and whether one sees that it is focused (2.4.7) and sees it at all (2.4.11). */
export function readFocus(page: Page, scripts = true): Promise<Focus> {
  return page.evaluate(
    async (frames) => {
      // the page may still be scrolling to it; where scripts are off, no frame is ever announced
      for (let frame = 0; frame < frames; frame += 1) await new Promise(requestAnimationFrame);
      const one = document.activeElement as HTMLElement;
      const labels = 'labels' in one ? [...((one as HTMLInputElement).labels ?? [])] : [];
      const name = (
        one.getAttribute('aria-label') ??
        labels[0]?.textContent ??
        one.textContent ??
        ''
      )
        .replaceAll(/\s+/g, ' ')
        .trim();
      const ringed = one.closest('.option:focus-within, .mention:focus-within') ?? one;
      const rings = [one, ringed].map((each) => getComputedStyle(each));
      const shown = rings.some(
        (style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      );
      const box = one.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2];
      const top = document.elementFromPoint(x, y);
      const seen =
        top !== null &&
        (one.contains(top) || top.contains(one) || labels.some((label) => label.contains(top)));
      const problem = shown
        ? seen
          ? ''
          : `hidden behind ${top?.outerHTML.slice(0, 80)}`
        : 'focus is not shown';
      return { name, problem };
    },
    scripts ? 2 : 0,
  );
}

/** Presses Tab until the element with this name is reached; every stop on the way must be seen. */
export async function tabTo(
  { page, scripts }: Walker,
  name: string | RegExp,
  most = 80,
): Promise<void> {
  const stops: string[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await readFocus(page, scripts);
    stops.push(focus.name);
    expect(focus.problem, `at « ${focus.name} »`).toBe('');
    if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return;
  }
  throw new Error(`« ${name} » is not reached by Tab: ${stops.join(' | ')}`);
}

export const press = ({ page }: Walker, key: string) => page.keyboard.press(key);
