import { describe, expect, it } from 'vitest';
import { hasChromium } from '../browser.ts';
import { codeIn, linkIn } from '../make/mails.ts';
import { openJourney, WAYS, type Walker } from './walk.ts';

const PASSWORD = 'un tilleul devant la gare';
let made = 0;

/** Somebody new: « Camille 3 », with an address of her own. */
function newcomer() {
  made += 1;
  return {
    name: 'Camille Durand',
    nickname: `Camille ${made}`,
    email: `camille-${made}@exemple.fr`,
  };
}

async function signUp(walker: Walker, who: ReturnType<typeof newcomer>): Promise<void> {
  await walker.goTo('/');
  await walker.openMenu();
  await walker.part('navigation', 'Navigation principale').waitFor();
  await walker.link('Créer mon compte').filter({ visible: true }).first().click();
  await walker.arrives('Créer mon compte');
  await walker.write({
    Nom: who.name,
    Surnom: who.nickname,
    Courriel: who.email,
    'Mot de passe': PASSWORD,
  });
  await walker.tick('J’ai lu et j’accepte la charte de participation');
  await walker.press('Créer mon compte');
  await walker.arrives('Regardez vos courriels');
}

async function signOut(walker: Walker): Promise<void> {
  await walker.goTo('/compte');
  await walker.page.locator('main').getByRole('button', { name: 'Se déconnecter' }).click();
  await walker.sees('Vous êtes déconnecté·e.');
}

async function signIn(walker: Walker, email: string, password: string): Promise<void> {
  await walker.goTo('/connexion');
  await walker.write({ Courriel: email, 'Mot de passe': password });
  await walker.press('Me connecter');
}

describe.skipIf(!hasChromium)('Journey 1: an account', () => {
  const journey = openJourney();

  describe.each(WAYS)('$way', ({ scripts }) => {
    it('R70 R96 asks for four lines and the charter, nothing else, and keeps what was typed', async () => {
      const walker = await journey.walker(scripts);
      const who = newcomer();
      await walker.goTo('/inscription');
      const asked = walker.page.locator('main input:not([type=hidden], [tabindex="-1"])');
      expect(
        await asked.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).type)),
      ).toEqual(['text', 'text', 'email', 'password', 'checkbox']);

      await walker.write({ Nom: who.name, Surnom: who.nickname, Courriel: who.email });
      await walker.write({ 'Mot de passe': PASSWORD });
      await walker.press('Créer mon compte');
      await walker.sees('Il y a un point à corriger', 'Cochez cette case pour créer votre compte');
      expect(await walker.page.title()).toMatch(/^Erreur\s: Créer mon compte/);
      expect(await walker.field('Surnom').inputValue()).toBe(who.nickname);
      expect(await walker.field('Courriel').inputValue()).toBe(who.email);
      // the summary leads to the box itself
      await walker.page.getByRole('alert').getByRole('link').click();
      const charter = walker.field('J’ai lu et j’accepte la charte de participation');
      if (scripts)
        expect(await charter.evaluate((box) => box === document.activeElement)).toBe(true);
      else expect(new URL(walker.page.url()).hash).toBe(`#${await charter.getAttribute('id')}`);

      const opened = walker.context.waitForEvent('page');
      await walker.follow('Lire la charte (nouvel onglet)');
      await (await opened).getByText('Je participe avec respect.').waitFor();
    });

    it('R70 R96 an account is confirmed by the link of the mail, then entered by its password', async () => {
      const walker = await journey.walker(scripts);
      const who = newcomer();
      await signUp(walker, who);
      const mail = await journey.mailTo(who.email);
      expect(mail.subject).toContain('Confirmez votre compte');
      await walker.goTo(linkIn(mail));
      await walker.arrives('Confirmer mon compte');
      await walker.press('Confirmer mon compte');
      await walker.sees('Votre compte est confirmé. Bienvenue');

      await signOut(walker);
      await signIn(walker, who.email, 'un autre mot de passe');
      await walker.sees('Cette adresse et ce mot de passe ne vont pas ensemble.');
      await signIn(walker, who.email, PASSWORD);
      await walker.sees('Vous êtes connecté·e.');
      await walker.openMenu();
      await walker.follow(`Mon compte : ${who.nickname}`);
      await walker.arrives('Mon compte');
      // birth date and residence are asked at the first act that needs them (R69)
      await walker.sees('Pas encore demandée');
    });

    it('R70 an account is confirmed by the code of the mail; its link asks the password elsewhere', async () => {
      const walker = await journey.walker(scripts);
      const who = newcomer();
      await signUp(walker, who);
      const mail = await journey.mailTo(who.email);
      const elsewhere = await journey.walker(scripts);
      await elsewhere.goTo(linkIn(mail));
      await elsewhere.sees('Ce compte a été demandé sur un autre appareil.');
      await elsewhere.press('Confirmer mon compte');
      await elsewhere.sees('Ce n’est pas le mot de passe choisi à l’inscription.');

      await walker.write({ 'Code à 8 chiffres': '0000 0000' });
      await walker.press('Confirmer mon compte');
      await walker.sees('Ce code ne convient pas');
      await walker.write({ 'Code à 8 chiffres': codeIn(mail) });
      await walker.press('Confirmer mon compte');
      await walker.sees('Votre compte est confirmé. Bienvenue');
    });

    it('A4 signs in by a mailed code, pasted with its space', async () => {
      const walker = await journey.walker(scripts);
      const { email } = await journey.person();
      await walker.goTo('/connexion');
      await walker.follow('Recevoir un code par courriel');
      await walker.write({ Courriel: email });
      await walker.press('Envoyer le code');
      await walker.arrives('Saisir le code reçu');
      await walker.write({ 'Code à 8 chiffres': codeIn(await journey.mailTo(email)) });
      await walker.press('Me connecter');
      await walker.sees('Vous êtes connecté·e.');
    });

    it('chooses a new password when the old one is forgotten', async () => {
      const walker = await journey.walker(scripts);
      const { email } = await journey.person();
      await walker.goTo('/connexion');
      await walker.follow('Mot de passe oublié ?');
      await walker.write({ Courriel: email });
      await walker.press('Envoyer le lien');
      await walker.sees('Si un compte existe à cette adresse');
      await walker.goTo(linkIn(await journey.mailTo(email)));
      await walker.arrives('Choisir un nouveau mot de passe');
      await walker.write({ 'Nouveau mot de passe': 'court' });
      await walker.press('Enregistrer ce mot de passe');
      await walker.sees('Ce mot de passe est trop court');
      await walker.write({ 'Nouveau mot de passe': 'la mare aux hérissons' });
      await walker.press('Enregistrer ce mot de passe');
      await walker.sees('Votre mot de passe est enregistré.');
      expect((await journey.mailTo(email)).subject).toContain('Votre mot de passe a changé');
      await signOut(walker);
      await signIn(walker, email, 'la mare aux hérissons');
      await walker.sees('Vous êtes connecté·e.');
    });

    it('changes the e-mail address, once the new one is proven', async () => {
      const person = await journey.person({ password: PASSWORD });
      const walker = await journey.walker(scripts, { as: person });
      const { email } = newcomer();
      await walker.goTo('/compte');
      await walker.follow('Modifier l’adresse de courriel');
      await walker.write({
        'Nouvelle adresse de courriel': email,
        'Mot de passe actuel': PASSWORD,
      });
      await walker.press('Envoyer le lien');
      await walker.sees('Un lien vient d’être envoyé à la nouvelle adresse.', person.email);
      await walker.goTo(linkIn(await journey.mailTo(email)));
      await walker.press('Utiliser cette adresse');
      await walker.sees('Votre adresse de courriel est changée.');
      expect((await journey.mailTo(person.email)).text).toContain(email);
      await signOut(walker);
      await signIn(walker, email, PASSWORD);
      await walker.sees('Vous êtes connecté·e.');
    });

    it('lists the devices that are signed in, and closes one', async () => {
      const person = await journey.person({ password: PASSWORD });
      const walker = await journey.walker(scripts);
      await signIn(walker, person.email, PASSWORD);
      await walker.goTo('/compte');
      await walker.follow('Voir mes appareils');
      await walker.arrives('Mes appareils connectés');
      const devices = walker.part('list', 'Appareils').getByRole('listitem');
      expect(await devices.count()).toBe(2);
      await walker.press(/^Déconnecter Firefox/);
      await walker.sees('Cet appareil est déconnecté.', 'Aucun autre appareil n’est connecté.');
      expect((await person.client.send('/compte')).status).toBe(303);
    });
  });
});
