import { describe, expect, it } from 'vitest';
import { listBallotProjects } from '../../src/rooms/projects/index.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { makeEdition } from '../make/editions.ts';
import { makeIdea } from '../make/ideas.ts';
import { makePoll, makeProjects, publish, vote } from '../make/poll.ts';
import { type Journey, openJourney, WAYS } from './walk.ts';

/** From an idea to the published result that retains its project. */
async function carryThrough({ site, person }: Journey) {
  const act = { organisationId: site.organisationId, by: null };
  const edition = await makeEdition(site, { phase: 'collection' });
  const idea = await makeIdea(site, edition, { title: 'Des hérissons près de l’étang' });
  await makeProjects(
    site,
    act,
    edition,
    ['La mare aux hérissons', 'Un four à pain', 'Une fresque'],
    [idea.id],
  );
  site.travel('30 days');
  const pollId = await makePoll(site, act, edition);
  const listed = await listBallotProjects(site.db, site.organisationId, edition.id);
  const { number } = listed.find(({ title }) => title === 'La mare aux hérissons')!;
  await vote(site, site.organisationId, edition, (await person()).id, [number]);
  site.travel('41 days');
  await publish(site, act, pollId);
  await site.runJobs();
  return edition;
}

describe.skipIf(!hasChromium)('Journey 7: what becomes of a winner', () => {
  const journey = openJourney();

  it.each(WAYS)(
    'R59 R81 each winner has its follow-up with dated steps; idea, project and realisation lead to one another, $way',
    async ({ scripts }) => {
      const edition = await carryThrough(journey);
      const walker = await journey.walker(scripts);
      await walker.goTo(urls.results({ edition: edition.slug }));
      await walker.part('region', 'Projets retenus').getByRole('link').click();
      await walker.arrives('La mare aux hérissons');

      // project → realisation → idea → project …
      const related = walker.under('D’où cela vient, où cela mène');
      await related.getByRole('link', { name: 'La mare aux hérissons' }).click();
      await walker.arrives('Suivi : La mare aux hérissons');
      const steps = walker.part('list', 'Le journal du projet').getByRole('listitem');
      expect(await steps.count()).toBeGreaterThanOrEqual(5);
      for (const step of await steps.allInnerTexts()) expect(step).toMatch(/20\d\d/);
      await walker.sees('Prochaine étape', 'Voté, engagé, dépensé');
      await walker.follow('Des hérissons près de l’étang');
      await walker.arrives('Des hérissons près de l’étang');
      await related.getByRole('link', { name: 'La mare aux hérissons' }).first().click();
      await walker.arrives('La mare aux hérissons');

      // … and back: project → idea → realisation → project
      await related.getByRole('link', { name: /hérissons près de l’étang/ }).click();
      await walker.arrives('Des hérissons près de l’étang');
      await related
        .getByRole('link', { name: /^Suivi|La mare/ })
        .last()
        .click();
      await walker.arrives('Suivi : La mare aux hérissons');
      await walker.follow(/^\d\. La mare aux hérissons/);
      await walker.arrives('La mare aux hérissons');

      // and every winner from one page
      await walker.part('navigation', edition.title).getByRole('link', { name: 'Suivi' }).click();
      await walker.arrives('Suivi des réalisations');
      await walker.sees('La mare aux hérissons');
    },
  );
});
