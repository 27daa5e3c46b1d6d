import { describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { castFor, makePoll } from '../make/polls.ts';
import { type Journey, openJourney, WAYS } from './walk.ts';

/** Five projects, an envelope of 100 000 €: one too dear, one that nobody chooses, one that no longer fits. */
const COSTS = [60_000_00, 50_000_00, 30_000_00, 120_000_00, 10_000_00];
const BALLOTS = [[1], [1, 2], [1, 2, 3], [1, 2, 4], [3]];

async function holdVote(journey: Journey) {
  const { edition, poll } = await makePoll(journey.site, { costs: COSTS });
  for (const ballot of BALLOTS)
    await castFor(journey.site, poll, (await journey.person()).id, ballot);
  return edition;
}

describe.skipIf(!hasChromium)('Journey 6: the result', () => {
  const journey = openJourney();

  it.each(WAYS)(
    'R57 R58 SC1 is sealed, counted and read under embargo, then published with a reason for each project, $way',
    async ({ scripts }) => {
      const edition = await holdVote(journey);
      const at = { edition: edition.slug };
      const officer = await journey.walker(scripts, {
        as: await journey.person({ roles: ['officer'], nickname: `Agathe ${scripts}` }),
      });
      const resident = await journey.walker(scripts, { as: await journey.person() });
      const anyone = await journey.walker(scripts);

      await officer.goTo(urls.adminPoll(at));
      await officer.sees('Le vote est en cours', '5 personnes ont voté');
      expect(await officer.link('Sceller l’urne').count()).toBe(0);

      journey.site.travel('11 days');
      await officer.goTo(urls.adminPoll(at));
      await officer.sees('Le vote est terminé : il reste à sceller l’urne');
      await officer.follow('Sceller l’urne');
      await officer.arrives('Sceller l’urne ?');
      await officer.press('Sceller l’urne');
      await officer.sees('L’urne est scellée.');
      await officer.follow('Dépouiller');
      await officer.arrives('Dépouiller maintenant ?');
      await officer.press('Dépouiller');
      await officer.sees('Le décompte a été lancé.', 'Le décompte est en cours');
      await journey.site.runJobs();
      await officer.goTo(urls.adminPoll(at));
      await officer.sees('Ces résultats ne sont visibles que de l’équipe.', '4 voix');

      for (const walker of [resident, anyone]) {
        await walker.goTo(urls.results(at));
        await walker.arrives('Les résultats ne sont pas encore publiés');
        expect(await walker.text()).not.toMatch(/voix|Projet d’essai/);
        await walker.goTo(urls.vote(at));
        await walker.arrives('Le vote est terminé');
        expect(await walker.text()).not.toContain('voix');
        await walker.goTo(urls.project({ ...at, project: 1 }));
        expect(await walker.text()).not.toMatch(/\d voix/);
      }
      await resident.goTo(urls.adminPoll(at));
      await resident.arrives('Accès réservé');

      await officer.follow('Publier les résultats');
      await officer.arrives('Publier les résultats ?');
      await officer.tick('Maintenant');
      await officer.press('Confirmer la publication');
      await officer.sees('Les résultats sont publiés.');
      await officer.sees(`par Agathe ${scripts}`);

      await anyone.goTo(urls.edition(at));
      await anyone
        .part('navigation', edition.title)
        .getByRole('link', { name: 'Résultats' })
        .click();
      await anyone.arrives('Résultats du vote');
      await anyone.sees('2 projets sont retenus sur 5 soumis au vote.');
      const winners = anyone.part('region', 'Projets retenus').getByRole('listitem');
      expect(
        await winners.allInnerTexts().then((all) => all.map((words) => words.split('\n')[0])),
      ).toEqual(['Projet d’essai 1', 'Projet d’essai 3']);
      const page = await anyone.text();
      for (const words of [
        '5 personnes ont voté',
        '5 bulletins comptés',
        '90 000 € utilisés sur 100 000 €',
        'il reste 10 000 €',
        'Il restait 100 000 € ; il coûte 60 000 € : il est retenu.',
        'Quand son tour est venu, il restait 40 000 € ; il coûte 50 000 € : il manquait 10 000 €.',
        'Il restait 40 000 € ; il coûte 30 000 € : il est retenu.',
        'Il coûte 120 000 €, plus que l’enveloppe entière (100 000 €) : il ne pouvait pas être retenu.',
        'Personne ne l’a choisi : il n’est pas retenu.',
      ])
        expect(page).toContain(words);
    },
  );
});
