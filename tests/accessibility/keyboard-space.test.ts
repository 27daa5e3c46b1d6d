import { describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { openJourney, type Walker } from '../journeys/walk.ts';
import { makeComponentBoard } from '../make/boards.ts';
import { makeIdea } from '../make/ideas.ts';
import { makeSpace } from '../make/spaces.ts';
import { press, readFocus, tabTo } from './keyboard.ts';
import { listViolations } from './page-measures.ts';

const DAY = 86_400_000;

async function type(walker: Walker, label: string | RegExp, words: string): Promise<void> {
  await tabTo(walker, label);
  await walker.page.keyboard.type(words);
}

describe.skipIf(!hasChromium)('A2 in a space with a keyboard only', () => {
  const journey = openJourney();
  const someone = async () =>
    journey.walker(true, {
      as: await journey.person(),
      context: { reducedMotion: 'reduce' },
    });

  it('A2 R112 R114 deposits an idea, step by step', async () => {
    const { to, theme } = await makeComponentBoard(journey.site);
    const walker = await someone();
    await walker.goTo(to.ideas({}));
    await tabTo(walker, 'Déposer mon idée');
    await press(walker, 'Enter');
    await walker.page.waitForURL(/\/deposer\//);
    await type(walker, /^Titre/, 'Des haies le long du canal');
    await tabTo(walker, theme.categories[0]!.name);
    await press(walker, 'Space');
    await type(walker, /^Description/, 'Elles abritent les oiseaux et retiennent la terre.');
    await tabTo(walker, 'Continuer');
    await press(walker, 'Enter');
    await walker.arrives('Une image ou un document à joindre ?');
    await tabTo(walker, 'Continuer');
    await press(walker, 'Enter');
    await walker.arrives('Tout est-il comme vous le voulez ?');
    await tabTo(walker, 'Publier mon idée');
    await press(walker, 'Enter');
    await walker.arrives('Des haies le long du canal');
  });

  it('A2 R119 R128 R131 supports it, comments with a side, and names somebody by arrows and Enter', async () => {
    const { board, to } = await makeComponentBoard(journey.site);
    const idea = await makeIdea(journey.site, board, { title: 'Un verger au bord de l’eau' });
    for (const nickname of ['Pomme Rainette', 'Pomme Reinette grise', 'Poire'])
      await journey.person({ nickname });
    const walker = await someone();
    await walker.goTo(to.idea({ idea: idea.number }));
    await tabTo(walker, /^Soutenir cette idée/);
    await press(walker, 'Enter');
    await walker.sees('1 soutien');

    // one stop for the three sides; arrows choose
    await tabTo(walker, 'Sans avis');
    await press(walker, 'ArrowDown');
    await type(walker, /^Votre commentaire/, 'Les pommiers aussi. Ton avis, @Pomm');
    const list = walker.page.getByRole('listbox');
    await list.waitFor();
    expect(await list.getByRole('option').allTextContents()).toEqual([
      'Pomme Rainette',
      'Pomme Reinette grise',
    ]);
    expect(await listViolations(walker.page)).toEqual([]);
    await press(walker, 'ArrowDown');
    await walker.page
      .getByRole('option', { name: 'Pomme Reinette grise', selected: true })
      .waitFor();
    await press(walker, 'Enter');
    await list.waitFor({ state: 'detached' });
    const area = walker.page.getByLabel(/^Votre commentaire/);
    expect(await area.inputValue()).toBe('Les pommiers aussi. Ton avis, @Pomme Reinette grise ');
    expect((await readFocus(walker.page)).name).toMatch(/^Votre commentaire/);
    // Escape closes the list and leaves what is typed
    await walker.page.keyboard.type('ou @Poi');
    await list.waitFor();
    await press(walker, 'Escape');
    await list.waitFor({ state: 'detached' });
    expect(await area.inputValue()).toMatch(/ou @Poi$/);
    await tabTo(walker, 'Publier mon commentaire');
    await press(walker, 'Enter');
    await walker.sees('1 pour', 'Les pommiers aussi.');
  });

  it('A2 R118 reports a comment, with an article of the charter', async () => {
    const { board, to } = await makeComponentBoard(journey.site);
    const idea = await makeIdea(journey.site, board);
    const walker = await someone();
    await walker.goTo(to.idea({ idea: idea.number }));
    await tabTo(walker, /^Signaler/);
    await press(walker, 'Enter');
    await walker.arrives('Signaler une contribution');
    await tabTo(walker, /^Article 1|^1\b/);
    await press(walker, 'Space');
    await type(walker, /^Précisions/, 'Ces mots visent une personne.');
    await tabTo(walker, 'Envoyer le signalement');
    await press(walker, 'Enter');
    await walker.sees('Votre signalement est transmis');
  });

  it('A2 R120 R121 proposes an event', async () => {
    const { space, component, theme } = await makeSpace(journey.site, {
      kindOfComponent: 'events',
    });
    const walker = await someone();
    await walker.goTo(urls.spaceEvents({ space: space.slug, component: component.slug }));
    await tabTo(walker, 'Proposer un événement');
    await press(walker, 'Enter');
    await walker.arrives('Proposer un événement');
    await type(walker, /^Titre/, 'Une soirée au verger');
    await type(walker, /^Description/, 'Goûter, puis parler de ce que nous plantons.');
    await tabTo(walker, /^Catégorie/);
    await walker.page.keyboard.type(theme.categories[0]!.name);
    const day = new Date(Date.now() + 5 * DAY);
    for (const hour of ['0600PM', '0830PM']) {
      await type(walker, /^Jour/, String(day.getUTCDate()));
      await type(walker, /^Mois/, String(day.getUTCMonth() + 1));
      await type(walker, /^Année/, String(day.getUTCFullYear()));
      await type(walker, /^Heure/, hour);
      // onto the button of the clock, a stop of the browser's own inside the field
      await press(walker, 'Tab');
    }
    await type(walker, /^Lien de visioconférence/, 'https://visio.example/verger');
    await tabTo(walker, /^Sans inscription|^Inscription ici/);
    await press(walker, 'Space');
    await tabTo(walker, 'Publier l’événement');
    await press(walker, 'Enter');
    await walker.arrives('Une soirée au verger');
  });
});
