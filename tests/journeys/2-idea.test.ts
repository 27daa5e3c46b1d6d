import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { makeEdition } from '../make/editions.ts';
import { giveSupport, makeIdea } from '../make/ideas.ts';
import { linkIn } from '../make/mails.ts';
import { type Journey, openJourney, WAYS, type Walker } from './walk.ts';

const PASSWORD = 'un tilleul devant la gare';
const TITLE = 'Un jardin partager derrière la gare';
const BODY = 'Des bacs à hauteur de fauteuil, un composteur et trois bancs.';

/** A collection of ideas in which somebody has already asked for a shared garden. */
async function openCollection({ site }: Journey): Promise<Edition> {
  const edition = await makeEdition(site, { phase: 'collection' });
  await makeIdea(site, edition, {
    title: 'Jardins partagés près de la GARE',
    category: 'ecologie',
  });
  await makeIdea(site, edition, { title: 'Un terrain de pétanque', category: 'sport' });
  return edition;
}

async function makePicture(): Promise<Buffer> {
  const create = { width: 900, height: 600, channels: 3 as const, background: '#1b6b3a' };
  return sharp({ create }).png().toBuffer();
}

async function begin(walker: Walker, edition: Edition): Promise<void> {
  await walker.goTo(urls.edition({ edition: edition.slug }));
  await walker.follow('Déposer mon idée');
  await walker.arrives('Quelle est votre idée ?');
}

async function writeText(walker: Walker): Promise<void> {
  await walker.write({ Titre: TITLE, Description: BODY });
  await walker.tick('Écologie');
}

async function signIn(walker: Walker, email: string): Promise<void> {
  await walker.write({ Courriel: email, 'Mot de passe': PASSWORD });
  await walker.press('Me connecter');
}

describe.skipIf(!hasChromium)('Journey 2: an idea', () => {
  const journey = openJourney();

  describe.each(WAYS)('$way', ({ scripts }) => {
    it('R34 R69 R72 R73 R112 R113 R114 goes from a blank page to the public one, asked who they are on the way', async () => {
      const edition = await openCollection(journey);
      const person = await journey.person({
        name: 'Camille Durand',
        nickname: `Petite Ourse ${scripts}`,
        password: PASSWORD,
        birthDate: null,
        residence: null,
      });
      const walker = await journey.walker(scripts);
      await begin(walker, edition);
      await walker.press('Continuer');
      await walker.sees('Donnez un titre à votre idée.', 'Choisissez une catégorie.');
      // 1500 characters as a person counts them: this one is four for a machine
      const tree = '👩🏽‍🌾';
      await walker.write({ Titre: TITLE, Description: tree.repeat(1501) });
      await walker.tick('Écologie');
      if (scripts) await walker.sees('1 caractère de trop');
      await walker.press('Continuer');
      await walker.sees('La description dépasse 1 500 caractères');
      expect(await walker.field('Titre').inputValue()).toBe(TITLE);
      await walker.write({ Description: `${BODY} ${tree.repeat(1500 - BODY.length - 1)}` });
      await walker.press('Continuer');

      await walker.arrives('Votre idée existe-t-elle déjà ?');
      await walker.sees('Jardins partagés près de la GARE');
      expect(await walker.text()).not.toContain('pétanque');
      await walker.press('Mon idée est différente : continuer');

      await walker.arrives('Où se situe votre idée ?');
      await walker.write({ 'Le lieu, en quelques mots': 'Derrière la gare' });
      await walker.press('Continuer');

      await walker.arrives('Une image ou un document à joindre ?');
      const file = walker.field('Fichier');
      await file.setInputFiles({
        name: 'plan.png',
        mimeType: 'image/png',
        buffer: Buffer.from('<svg/>'),
      });
      await walker.press('Ajouter ce fichier');
      await walker.sees(/Ce fichier n’est ni une image/);
      await file.setInputFiles({
        name: 'terrain.png',
        mimeType: 'image/png',
        buffer: await makePicture(),
      });
      await walker.write({ 'Que montre ce fichier ?': 'Le terrain vide derrière la gare' });
      await walker.press('Ajouter ce fichier');
      await walker.sees('Le fichier est joint.', '1 fichier joint sur');
      const printed = await (await journey.walker(true)).page.pdf();
      await file.setInputFiles({
        name: 'croquis.pdf',
        mimeType: 'application/pdf',
        buffer: printed,
      });
      await walker.press('Continuer');

      await walker.arrives('Tout est-il comme vous le voulez ?');
      await walker.page.getByRole('img', { name: 'Le terrain vide derrière la gare' }).waitFor();
      await walker.sees(/^croquis\.pdf/);
      await walker.press('Me connecter et publier');
      await signIn(walker, person.email);
      await walker.arrives('Tout est-il comme vous le voulez ?');
      await walker.press('Indiquer ma date de naissance et ma résidence');
      await walker.write({ Jour: '5', Mois: '3', Année: '2004' });
      await walker.tick('Oui, j’habite à Fleury');
      await walker.press('Déclarer et continuer');
      await walker.arrives('Tout est-il comme vous le voulez ?');
      await walker.press('Publier mon idée');

      await walker.arrives(TITLE);
      await walker.sees('Votre idée est publiée.');
      const mail = await journey.mailTo(person.email);
      expect(mail.subject).toContain(TITLE);
      expect(mail.text).toContain('Tant que personne ne la soutient, vous pouvez la corriger');

      const anyone = await journey.walker(scripts);
      await anyone.goTo(linkIn(mail));
      await anyone.arrives(TITLE);
      await anyone.sees(BODY.slice(0, 30), `par ${person.nickname}`, 'Écologie');
      expect(await anyone.text()).not.toContain('Camille Durand');
      const picture = anyone.page.getByRole('img', { name: 'Le terrain vide derrière la gare' });
      await picture.scrollIntoViewIfNeeded();
      if (scripts)
        await anyone.page.waitForFunction(
          (one) => (one as HTMLImageElement)?.naturalWidth > 0,
          await picture.elementHandle(),
        );
      const document = await anyone.link(/croquis\.pdf/).getAttribute('href');
      expect((await anyone.context.request.get(document!)).headers()['content-type']).toBe(
        'application/pdf',
      );
    });

    it('R113 supports the idea that was already there, and stops', async () => {
      const edition = await openCollection(journey);
      const walker = await journey.walker(scripts, { as: await journey.person() });
      await begin(walker, edition);
      await writeText(walker);
      await walker.press('Continuer');
      await walker.press(
        'Soutenir cette idée et m’arrêter là l’idée « Jardins partagés près de la GARE »',
      );
      await walker.arrives('Jardins partagés près de la GARE');
      await walker.sees(
        'Votre soutien est compté. Votre brouillon est gardé, au cas où.',
        '1 soutien',
      );
    });

    it('R115 R116 corrects an idea until somebody supports it, and never deletes it', async () => {
      const edition = await openCollection(journey);
      const author = await journey.person();
      const idea = await makeIdea(journey.site, edition, {
        title: 'Un banc au soleil',
        authorId: author.id,
      });
      const walker = await journey.walker(scripts, { as: author });
      const at = urls.idea({ edition: edition.slug, idea: idea.number });
      await walker.goTo(at);
      await walker.follow('Modifier mon idée');
      await walker.write({ Titre: 'Deux bancs au soleil' });
      await walker.press('Enregistrer les modifications');
      await walker.sees('Votre idée est modifiée.');
      await walker.arrives('Deux bancs au soleil');

      // somebody supports it between the opening of the form and its sending
      await walker.follow('Modifier mon idée');
      await giveSupport(journey.site, idea.id, (await journey.person()).id);
      await walker.write({ Titre: 'Trois bancs au soleil' });
      await walker.press('Enregistrer les modifications');
      await walker.sees('Une personne soutient déjà votre idée : son texte ne change plus.');
      await walker.goTo(at);
      await walker.arrives('Deux bancs au soleil');
      expect(await walker.link('Modifier mon idée').count()).toBe(0);
      expect(await walker.button(/supprimer|retirer mon idée/i).count()).toBe(0);

      const late = await makeIdea(journey.site, edition, { authorId: author.id });
      journey.site.travel('16 minutes');
      await walker.goTo(urls.editIdea({ edition: edition.slug, idea: late.number }));
      await walker.sees('Le temps pour corriger votre idée est écoulé.');
    });

    it('R75 says before anything is lost that five ideas are the most', async () => {
      const edition = await openCollection(journey);
      const author = await journey.person();
      for (let made = 0; made < 5; made += 1)
        await makeIdea(journey.site, edition, { authorId: author.id });
      const walker = await journey.walker(scripts, { as: author });
      await begin(walker, edition);
      await walker.write({ Titre: 'Une fontaine à boire', Description: 'Place du marché.' });
      await walker.tick('Loisirs');
      await walker.press('Continuer');
      await walker.arrives('Où se situe votre idée ?');
      await walker.press('Continuer');
      await walker.arrives('Une image ou un document à joindre ?');
      await walker.press('Continuer');
      await walker.sees(
        'Vous avez déjà publié 5 idées dans cette édition, le maximum. Votre brouillon est gardé',
      );
      expect(await walker.button('Publier mon idée').count()).toBe(0);
    });

    it('R73 a draft survives a closed window, a reload and a lost session', async () => {
      const edition = await openCollection(journey);
      const person = await journey.person({ password: PASSWORD });
      const walker = await journey.walker(scripts, { as: person });
      await begin(walker, edition);
      await writeText(walker);
      if (scripts) await walker.sees('Brouillon enregistré');
      else await walker.press('Continuer');
      await walker.reopen();

      await walker.goTo(urls.edition({ edition: edition.slug }));
      await walker.follow('Déposer mon idée');
      await walker.sees('Vous avez déjà commencé');
      await walker.follow(TITLE);
      await walker.arrives('Quelle est votre idée ?');
      expect(await walker.field('Description').inputValue()).toBe(BODY);
      await walker.page.reload();
      expect(await walker.field('Titre').inputValue()).toBe(TITLE);
      expect(await walker.field('Écologie').isChecked()).toBe(true);

      // the session ends while one writes: what was typed comes along to the sign-in and back
      walker.watched.expected.push(/\/brouillon/);
      await walker.context.clearCookies();
      await walker.write({ Description: `${BODY} Et une cabane à outils.` });
      await walker.press('Continuer');
      await walker.arrives('Se connecter');
      await walker.sees('Votre session s’était terminée. Ce que vous avez écrit est gardé');
      await signIn(walker, person.email);
      await walker.arrives('Quelle est votre idée ?');
      expect(await walker.field('Description').inputValue()).toBe(
        `${BODY} Et une cabane à outils.`,
      );
    });
  });

  it('R73 a draft written while the connection is away is kept on the device, then saved', async () => {
    const edition = await openCollection(journey);
    const walker = await journey.walker(true);
    await begin(walker, edition);
    const address = walker.page.url();
    await walker.context.setOffline(true);
    await writeText(walker);
    await walker.sees('Pas de connexion : votre texte est gardé sur cet appareil');
    await walker.reopen();
    await walker.context.setOffline(false);
    await walker.page.goto(address);
    await walker.sees('Votre dernier texte, gardé sur cet appareil, a été repris.');
    expect(await walker.field('Titre').inputValue()).toBe(TITLE);
    await walker.press('Continuer');
    await walker.arrives('Votre idée existe-t-elle déjà ?');
  });
});
