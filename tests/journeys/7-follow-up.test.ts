import { describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { openJourney, WAYS } from './walk.ts';
import { carryThrough } from './winner.ts';

describe.skipIf(!hasChromium)('Journey 7: what becomes of a winner', () => {
  const journey = openJourney();

  it.each(WAYS)(
    'R59 R81 each winner has its follow-up with dated steps; idea, project and realisation lead to one another, $way',
    async ({ scripts }) => {
      const { edition } = await carryThrough(journey);
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
