import { describe, expect, it } from 'vitest';
import type { ComponentKind } from '../../src/rooms/consultations/index.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { openJourney, type Walker } from '../journeys/walk.ts';
import { makeElected } from '../make/mandates.ts';
import { makeHosted } from '../make/meetings.ts';
import { makeNetwork } from '../make/network.ts';
import { makePerson } from '../make/people.ts';

const KINDS: readonly ComponentKind[] = ['directory', 'statutes', 'events', 'assemblies'];
const MEMBERS = [
  { name: 'Fleury', kind: 'Commune', code: '45147', budget: 'Oui', votes: '3' },
  { name: 'Merlebec', kind: 'Commune', code: '56120', budget: 'Non', votes: '1' },
  { name: 'Val', kind: 'Département', code: '45', budget: 'Non', votes: '2' },
] as const;

async function writeDay(walker: Walker, name: string, day: readonly [string, string, string]) {
  for (const [at, part] of ['day', 'month', 'year'].entries())
    await walker.page.locator(`[name="${name}-${part}"]`).fill(day[at]!);
}

/** A network of local authorities, as the Réseau national des budgets participatifs is one. */
describe.skipIf(!hasChromium)('SC11 a network of local authorities', () => {
  const journey = openJourney();

  it('SC11 R89 R157 authorities with and without a budget join, amend the statutes, and adopt them by colleges', async () => {
    const { site } = journey;
    const { space, components } = await makeNetwork(site, {
      title: 'Réseau des budgets participatifs',
      admission: 'mandate',
      kinds: KINDS,
    });
    const at = { space: space.slug };
    const placeOf = (kind: ComponentKind) => ({ ...at, component: components[kind]!.slug });
    const organiser = await makePerson(site, {
      nickname: 'Maud animatrice',
      roles: ['space-organiser'],
      spaceId: space.id,
      isKnown: true,
    });
    const team = await journey.walker(true, { as: organiser });

    // open to every authority, even without a participatory budget
    for (const { name, kind, code, budget } of MEMBERS) {
      await team.goTo(urls.adminNewMemberBody(at));
      await team.write({ Nom: name, 'Code INSEE ou SIREN': code });
      await team.tick(kind);
      await team.tick(budget);
      await writeDay(team, 'adhesion', ['1', '9', '2026']);
      await team.press('Enregistrer');
      await team.sees('La collectivité est enregistrée.');
    }
    const resident = await journey.walker(true);
    await resident.goTo(urls.space(at));
    await resident.sees('Fleury', 'Merlebec', 'Val');

    // each is represented by an elected member
    const people = [];
    for (const { name, kind, code } of MEMBERS)
      people.push(
        await makeElected(site, space, {
          nickname: `Siège ${name}`,
          written: {
            level: kind === 'Département' ? 'departmental' : 'municipal',
            territory: name,
            code,
          },
        }),
      );
    const walkers: Walker[] = [];
    for (const person of people) walkers.push(await journey.walker(true, { as: person }));
    const [fleury, merlebec] = walkers as [Walker, Walker];
    await fleury.goTo(urls.memberBodies(at));
    await fleury.sees('Siège Merlebec');

    // statutes: written by the team, discussed, amended, in a second version
    await team.goTo(urls.depositDocument(placeOf('statutes')));
    await team.write({
      Titre: 'Statuts du réseau',
      Texte: 'Article 1. Le réseau réunit des collectivités qui ont un budget participatif.',
    });
    await team.press('Déposer');
    await team.sees('Votre document est déposé.');
    const statutes = new URL(team.page.url()).pathname;
    await merlebec.goTo(statutes);
    await merlebec.write({ 'Votre commentaire': 'Et celles qui n’en ont pas encore ?' });
    await merlebec.press('Publier mon commentaire');
    await merlebec.sees('Et celles qui n’en ont pas encore ?');
    await merlebec.follow('Proposer un amendement');
    await merlebec.write({
      Titre: 'Ouvrir à toutes',
      Texte: 'Article 1. Le réseau est ouvert à toutes les collectivités territoriales.',
    });
    await merlebec.press('Déposer');
    await merlebec.sees('Amendement proposé');
    const amendment = new URL(merlebec.page.url()).pathname;
    await team.goTo(amendment);
    await team.press('Retenir cet amendement');
    await team.sees('Amendement retenu');
    await team.goTo(statutes);
    await team.follow('Déposer une nouvelle version');
    await team.write({
      Texte: 'Article 1. Le réseau est ouvert à toutes les collectivités territoriales.',
      'Ce qui change': 'L’amendement de Merlebec est retenu.',
    });
    await team.press('Déposer cette version');
    await team.sees(/Versions \(2\)/, 'Ouvrir à toutes');

    // the constitutive assembly: colleges, votes, two thirds, in secret
    await makeHosted(site, components.events!.id, organiser.id, { title: 'Rencontre fondatrice' });
    await team.goTo(urls.newAssembly(placeOf('assemblies')));
    await team.write({
      'Intitulé de l’assemblée': 'Assemblée constitutive',
      'Collèges (facultatif)': 'Communes ; 60\nDépartements ; 40',
    });
    await team.page.locator('[name="rencontre"]').selectOption({ index: 1 });
    await team.press('Préparer l’assemblée');
    await team.page.getByRole('link', { name: 'Ajouter un point' }).first().click();
    await team.write({ Intitulé: 'Adopter les statuts', Texte: 'Les statuts, version 2.' });
    await team.press('Ajouter un point');
    await team.press('Convoquer l’assemblée');
    const assembly = new URL(team.page.url()).pathname;
    await team.goTo(`${assembly}/inscrits`);
    for (const [index, { name, votes, kind }] of MEMBERS.entries()) {
      const { id } = people[index]!;
      await team.page.locator(`[name="voix-${id}"]`).fill(votes);
      await team.page.locator(`[name="pour-${id}"]`).fill(name);
      await team.page
        .locator(`[name="college-${id}"]`)
        .selectOption({ label: kind === 'Commune' ? 'Communes' : 'Départements' });
    }
    await team.press('Enregistrer');
    await team.goTo(assembly);
    await team.press('Ouvrir l’assemblée');
    await team.page.getByRole('link', { name: /^Mettre aux voix/ }).click();
    await team.tick('À bulletin secret');
    await team.tick('Deux tiers');
    await team.press('Mettre aux voix');
    await team.sees('Le vote est ouvert.');
    const vote = new URL(team.page.url()).pathname;
    for (const [index, choice] of ['Pour', 'Contre', 'Pour'].entries()) {
      const walker = walkers[index]!;
      await walker.goTo(vote);
      await walker.tick(choice);
      await walker.press('Voter');
      await walker.sees('C’est voté.');
    }
    site.travel('20 minutes');
    await journey.signIn(team, organiser);
    await team.goTo(vote);
    await team.press('Dépouiller maintenant');
    await team.sees('Résolution adoptée');
    // 60 × 3/4 + 40: 85 of 100
    const { rows } = await site.pool.query('select counts from assembly_vote');
    expect(rows[0].counts).toEqual([
      { college: 'a', yes: 3, no: 1, abstained: 0 },
      { college: 'b', yes: 2, no: 0, abstained: 0 },
    ]);
  });
});
