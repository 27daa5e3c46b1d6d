import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { makeEdition } from '../make/editions.ts';
import { makePoll, makeProjects } from '../make/poll.ts';
import { type Journey, openJourney, WAYS, type Walker } from './walk.ts';

const PASSWORD = 'un tilleul devant la gare';
const TITLES = ['La mare aux hérissons', 'Un four à pain', 'Une fresque', 'La piste cyclable'];

/** An edition in its vote, with four projects to choose from. */
async function openVote({ site }: Journey): Promise<Edition> {
  const act = { organisationId: site.organisationId, by: null };
  const edition = await makeEdition(site, { phase: 'vote' });
  await makeProjects(site, act, edition, TITLES);
  await makePoll(site, act, edition);
  return edition;
}

async function choose(walker: Walker, ...titles: string[]): Promise<void> {
  for (const title of titles) {
    await walker.press(`Choisir ce projet « ${title} »`);
    await walker.button(`Retirer de mon choix « ${title} »`).waitFor();
  }
}

/** « K7QF… », without its spaces. */
async function readCode(walker: Walker): Promise<string> {
  await walker.arrives('Votre vote est déposé');
  const receipt = await walker.text();
  const [, code] = /Votre code de suivi ([0-9A-Z ]{52,70})/i.exec(receipt) ?? [];
  expect(code, receipt).toBeDefined();
  return code!.replaceAll(' ', '').slice(0, 52);
}

/** What the proof page says of a code. */
async function prove(walker: Walker, edition: Edition, code: string): Promise<string> {
  await walker.goTo(urls.voteProof({ edition: edition.slug }));
  await walker.write({ 'Code de suivi': code });
  await walker.press('Vérifier');
  await walker.sees(
    /Ce bulletin est dans l’urne|ce bulletin est dans l’urne|ne correspond à aucun/,
  );
  return walker.text();
}

describe.skipIf(!hasChromium)('Journey 5: a vote', () => {
  const journey = openJourney();

  describe.each(WAYS)('$way', ({ scripts }) => {
    it('R76 R69 SC1 chooses three, is refused a fourth, signs in, says who they are, and casts (A6)', async () => {
      const edition = await openVote(journey);
      const person = await journey.person({ password: PASSWORD, birthDate: null, residence: null });
      const walker = await journey.walker(scripts);
      await walker.goTo(urls.edition({ edition: edition.slug }));
      await walker.part('navigation', edition.title).getByRole('link', { name: 'Vote' }).click();
      await walker.arrives('Je vote');
      await walker.sees('Personne n’a encore voté');

      await choose(walker, ...TITLES.slice(0, 3));
      await walker.sees('3 projets choisis sur 3', 'votre sélection est complète');
      await walker.press(`Choisir ce projet « ${TITLES[3]} »`);
      await walker.sees('Vous avez déjà choisi 3 projets, le maximum.');
      expect(await walker.button(`Retirer de mon choix « ${TITLES[3]} »`).count()).toBe(0);

      await walker.page.goto(urls.vote({ edition: edition.slug }));
      await walker.sees('3 projets choisis sur 3');
      await walker.press(`Retirer de mon choix « ${TITLES[1]} »`);
      await walker.sees('2 projets choisis sur 3', 'vous pouvez en choisir encore 1');
      await choose(walker, TITLES[3]!);

      await walker.link('Vérifier et déposer').last().click();
      await walker.arrives('Vérifier mon vote');
      await walker.sees(
        'Connectez-vous pour déposer votre vote',
        'Votre vote n’est pas encore déposé',
      );
      await walker.page.locator('main').getByRole('link', { name: 'Se connecter' }).click();
      await walker.write({ Courriel: person.email, 'Mot de passe': PASSWORD });
      await walker.press('Me connecter');

      await walker.arrives('Vérifier mon vote');
      await walker.sees('Encore deux questions avant de voter');
      await walker.follow('Répondre et revenir ici');
      await walker.write({ Jour: '31', Mois: '8', Année: '1951' });
      await walker.tick('Oui, j’habite à Fleury');
      await walker.press('Déclarer et continuer');

      await walker.arrives('Vérifier mon vote');
      const chosen = await walker.text();
      for (const title of [TITLES[0]!, TITLES[2]!, TITLES[3]!]) expect(chosen).toContain(title);
      expect(chosen).not.toContain(TITLES[1]);
      await walker.sees('Ensemble, ces projets coûtent 30 000 €.');
      await walker.press('Déposer mon vote');
      const code = await readCode(walker);
      await walker.sees(scripts ? 'par votre navigateur' : 'par le serveur');
      // the receipt can be read again, in this browser
      await walker.page.goto(urls.voteReceipt({ edition: edition.slug }));
      expect(await readCode(walker)).toBe(code);
      expect(await prove(walker, edition, code)).toContain('est dans l’urne');
      await walker.goTo(urls.vote({ edition: edition.slug }));
      await walker.sees('1 personne a voté', 'Vous avez déjà déposé un vote');
      expect(await walker.text(), 'nothing shows what was chosen').toContain('0 projet');
    });

    it('R76 changes their vote until the close: a new code counts, the old one does not', async () => {
      const edition = await openVote(journey);
      const walker = await journey.walker(scripts, { as: await journey.person() });
      const codes: string[] = [];
      for (const title of TITLES.slice(0, 2)) {
        await walker.goTo(urls.vote({ edition: edition.slug }));
        await choose(walker, title);
        await walker.link('Vérifier et déposer').last().click();
        await walker.arrives('Vérifier mon vote');
        if (codes.length > 0) await walker.sees('Vous avez déjà voté : ce bulletin remplacera');
        await walker.press('Déposer mon vote');
        codes.push(await readCode(walker));
      }
      expect(codes[0]).not.toBe(codes[1]);
      expect(await prove(walker, edition, codes[0]!)).toContain('ne correspond à aucun bulletin');
      expect(await prove(walker, edition, codes[1]!)).toContain('est dans l’urne');
      await walker.goTo(urls.vote({ edition: edition.slug }));
      await walker.sees('1 personne a voté');

      journey.site.travel('11 days');
      await walker.goTo(urls.vote({ edition: edition.slug }));
      await walker.arrives('Le vote est terminé');
      await walker.goTo(urls.voteReview({ edition: edition.slug }));
      await walker.arrives('Le vote est terminé');
    });

    it('R76 a basket that is not cast says so loudly, on every page where it matters', async () => {
      const edition = await openVote(journey);
      const walker = await journey.walker(scripts);
      await walker.goTo(urls.vote({ edition: edition.slug }));
      await choose(walker, TITLES[0]!);
      await walker.sees('Vous avez fait 1 choix, mais votre vote n’est pas encore déposé.');
      // another window of the same browser knows it too
      const other = await walker.context.newPage();
      await other.goto(urls.vote({ edition: edition.slug }));
      await other.getByText('1 projet choisi sur 3').waitFor();
      await other.close();
      await walker.page.reload();
      await walker.sees('1 projet choisi sur 3', 'Votre vote n’est pas encore déposé');
      await walker.goTo(urls.edition({ edition: edition.slug }));
      await walker.sees('Vous avez fait 1 choix, mais votre vote n’est pas encore déposé.');
    });

    it('R76 a lost connection loses nothing: the same ballot arrives once', async () => {
      const edition = await openVote(journey);
      const walker = await journey.walker(scripts, { as: await journey.person() });
      await walker.goTo(urls.vote({ edition: edition.slug }));
      await choose(walker, TITLES[0]!);
      if (scripts) {
        // choosing needs no network
        await walker.context.setOffline(true);
        await choose(walker, TITLES[1]!);
        await walker.sees('2 projets choisis sur 3');
        await walker.context.setOffline(false);
        await walker.page.reload();
        await walker.sees('2 projets choisis sur 3');
      }
      await walker.link('Vérifier et déposer').last().click();
      await walker.arrives('Vérifier mon vote');
      await walker.context.setOffline(true);
      await walker.press('Déposer mon vote');
      if (scripts) await walker.sees('Votre vote n’est pas encore arrivé');
      await walker.context.setOffline(false);
      if (!scripts) {
        await walker.goTo(urls.voteReview({ edition: edition.slug }));
        await walker.press('Déposer mon vote');
      }
      await readCode(walker);
      await walker.goTo(urls.vote({ edition: edition.slug }));
      await walker.sees('1 personne a voté');
    });
  });
});
