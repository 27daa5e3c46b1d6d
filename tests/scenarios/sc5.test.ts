import { describe, expect, it } from 'vitest';
import { addTheme } from '../../src/rooms/consultations/index.ts';
import { boardOfComponent } from '../../src/rooms/ideas/boards/board.ts';
import { addressesOf } from '../../src/rooms/ideas/boards/board-address.page.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { openJourney, WAYS, type Walker } from '../journeys/walk.ts';
import { makeIdea } from '../make/ideas.ts';
import { makeHosted } from '../make/meetings.ts';
import { makeComponent, makeSpace } from '../make/spaces.ts';

const THEME = 'Valeurs et droits, état de droit, sécurité';
const DAY = 86_400_000;

/** A day of the form, some days from now. */
async function writeMoment(walker: Walker, name: string, at: Date, time: string): Promise<void> {
  const parts = { day: at.getUTCDate(), month: at.getUTCMonth() + 1, year: at.getUTCFullYear() };
  for (const [part, value] of Object.entries({ ...parts, time }))
    await walker.page.locator(`[name="${name}-${part}"]`).fill(String(value));
}

describe.skipIf(!hasChromium)('SC5 an event and its closing', () => {
  const journey = openJourney();

  describe.each(WAYS)('$way', ({ scripts }) => {
    it('SC5 R120 R121 R122 R124 R125 R126 R127 R128 R129 R130 R131 proposed in a theme, shown on the map, discussed, closed after its end', async () => {
      const { site } = journey;
      const { space } = await makeSpace(site, { kind: 'forum' });
      const act = { organisationId: site.organisationId, by: null };
      const added = await addTheme(site.db, act, space.id, {
        title: THEME,
        summary: '',
        introduction: '',
        resources: [],
        categories: ['État de droit', 'Sécurité'],
      });
      if (!added.ok) throw new Error(added.refusal);
      const component = await makeComponent(site, space, {
        kind: 'events',
        title: 'Événements',
        themeId: added.theme.id,
      });
      const host = await journey.person({
        nickname: scripts ? 'Ligue des Genêts' : 'Amicale du droit',
      });
      const deposits = await makeComponent(site, space, { themeId: added.theme.id });
      const opened = { ...space, openedAt: new Date(), isOpen: true };
      const board = boardOfComponent(opened, deposits, added.theme.categories);
      const ideas = [];
      for (const title of ['Un bus du droit', 'Un guichet du soir', 'Une carte des avocats'])
        ideas.push(await makeIdea(site, board, { title }));
      await makeHosted(site, component.id, host.id, {
        title: 'Un café ailleurs',
        point: { latitude: 47.95, longitude: 1.95 },
      });
      const named = await journey.person({ nickname: scripts ? 'Ulla' : 'Ondine' });
      const at = { space: space.slug, component: component.slug };

      // the association announces it
      const association = await journey.walker(scripts, { as: host });
      await association.goTo(urls.spaceEvents(at));
      await association.follow('Proposer un événement');
      await association.arrives('Proposer un événement');
      const day = new Date(Date.now() + 3 * DAY);
      await association.write({
        Titre: 'Nos droits, parlons-en',
        Description: 'Une soirée pour dire ce que l’état de droit change dans nos vies.',
        Salle: 'Salle Simone-Veil',
        Adresse: '3 rue du Moulin',
        'Comment venir': 'Tram A, arrêt Moulin.',
        Latitude: '47,9339',
        Longitude: '1,9089',
        'Adresse de l’inscription': 'https://inscriptions.example/droits',
      });
      await association.page.getByLabel(/^Catégorie/).selectOption({ label: 'État de droit' });
      await association.tick('Inscription sur un autre site');
      await writeMoment(association, 'debut', day, '18:00');
      await writeMoment(association, 'fin', day, '20:30');
      await association.press('Publier l’événement');
      await association.arrives('Nos droits, parlons-en');
      await association.sees('État de droit', 'Tram A, arrêt Moulin.', /inscriptions\.example/);
      const address = association.page.url();
      expect(await association.link('Clôturer l’événement').count()).toBe(0);
      await association.goTo(urls.spaceEvents(at));
      await association.page
        .locator('place-map', { hasText: 'Nos droits, parlons-en' })
        .waitFor({ state: 'attached' });

      // people say what they think of it
      const walkers: Walker[] = [];
      for (const [side, words] of [
        ['Pour', `J’y serai. @${named.nickname}, tu viens ?`],
        ['Contre', 'Le soir, c’est trop tard.'],
        ['Sans avis', 'Est-ce accessible ?'],
      ] as const) {
        const walker = await journey.walker(scripts, { as: await journey.person() });
        walkers.push(walker);
        await walker.goTo(address);
        await walker.tick(side);
        await walker.write({ 'Votre commentaire': words });
        await walker.press('Publier mon commentaire');
        await walker.sees(words);
      }
      await association.goTo(address);
      await association.sees('1 pour', '1 contre', '1 sans avis');
      await association.page
        .getByRole('link', { name: /^Répondre/ })
        .first()
        .click();
      await association.write({ 'Votre réponse': 'Oui, de plain-pied.' });
      await association.press('Publier ma réponse');
      await association.sees('Oui, de plain-pied.');
      await walkers[1]!.goTo(address);
      await walkers[1]!.page
        .getByRole('button', { name: /^Utile/ })
        .first()
        .click();
      await walkers[1]!.sees(/Utile\s:\s1/);
      await site.runJobs();
      const told = site.mails.filter(
        ({ to, subject }) => to === named.email && subject.includes('vous cite'),
      );
      expect(told, 'the one who is named hears once').toHaveLength(1);

      // over: its host closes it, and nobody else is led there
      site.travel('5 days');
      await journey.signIn(association, host);
      await journey.signIn(walkers[0]!, named);
      await walkers[0]!.goTo(address);
      await walkers[0]!.arrives('Nos droits, parlons-en');
      expect(await walkers[0]!.link('Clôturer l’événement').count()).toBe(0);
      await association.goTo(address);
      await association.follow('Clôturer l’événement');
      await association.write({
        'Compte-rendu': 'On veut des permanences de **droit** dans chaque quartier.',
        'Organisations présentes': 'Ligue des Genêts\nMaison de l’Europe\nBarreau de Fleury',
        'Intervenantes et intervenants': 'Ana Kovač',
        'Nombre de participant·es': '47',
      });
      await association.press('Publier la clôture');
      await association.sees(
        '47 personnes présentes',
        'Maison de l’Europe',
        'Barreau de Fleury',
        'Ana Kovač',
      );

      // two ideas came out of it, which both sides say; its host supports another of somebody else
      await association.follow('Relier des idées');
      for (const { id } of ideas.slice(0, 2))
        await association.page
          .locator(`[name="lien-${id}"]`)
          .selectOption({ label: 'Issue de l’événement' });
      await association.press('Enregistrer les liens');
      await association.sees('Les liens sont enregistrés.');
      const anyone = await journey.walker(scripts);
      await anyone.goTo(address);
      for (const { number, title } of ideas.slice(0, 2)) {
        expect(await anyone.text()).toContain(title);
        const idea = await journey.walker(scripts);
        await idea.goTo(addressesOf(board).idea({ idea: number }));
        await idea.sees('Nos droits, parlons-en');
      }
      expect(await anyone.text()).not.toContain('Une carte des avocats');
      await association.goTo(addressesOf(board).idea({ idea: ideas[2]!.number }));
      await association.press(/^Soutenir cette idée/);
      await association.sees('1 soutien');
    });
  });
});
