import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { openJourney, type Walker } from '../journeys/walk.ts';
import { makeEdition } from '../make/editions.ts';
import { makePoll, makeProjects } from '../make/poll.ts';

interface Focus {
  /** What is said of the focused element. */
  name: string;
  /** What is wrong with how its focus is shown. */
  problem: string;
}

/** The focused element: its name, and whether one sees that it is focused (2.4.7) and sees it at all (2.4.11). */
function readFocus(page: Page): Promise<Focus> {
  return page.evaluate(async () => {
    // the page may still be scrolling to it
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const one = document.activeElement as HTMLElement;
    const labels = 'labels' in one ? [...((one as HTMLInputElement).labels ?? [])] : [];
    const name = (one.getAttribute('aria-label') ?? labels[0]?.textContent ?? one.textContent ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const ringed = one.closest('.option:focus-within') ?? one;
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
  });
}

/** Presses Tab until the element with this name is reached; every stop on the way must be seen. */
async function tabTo({ page }: Walker, name: string | RegExp): Promise<void> {
  const stops: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await readFocus(page);
    stops.push(focus.name);
    expect(focus.problem, `at « ${focus.name} »`).toBe('');
    if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return;
  }
  throw new Error(`« ${name} » is not reached by Tab: ${stops.join(' | ')}`);
}

const press = ({ page }: Walker, key: string) => page.keyboard.press(key);

async function type(walker: Walker, label: string, words: string): Promise<void> {
  await tabTo(walker, `${label} (obligatoire)`);
  await walker.page.keyboard.type(words);
}

describe.skipIf(!hasChromium)('A2 with a keyboard only', () => {
  const journey = openJourney();

  it('A2 the skip link is the first stop and leads past the menu', async () => {
    const walker = await journey.walker(true, { context: { reducedMotion: 'reduce' } });
    await walker.goTo('/inscription');
    await press(walker, 'Tab');
    expect(await readFocus(walker.page)).toEqual({ name: 'Aller au contenu', problem: '' });
    await press(walker, 'Enter');
    await walker.page.waitForFunction(() => document.activeElement?.id === 'contenu');
    await press(walker, 'Tab');
    expect((await readFocus(walker.page)).name).toBe('Nom (obligatoire)');
  });

  it('A2 R70 signs up: the focus lands on the problems, and each problem leads to its field', async () => {
    const walker = await journey.walker(true, { context: { reducedMotion: 'reduce' } });
    await walker.goTo('/');
    await tabTo(walker, 'Menu');
    await press(walker, 'Enter');
    await tabTo(walker, 'Créer mon compte');
    await press(walker, 'Enter');
    await walker.arrives('Créer mon compte');
    await tabTo(walker, 'Créer mon compte');
    await press(walker, 'Enter');
    await walker.page.getByRole('alert').waitFor();
    await walker.page.waitForFunction(
      () => document.activeElement?.getAttribute('role') === 'alert',
    );
    expect((await readFocus(walker.page)).name).toContain('Il y a 5 points à corriger');
    await tabTo(walker, /Choisissez un surnom/);
    await press(walker, 'Enter');
    expect((await readFocus(walker.page)).name).toBe('Surnom (obligatoire)');

    await walker.page.keyboard.type('Odile');
    await press(walker, 'Shift+Tab');
    await walker.page.keyboard.type('Odile Martin');
    await press(walker, 'Tab');
    await type(walker, 'E-mail', 'odile@exemple.fr');
    await type(walker, 'Mot de passe', 'un tilleul devant la gare');
    await tabTo(walker, 'J’ai lu et j’accepte la charte de participation (obligatoire)');
    await press(walker, 'Space');
    await press(walker, 'Enter');
    await walker.arrives('Regardez vos e-mails');
  });

  it('A2 R76 votes: chooses with Space, keeps the focus where the choice was made, casts with Enter', async () => {
    const act = { organisationId: journey.site.organisationId, by: null };
    const edition = await makeEdition(journey.site, { phase: 'vote' });
    await makeProjects(journey.site, act, edition, [
      'Une mare',
      'Un four',
      'Une fresque',
      'Un verger',
    ]);
    await makePoll(journey.site, act, edition);
    const walker = await journey.walker(true, {
      as: await journey.person(),
      context: { reducedMotion: 'reduce' },
    });
    await walker.goTo(urls.vote({ edition: edition.slug }));
    await tabTo(walker, /^Choisir ce projet/);
    await press(walker, 'Space');
    expect((await readFocus(walker.page)).name).toMatch(/^Retirer de mon choix/);
    await walker.sees('1 projet choisi sur 3');
    await tabTo(walker, 'Vérifier et déposer');
    await press(walker, 'Enter');
    await walker.arrives('Vérifier mon vote');
    await tabTo(walker, 'Déposer mon vote');
    await press(walker, 'Enter');
    await walker.arrives('Votre vote est déposé');
  });
});
