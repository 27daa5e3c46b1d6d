import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readNow } from '../../src/platform/database/database.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { makeDepartment } from '../make/people.ts';
import { type Journey, openJourney, WAYS, type Walker } from './walk.ts';
import { carryThrough } from './winner.ts';

const TITLE = 'La mare aux hérissons';

/** A photograph of the works, each of its own colour. */
const photo = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer();

/** Goes on by so many days, and signs in again: sessions end after a month. */
async function later(
  journey: Journey,
  days: number,
  ...people: [Walker, Parameters<Journey['signIn']>[1]][]
) {
  journey.site.travel(`${41 + days} days`);
  for (const [walker, person] of people) await journey.signIn(walker, person);
}

/** From its own page, a step is told as done today. */
async function tellStep(walker: Walker, journey: Journey, stage: string, words: string) {
  await walker.part('table', 'Étapes').getByRole('link', { name: stage, exact: true }).click();
  await walker.arrives(`Étape : ${stage}`);
  const now = await readNow(journey.site.db);
  const day = new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Europe/Paris',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  });
  const date = walker.part('group', 'Date réelle');
  for (const { type, value } of day.formatToParts(now)) {
    const label = { day: 'Jour', month: 'Mois', year: 'Année' }[type as 'day'];
    if (label) await date.getByLabel(label).fill(value);
  }
  await walker.write({ 'Titre (facultatif)': words });
  await walker.press('Enregistrer l’étape');
  await walker.sees('L’étape est franchie. Les personnes qui suivent le projet en sont prévenues.');
}

/** The letter with such a subject: those of one moment leave in any order. */
async function hears({ site }: Journey, email: string, words: string) {
  await site.runJobs();
  const letters = site.mails.filter(({ to }) => to === email);
  expect(letters.map(({ subject }) => subject).join('\n')).toContain(words);
  return letters.find(({ subject }) => subject.includes(words))!;
}

/** What is told of the works, with three photographs, to all who follow them. */
async function tellNews(walker: Walker, title: string) {
  await walker.follow('Écrire une nouvelle');
  await walker.arrives('Écrire une nouvelle');
  await walker.write({ Titre: title, Texte: 'Trois haies plantées avec les enfants de l’école.' });
  await walker.press('Enregistrer le texte');
  for (const [alt, colour] of [
    ['La mare remplie, vue du pont', '#1B6B3A'],
    ['Une haie de charmes le long du chemin', '#7A4A12'],
    ['Les enfants posent un abri de bois', '#2A4D8F'],
  ] as const) {
    await walker
      .field('Image')
      .setInputFiles({ name: 'mare.jpg', mimeType: 'image/jpeg', buffer: await photo(colour) });
    await walker.write({ 'Description de l’image': alt });
    await walker.press('Ajouter l’image');
    await walker.sees('L’image est ajoutée.');
  }
  await walker.press('Publier la nouvelle');
  await walker.sees(
    'La nouvelle est publiée. Les personnes qui suivent le projet en sont prévenues.',
  );
}

describe.skipIf(!hasChromium)('Journey 10: from the result to the inauguration', () => {
  const journey = openJourney();

  it.each(WAYS)(
    'SC1 R59 R61 R62 R63 R81 R82 the last steps: a department advances a winner, who follows it hears of it, it is inaugurated, $way',
    async ({ scripts }) => {
      const holder = await journey.person({ nickname: `Mamie Vélo ${scripts}` });
      const { edition, number } = await carryThrough(journey, holder.id);
      const at = { edition: edition.slug, project: number };
      const parks = await makeDepartment(journey.site, { name: `Espaces verts ${scripts}` });
      const agathe = await journey.person({ roles: ['officer'] });
      const gardener = await journey.person({ roles: ['agent'], departmentId: parks.id });
      const neighbour = await journey.person();
      const officer = await journey.walker(scripts, { as: agathe });
      const agent = await journey.walker(scripts, { as: gardener });
      const resident = await journey.walker(scripts, { as: neighbour });

      // a neighbour wants to hear of it
      await resident.goTo(urls.results({ edition: edition.slug }));
      await resident.part('region', 'Projets retenus').getByRole('link').click();
      await resident
        .under('D’où cela vient, où cela mène')
        .getByRole('link', { name: TITLE })
        .click();
      await resident.arrives(`Suivi : ${TITLE}`);
      await resident.press(/^Suivre/);
      await resident.sees(/ses nouvelles vous parviendront/);

      // the officer says which department leads it; before that, its agents see nothing of it
      await agent.goTo(urls.ownDeliveries());
      await agent.sees('Aucune réalisation pour l’instant');
      await agent.goTo(urls.adminDelivery(at));
      await agent.arrives('Page introuvable');
      await officer.goTo(urls.adminDeliveries({ edition: edition.slug }));
      await officer.follow(new RegExp(TITLE));
      await officer.arrives(TITLE);
      await officer.field('Service pilote').selectOption(`Espaces verts ${scripts}`);
      await officer.field(/^Montant engagé/).fill('9 800,50');
      await officer.press('Enregistrer le pilotage et le budget');
      await officer.sees('Le pilotage et le budget sont enregistrés.');

      // its agent advances it, step after step
      await agent.goTo(urls.ownDeliveries());
      for (const [days, stage, words] of [
        [5, 'Étude', 'Le plan de la mare est dessiné'],
        [30, 'Marché', 'Une entreprise d’insertion est choisie'],
        [60, 'Travaux', 'La mare est creusée'],
      ] as const) {
        await later(journey, days, [agent, gardener]);
        await agent.goTo(urls.ownDeliveries());
        await agent.follow(TITLE);
        await tellStep(agent, journey, stage, words);
      }
      await tellNews(agent, 'Les haies sont plantées');
      for (const { email } of [neighbour, holder])
        await hears(journey, email, 'Les haies sont plantées');
      await later(journey, 70, [agent, gardener], [officer, agathe]);
      await agent.goTo(urls.adminDelivery(at));
      await tellStep(agent, journey, 'Livré', 'La mare est en eau');
      await hears(journey, neighbour.email, 'Livré');
      await officer.goTo(urls.adminDelivery(at));
      await officer.sees('La mare est en eau');
      await tellStep(officer, journey, 'Inauguré', 'Inaugurée par la maire avec Mamie Vélo');

      // the letter leads to the page, and the page to everything
      const letter = await hears(journey, neighbour.email, 'Inauguré');
      const anyone = await journey.walker(scripts);
      await anyone.goTo(/https?:\/\/[^/\s]+(\/\S*suivi\/\S*)/.exec(letter.text)![1]!);
      await anyone.arrives(`Suivi : ${TITLE}`);
      const diary = anyone.part('list', 'Le journal du projet');
      const items = (await diary.innerText()).replaceAll(/\s+/g, ' ');
      let after = -1;
      for (const words of [
        'Le plan de la mare est dessiné',
        'Une entreprise d’insertion est choisie',
        'La mare est creusée',
        'Les haies sont plantées',
        'La mare est en eau',
        'Inaugurée par la maire avec Mamie Vélo',
      ]) {
        expect(items.indexOf(words), words).toBeGreaterThan(after);
        after = items.indexOf(words);
      }
      const photos = diary.getByRole('img');
      expect(await photos.count()).toBe(3);
      expect(await photos.first().getAttribute('alt')).toBe('La mare remplie, vue du pont');
      await anyone.sees('Toutes les étapes sont franchies.', '9 800,50 €');
      await anyone.follow('Le résultat du vote');
      await anyone.arrives('Résultats du vote');
    },
  );
});
