import { describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { openJourney, type Walker } from '../journeys/walk.ts';
import { makeEdition } from '../make/editions.ts';
import { makePoll, makeProjects } from '../make/poll.ts';
import { press, readFocus, tabTo } from './keyboard.ts';

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
    await type(walker, 'Courriel', 'odile@exemple.fr');
    await type(walker, 'Mot de passe', 'un tilleul devant la gare');
    await tabTo(walker, 'J’ai lu et j’accepte la charte de participation (obligatoire)');
    await press(walker, 'Space');
    await press(walker, 'Enter');
    await walker.arrives('Regardez vos courriels');
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
