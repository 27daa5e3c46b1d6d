import { describe, expect, it } from 'vitest';
import { makeList } from '../../src/rooms/lists/index.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { openJourney } from '../journeys/walk.ts';
import { makeHosted } from '../make/meetings.ts';
import { makeHelper } from '../make/requests.ts';
import { foundNetwork, insideOf } from './sc8-network.ts';

const WISH = 'Retour en régie publique de l’eau';

describe.skipIf(!hasChromium)('SC8 a network of elected members', () => {
  const journey = openJourney();

  it('SC8 R140 R142 R144 R147 R149 R150 R152 R153 R154 R155 R156 R157 W3 from a declared mandate to the minutes of the assembly', async () => {
    const { site } = journey;
    const network = await foundNetwork(journey);
    const { at, placeOf, component, organiser, elected } = network;
    const nadia = await journey.person({ nickname: 'Nadia Le Goff', isKnown: true });

    // she is not verified: the showcase, and nothing inside
    const member = await journey.walker(true, { as: nadia });
    for (const path of insideOf(network)) {
      const answer = await member.page.goto(path);
      expect(answer?.status(), path).toBe(403);
    }
    await member.follow('Lire la présentation du réseau');
    await member.follow('Déclarer mon mandat');
    await member.arrives('Mes mandats');
    await member.page.getByRole('link', { name: 'Déclarer mon mandat' }).first().click();
    await member.arrives('Déclarer mon mandat');
    await member.page.getByLabel(/^Strate/).selectOption({ label: 'Municipal' });
    await member.write({
      Fonction: 'Conseillère municipale',
      Délégation: 'déléguée à l’eau',
      Assemblée: 'Conseil municipal de Fleury',
      Territoire: 'Fleury',
    });
    for (const [part, value] of [
      ['day', '4'],
      ['month', '7'],
      ['year', '2020'],
    ])
      await member.page.locator(`[name="debut-${part}"]`).fill(value!);
    await member.page.locator('main').getByRole('button', { name: 'Déclarer mon mandat' }).click();
    await member.sees('Votre mandat est déclaré. L’équipe du réseau le vérifie.');

    // the team verifies it
    const team = await journey.walker(true, { as: organiser });
    await team.goTo(urls.adminMandates(at));
    await team.page.getByRole('link', { name: /déléguée à l’eau/ }).click();
    await team.press('Vérifier ce mandat');
    await member.goTo(urls.space(at));
    await member.arrives('Réseau des élu·es');
    await member.goTo(urls.directory(placeOf('directory')));
    const counted = await member.text();
    for (const words of [
      /Municipal\s:\s38/,
      /Départemental\s:\s8/,
      /Régional\s:\s4/,
      /National\s:\s2/,
    ])
      expect(counted).toMatch(words);

    // a wish, adopted; somebody of a département takes it up, and amends the copy
    await member.goTo(urls.depositDocument(placeOf('library')));
    await member.page.getByLabel(/^Type de document/).selectOption({ label: 'Vœu' });
    await member.write({
      Titre: WISH,
      Texte: 'Le conseil demande le retour en régie publique de l’eau avant 2031.',
    });
    await member.page.getByLabel(/^Résultat/).selectOption({ label: 'Adopté' });
    await member.press('Déposer');
    await member.sees('Votre document est déposé.');
    const wish = new URL(member.page.url()).pathname;
    const colleague = await journey.walker(true, { as: elected[37]! });
    await colleague.goTo(wish);
    await colleague.follow('Réutiliser');
    await colleague.write({ Titre: 'Vœu pour l’eau du département' });
    await colleague.press('Créer la copie adaptée');
    await colleague.sees('Votre copie adaptée est déposée.');
    await colleague.follow('Déposer une nouvelle version');
    await colleague.write({
      Texte: 'Le conseil départemental demande le retour en régie publique de l’eau avant 2028.',
      'Ce qui change': 'La date est avancée.',
    });
    await colleague.press('Déposer cette version');
    await colleague.sees('La nouvelle version est déposée.', /Versions \(2\)/);
    await member.goTo(wish);
    expect(await member.text()).toMatch(/1 (réutilisation|copie|adaptation|fois)/i);

    // a legal question, answered by somebody who knows
    const lawyer = elected[0]!;
    await makeHelper(site, component('requests').id, lawyer, { confirmedBy: organiser.id });
    await member.goTo(urls.askForHelp(placeOf('requests')));
    await member.tick('Juridique');
    await member.write({
      'Votre question en une phrase': 'Peut-on refuser une délégation de service public ?',
      'Ce qu’il faut savoir pour répondre': 'Le contrat court jusqu’en 2031.',
    });
    await member.press('Envoyer ma demande');
    const question = new URL(member.page.url()).pathname;
    const helper = await journey.walker(true, { as: lawyer });
    await helper.goTo(question);
    await helper.write({
      'Votre commentaire': 'Oui : le conseil délibère, et notifie un an avant.',
    });
    await helper.press('Publier mon commentaire');
    await helper.sees('Oui : le conseil délibère, et notifie un an avant.');
    await member.goTo(question);
    await member.page
      .getByRole('button', { name: /^Retenir cette réponse/ })
      .first()
      .click();
    await member.sees('La réponse retenue');
    const curious = await journey.walker(true, { as: elected[5]! });
    const hidden = await curious.page.goto(question);
    expect(hidden?.status(), 'asked in confidence').toBe(404);

    // her report is public; the wish is not
    await member.goTo(urls.depositDocument(placeOf('reports')));
    await member.write({ Titre: 'Deux ans de mandat', Texte: 'Ce que nous avons fait de l’eau.' });
    await member.tick('Tout le monde');
    await member.press('Déposer');
    await member.sees('Votre document est déposé.');
    const report = new URL(member.page.url()).pathname;
    const resident = await journey.walker(true);
    await resident.goTo(report);
    await resident.arrives('Deux ans de mandat');
    expect((await resident.page.goto(wish))?.status()).not.toBe(200);
    await resident.goTo(urls.space(at));
    await resident.sees('Vitrine du réseau');
    expect(await resident.text()).not.toContain(WISH);

    // an appeal on the grants of the State, signed by 31, each once
    await team.goTo(urls.newPetition(placeOf('mobilisations')));
    await team.tick('Appel');
    await team.write({
      Titre: 'Rendez-nous les dotations',
      'Le texte à signer': 'Nous demandons que les dotations suivent les charges.',
    });
    await team.tick('Les membres de cet espace seulement');
    await team.press('Enregistrer');
    await team.press('Publier et ouvrir aux signatures');
    await team.sees('La mobilisation est ouverte aux signatures.');
    const appeal = new URL(team.page.url()).pathname;
    const { number } = /\/mobilisations\/(?<number>\d+)/.exec(appeal)!.groups!;
    await member.goTo(appeal);
    await member.press('Signer');
    await member.sees('Merci, vous avez signé.');
    for (const { client, nickname } of [...elected.slice(0, 30), elected[0]!])
      await client.post(urls.signPetition({ petition: number! }), { nom: nickname, fonction: '' });
    await member.goTo(appeal);
    await member.sees(/Signé par 31 élu·es/);

    // the forum: date, name, message
    await member.goTo(urls.beginTopic(placeOf('topics')));
    await member.write({
      Titre: 'Tarifs de l’eau',
      'Votre message': 'Qui a voté le sien cette année ?',
    });
    await member.press('Publier');
    await colleague.goTo(urls.forum(placeOf('topics')));
    for (const head of ['Date', 'Nom', 'Message'])
      await colleague.page.getByRole('columnheader', { name: head }).waitFor();
    await colleague.sees('Tarifs de l’eau');

    // the discussion list, and its digest
    const made = await makeList(
      site.db,
      { organisationId: site.organisationId, by: organiser.id },
      component('mailing-list'),
      {
        localPart: 'elus',
        prefix: 'élu·es',
        strangers: 'refused',
        moderation: 'none',
        mostBytes: 10 * 1024 * 1024,
      },
    );
    if (!made.ok) throw new Error(made.refusal);
    await member.goTo(urls.listSubscription(placeOf('mailing-list')));
    await member.tick('Un résumé par jour');
    await member.press('M’abonner');
    await colleague.goTo(urls.listSubscription(placeOf('mailing-list')));
    await colleague.tick('Sur le site seulement');
    await colleague.press('M’abonner');
    await colleague.goTo(urls.listWrite(placeOf('mailing-list')));
    await colleague.write({ Objet: 'Réunion de rentrée', 'Votre message': 'Le 12, à 18 h ?' });
    await colleague.press('Envoyer à la liste');
    await colleague.sees('Réunion de rentrée');
    const { list } = made;
    await site.pool.query(
      `select graphile_worker.add_job('write-list-digest', json_build_object('organisationId', $1::text, 'listId', $2::text))`,
      [site.organisationId, list.id],
    );
    const digest = await journey.mailTo(nadia.email);
    expect(digest.text).toContain('Réunion de rentrée');
    expect(digest.text).not.toContain(elected[37]!.email);

    // somebody joins the team that keeps the network alive
    await colleague.goTo(urls.spaceTeam(at));
    await colleague.write({ 'Ce que vous aimeriez y faire': 'Tenir la liste de discussion.' });
    await colleague.press('Je veux rejoindre l’équipe');
    await colleague.sees('Votre demande est envoyée au binôme.');
    await team.goTo(urls.spaceTeam(at));
    await team.sees('Tenir la liste de discussion.');
    await team.page
      .getByRole('button', { name: /^Accepter/ })
      .first()
      .click();
    await team.sees('La personne fait maintenant partie de l’équipe. Elle est prévenue.');

    // the general assembly of 22 August, and its minutes
    await makeHosted(site, component('events').id, organiser.id, {
      title: 'Rencontre du 22 août',
    });
    await team.goTo(urls.newAssembly(placeOf('assemblies')));
    await team.write({ 'Intitulé de l’assemblée': 'Assemblée générale du 22 août' });
    await team.page.locator('[name="rencontre"]').selectOption({ index: 1 });
    await team.press('Préparer l’assemblée');
    await team.page.getByRole('link', { name: 'Ajouter un point' }).first().click();
    await team.write({ Intitulé: 'Adopter la charte du réseau', Texte: 'La charte, en entier.' });
    await team.press('Ajouter un point');
    await team.press('Convoquer l’assemblée');
    await team.sees('L’assemblée est convoquée.');
    const assembly = new URL(team.page.url()).pathname;
    await team.press('Ouvrir l’assemblée');
    await team.page.getByRole('link', { name: /^Mettre aux voix/ }).click();
    await team.press('Mettre aux voix');
    await team.sees('Le vote est ouvert.');
    const vote = new URL(team.page.url()).pathname;
    for (const walker of [member, colleague]) {
      await walker.goTo(assembly);
      await walker.page
        .getByRole('link', { name: /^Voter/ })
        .first()
        .click();
      await walker.tick('Pour');
      await walker.press('Voter');
      await walker.sees('C’est voté.');
    }
    await team.goTo(vote);
    await team.press('Clore le vote et compter');
    await team.sees('Résolution adoptée');
    await team.goTo(assembly);
    await team.press('Clore l’assemblée');
    await team.follow('Écrire le procès-verbal');
    await team.press('Publier le procès-verbal');
    await member.goTo(assembly);
    await member.sees('Procès-verbal', /Pour\s:\s2\svoix/);
  });
});
