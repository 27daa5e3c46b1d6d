import { describe, expect, it } from 'vitest';
import { findEdition } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { openJourney, WAYS, type Walker } from './walk.ts';

/** What an officer does with the keyboard alone, counted. */
class Keyboard {
  keys = 0;
  pages = 0;
  readonly #walker: Walker;
  constructor(walker: Walker) {
    this.#walker = walker;
  }

  /** Goes from control to control until one has this name, as somebody without a mouse does. */
  async reach(name: RegExp): Promise<void> {
    for (let tries = 0; tries < 160; tries += 1) {
      const found = await this.#walker.page.evaluate(() => {
        const at = document.activeElement as HTMLInputElement | null;
        const label = at?.labels?.[0]?.textContent;
        return (label ?? at?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      });
      if (name.test(found)) return;
      await this.press('Tab');
    }
    throw new Error(`No control ${name} on ${this.#walker.page.url()}`);
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.#walker.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.press('Control+A');
    this.keys += text.length;
    await this.#walker.page.keyboard.type(text);
  }

  async send(button: RegExp, next: string | RegExp): Promise<void> {
    await this.reach(button);
    await this.press('Enter');
    await this.#walker.arrives(next);
    this.pages += 1;
  }
}

describe.skipIf(!hasChromium)('Journey 9: an edition made ready', () => {
  const journey = openJourney();

  it.each(WAYS)(
    'R66 R35 from a preset to the opening with the keyboard alone, in twelve pages and few keys, $way',
    async ({ scripts }) => {
      const agathe = await journey.person({ roles: ['officer'] });
      const officer = await journey.walker(scripts, { as: agathe });
      const slug = scripts ? 'bp-clavier' : 'bp-sans-script';
      const keyboard = new Keyboard(officer);
      await officer.goTo(urls.adminNewEdition());
      await keyboard.reach(/^Petite commune/);
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowDown');
      await keyboard.send(/^Continuer$/, 'Nom et présentation');
      await keyboard.reach(/^Nom dans l’adresse/);
      await keyboard.type(slug);
      await keyboard.send(/^Continuer$/, 'Catégories et quartiers');
      for (const next of [
        'Enveloppe et plafonds',
        'Qui participe, et comment',
        'Critères de recevabilité',
        'Services et référent·es',
        'Calendrier',
        'Textes d’aide',
        'Règlement et délibération',
        'Ouvrir l’édition au public',
      ])
        await keyboard.send(/^Continuer$/, next);
      await keyboard.reach(/^J’ai relu le règlement/);
      await keyboard.press('Space');
      await keyboard.send(/^Ouvrir l’édition$/, /^Budget participatif \d{4}$/);
      await officer.sees('L’édition est ouverte : tout le monde peut la voir.');

      const edition = (await findEdition(journey.site.db, journey.site.organisationId, slug))!;
      expect(edition).toMatchObject({ intendedBallot: 'judgment', envelope: 120_000_00 });
      expect(keyboard.pages).toBe(11);
      expect(keyboard.keys).toBeLessThan(500);
      // a minute to read each page and two keys a second: a quarter of an hour is not full
      expect(keyboard.pages * 60 + keyboard.keys / 2).toBeLessThan(15 * 60);

      const anyone = await journey.walker(scripts);
      await anyone.goTo(urls.rules({ edition: slug }));
      await anyone.sees('Cette enveloppe est partagée ainsi :');
      await anyone.goTo(urls.edition({ edition: slug }));
      await anyone.sees('Une enveloppe partagée');
    },
  );
});
