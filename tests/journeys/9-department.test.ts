import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { press, tabTo } from '../accessibility/keyboard.ts';
import { hasChromium } from '../browser.ts';
import { makeEdition } from '../make/editions.ts';
import { makeIdea } from '../make/ideas.ts';
import { makeDepartment, PASSWORD } from '../make/people.ts';
import { makeOpinion } from '../make/studies.ts';
import { openJourney, WAYS } from './walk.ts';

const LAPTOP = { width: 1280, height: 720 };

describe.skipIf(!hasChromium)('Journey 9: a department', () => {
  const journey = openJourney();

  async function ask() {
    const { site } = journey;
    const edition = await makeEdition(site);
    const title = `Un verger derrière l’école ${edition.slug}`;
    const idea = await makeIdea(site, edition, {
      title,
      body: 'Des pommiers et des pruniers, plantés avec les écoles. '.repeat(20),
    });
    const department = await makeDepartment(site);
    const path = urls.task({ opinion: await makeOpinion(site, idea, department.id) });
    return { edition, title, department, path };
  }

  it.each(WAYS)(
    'R42 R43 SC6 from the mailed link to the opinion given: under 10 clicks, all of them counted, $way',
    async ({ scripts }) => {
      const { title, department, path } = await ask();
      const agent = await journey.person({
        roles: ['agent'],
        departmentId: department.id,
        password: PASSWORD,
      });
      const walker = await journey.walker(scripts, { context: { viewport: LAPTOP } });
      let clicks = 0;
      const click = async (one: Locator) => {
        clicks += 1;
        await one.click();
      };
      // the link in the mail is the first
      clicks += 1;
      await walker.goTo(path);
      await walker.write({ Courriel: agent.email, 'Mot de passe': PASSWORD });
      await click(walker.button('Me connecter'));
      await walker.arrives(title);
      const answer = (question: string | RegExp, words: string) =>
        click(
          walker
            .part('group', question)
            .locator('label')
            .filter({ hasText: new RegExp(`^${words}$`) }),
        );
      await answer('Faisable techniquement', 'Oui');
      await answer('Faisable juridiquement', 'Oui');
      await answer('Faisable financièrement', 'Sous conditions');
      await click(walker.field('Investissement TTC'));
      await walker.page.keyboard.type('12 500');
      await walker.page.keyboard.press('Tab');
      await walker.page.keyboard.type('800');
      await walker.page.keyboard.press('Tab');
      await walker.page.keyboard.type('18');
      await answer(/^Avis du service/, 'Favorable');
      await click(walker.button('Rendre l’avis'));
      await walker.sees('Votre avis est rendu.');
      const said = await walker.text();
      for (const words of ['Favorable', '12 500 €', '800 € par an', '18 mois', 'Sous conditions'])
        expect(said).toContain(words);
      expect(clicks).toBeLessThan(10);
    },
  );

  it('R42 the task stands on one screen of a laptop: nothing to scroll but the idea itself', async () => {
    const { department, path } = await ask();
    const agent = await journey.person({ roles: ['agent'], departmentId: department.id });
    const walker = await journey.walker(true, { as: agent, context: { viewport: LAPTOP } });
    await walker.goTo(path);
    for (const name of ['Rendre l’avis', 'Enregistrer le brouillon'])
      expect(await isInView(walker.page, walker.button(name)), name).toBe(true);
  });

  it('A2 R42 an opinion is given with a keyboard only', async () => {
    const { department, path } = await ask();
    const agent = await journey.person({ roles: ['agent'], departmentId: department.id });
    const walker = await journey.walker(true, {
      as: agent,
      context: { viewport: LAPTOP, reducedMotion: 'reduce' },
    });
    await walker.goTo(path);
    await tabTo(walker, 'Rendre l’avis');
    await press(walker, 'Enter');
    await walker.page.waitForFunction(
      () => document.activeElement?.getAttribute('role') === 'alert',
    );
    await tabTo(walker, /hoisissez votre avis/);
    await press(walker, 'Enter');
    await press(walker, 'Space');
    await press(walker, 'ArrowRight');
    await tabTo(walker, /^Explications/);
    await walker.page.keyboard.type('Sous réserve du tracé de la canalisation.');
    await tabTo(walker, 'Rendre l’avis');
    await press(walker, 'Enter');
    await walker.sees('Votre avis est rendu.', 'Réservé');
  });
});

async function isInView(page: Page, one: Locator): Promise<boolean> {
  const box = await one.boundingBox();
  const { height } = page.viewportSize()!;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}
