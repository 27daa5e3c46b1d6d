import { describe, expect, it } from 'vitest';
import { readNow } from '../../src/platform/database/database.ts';
import { type Edition, findEdition, findPhase, type Step } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { decideAll } from '../make/decisions.ts';
import { makeIdea } from '../make/ideas.ts';
import { type Journey, openJourney, WAYS, type Walker } from './walk.ts';

const DAY = 86_400_000;

/** Goes to the day after a step begins, by this site's clock. */
async function travelTo({ site }: Journey, edition: Edition, step: Step): Promise<void> {
  site.travel(null);
  const from = (await readNow(site.db)).getTime();
  const { startsAt } = findPhase(edition, step)!;
  site.travel(`${Math.ceil((startsAt.getTime() + DAY - from) / 1000)} seconds`);
}

/** From the page of an edition in the back office to one of its parts. */
async function open(officer: Walker, slug: string, part: string): Promise<void> {
  await officer.goTo(urls.adminEdition({ edition: slug }));
  await officer
    .part('navigation', 'Cette édition')
    .getByRole('link', { name: part, exact: true })
    .click();
}

/** From a preset, each step in turn, its name and address changed, one mistake mended on the way. */
async function prepareEdition(officer: Walker, slug: string): Promise<void> {
  await officer.goTo('/administration');
  await officer.link('Préparer une édition').first().click();
  await officer.arrives('Préparer une édition');
  await officer.field('Composer le budget').check();
  await officer.press('Continuer');
  await officer.arrives('Nom et présentation');
  await officer.sees('L’édition est enregistrée. Elle n’est pas encore publique.');
  await officer.write({ Titre: `Budget participatif ${slug}`, 'Nom dans l’adresse': slug });
  await officer.press('Continuer');
  await officer.arrives('Catégories et quartiers');
  await officer.press('Continuer');
  await officer.arrives('Enveloppe et plafonds');
  await officer.field('Plafond par projet (facultatif)').first().fill('');
  await officer.write({ Enveloppe: '' });
  await officer.press('Continuer');
  await officer.sees('Indiquez le montant de l’enveloppe, plus grand que zéro.');
  await officer.write({ Enveloppe: '100 000' });
  await officer.press('Continuer');
  await officer.arrives('Qui participe, et comment');
  await officer.field('Choisir des projets').check();
  await officer.write({ 'Projets à choisir au plus': '3' });
  for (const next of [
    'Critères de recevabilité',
    'Services et référent·es',
    'Calendrier',
    'Textes d’aide',
    'Règlement et délibération',
    'Ouvrir l’édition au public',
  ]) {
    await officer.press('Continuer');
    await officer.arrives(next);
  }
}

async function makeProject(officer: Walker, values: Record<string, string>): Promise<void> {
  await officer.arrives('Nouveau projet');
  await officer.write(values);
  await officer.press('Enregistrer le projet');
  await officer.sees('Le projet est enregistré.');
}

describe.skipIf(!hasChromium)('Journey 4: an officer', () => {
  const journey = openJourney();

  it.each(WAYS)(
    'R31 SC1 opens an edition from the template, makes projects of ideas, freezes the list, opens the poll, $way',
    async ({ scripts }) => {
      const slug = scripts ? '2027' : '2028';
      const at = { edition: slug };
      const agathe = await journey.person({ roles: ['officer'], nickname: `Agathe ${slug}` });
      const officer = await journey.walker(scripts, { as: agathe });
      const anyone = await journey.walker(scripts);

      await prepareEdition(officer, slug);
      await anyone.goTo(urls.edition(at));
      await anyone.arrives('Page introuvable');
      // left, and taken up where it was
      await officer.goTo(urls.adminEditionSetup(at));
      await officer.arrives('Ouvrir l’édition au public');
      await officer.tick('J’ai relu le règlement, il peut être publié');
      await officer.press('Ouvrir l’édition');
      await officer.sees('L’édition est ouverte : tout le monde peut la voir.');

      const edition = (await findEdition(journey.site.db, journey.site.organisationId, slug))!;
      expect(edition.phases.map(({ step }) => step)).toHaveLength(5);
      await anyone.goTo(urls.edition(at));
      await anyone.arrives(edition.title);
      for (const step of ['Dépôt des idées', 'Étude', 'Mobilisation', 'Vote', 'Réalisation'])
        await anyone.sees(step);
      await anyone.goTo(urls.rules(at));
      await anyone.sees('une enveloppe de 100 000 €');

      await travelTo(journey, edition, 'collection');
      const ideas = [];
      for (const title of ['Une mare', 'Des hérissons', 'Un four à pain', 'Un tunnel'])
        ideas.push(await makeIdea(journey.site, edition, { title }));

      await travelTo(journey, edition, 'study');
      await journey.signIn(officer, agathe);
      await open(officer, slug, 'Idées');
      await officer.arrives('Idées de l’édition');
      for (const { number } of ideas.slice(0, 2))
        await officer.field(`Choisir l’idée n° ${number}`).check();
      await officer.press('Faire un projet des idées cochées');
      await makeProject(officer, {
        Titre: 'La mare aux hérissons',
        'Coût estimé': '12 500,50',
        Lieu: 'Parc de la Mairie',
      });
      await open(officer, slug, 'Idées');
      await officer.follow(`Faire un projet de l’idée n° ${ideas[2]!.number}`);
      expect(await officer.field('Titre').inputValue()).toBe('Un four à pain');
      await makeProject(officer, { 'Coût estimé': '9000' });
      await open(officer, slug, 'Idées');
      await officer.follow(`Faire un projet de l’idée n° ${ideas[3]!.number}`);
      await makeProject(officer, { 'Coût estimé': '25 000' });
      await anyone.goTo(urls.projects(at));
      await anyone.sees('La liste des projets n’est pas encore publiée');

      // each idea has its decision before a list is frozen: SC6 walks that way
      await decideAll(
        journey.site,
        { organisationId: journey.site.organisationId, by: agathe.id },
        edition.id,
      );
      await open(officer, slug, 'Projets et liste');
      await officer.sees('46 500,50 €');
      await officer.follow('Relire et arrêter la liste');
      await officer.arrives('Arrêter la liste des projets');
      await officer.sees('La liste contient 3 projets, pour 46 500,50 € au total.');
      await officer.press('Arrêter la liste');
      await officer.sees('La liste est arrêtée et numérotée.', 'N° 1', 'N° 3');

      await travelTo(journey, edition, 'campaign');
      await journey.signIn(officer, agathe);
      await anyone.goTo(urls.projects(at));
      await anyone.arrives('Les projets');
      await anyone.sees('La mare aux hérissons', '3 projets');
      await anyone.goTo(urls.vote(at));
      await anyone.arrives('Le vote n’est pas encore ouvert');

      await open(officer, slug, 'Scrutin');
      await officer.sees('La liste figée compte 3 projets.');
      await officer.write({ 'Choix au plus': '4' });
      await officer.press('Continuer');
      await officer.sees('Choisissez des nombres entre 1 et le nombre de projets');
      await officer.write({ 'Choix au plus': '3' });
      await officer.press('Continuer');
      await officer.arrives('Ouvrir ce scrutin ?');
      await officer.press('Ouvrir le scrutin');
      await officer.sees('Le scrutin est ouvert.', 'Ouvert, le vote commencera à la date dite');
      await anyone.goTo(urls.vote(at));
      await anyone.arrives('Le vote n’est pas encore ouvert');
      await travelTo(journey, edition, 'vote');
      await anyone.goTo(urls.vote(at));
      await anyone.arrives('Je vote');
      await anyone.sees('Choisissez autant de projets que vous voulez parmi les 3 de la liste.');
    },
  );
});
