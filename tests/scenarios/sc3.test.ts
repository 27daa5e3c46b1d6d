import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { addTheme, type Component, type Theme } from '../../src/rooms/consultations/index.ts';
import { boardOfComponent } from '../../src/rooms/ideas/boards/board.ts';
import { addressesOf } from '../../src/rooms/ideas/boards/board-address.page.ts';
import { addField } from '../../src/rooms/profiles/fields/field.store.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { type Journey, openJourney, type Walker } from '../journeys/walk.ts';
import { openVote, writeAdoption } from '../make/adoption.ts';
import { codeIn } from '../make/mails.ts';
import { makeComponent, makeSpace } from '../make/spaces.ts';
import { countRows, fillSpace, VOLUME } from './sc3-volume.ts';

const THEMES = [
  ['Prendre soin du vivant', ['Eau', 'Forêts', 'Océans', 'Animaux', 'Sols']],
  ['Se loger et se chauffer', []],
  ['Se déplacer', ['Rail', 'Vélo']],
  ['Bien manger', []],
  ['Travailler autrement', []],
  ['Décider ensemble', ['Élections', 'Assemblées']],
] as const;
const PARTIES = [
  'Cap écologie',
  'Les Vivants',
  'Génération climat',
  'Le Printemps',
  'Terre et mer',
];

interface MadeTheme {
  theme: Theme;
  ideas: Component;
  official: Component;
  contributions: Component;
}

/** The whole primary, as its organisers make it. */
async function openPrimary({ site }: Journey) {
  const made = await makeSpace(site, {
    title: `Primaire écologiste`,
    themeTitle: THEMES[0][0],
    categories: THEMES[0][1],
    componentTitle: 'Vos propositions',
  });
  const { space } = made;
  const act = { organisationId: site.organisationId, by: null };
  const themes: MadeTheme[] = [];
  for (const [at, [title, categories]] of THEMES.entries()) {
    let { theme } = made;
    if (at > 0) {
      const words = { title, summary: '', introduction: '', resources: [] };
      const added = await addTheme(site.db, act, space.id, { ...words, categories });
      if (!added.ok) throw new Error(added.refusal);
      theme = added.theme;
    }
    const place = (kind: 'ideas' | 'official-proposals' | 'contributions', name: string) =>
      makeComponent(site, space, { kind, title: `${name} : ${title}`, themeId: theme.id });
    themes.push({
      theme,
      ideas: at === 0 ? made.component : await place('ideas', 'Vos propositions'),
      official: await place('official-proposals', 'À prioriser'),
      contributions: await place('contributions', 'Contributions'),
    });
  }
  return { space, themes };
}

async function signUp(walker: Walker, journey: Journey): Promise<void> {
  await walker.goTo(urls.signUp());
  const email = 'anais@exemple.fr';
  await walker.write({ Nom: 'Anaïs Roy', Surnom: 'Anaïs', Courriel: email });
  await walker.write({ 'Mot de passe': 'un tilleul devant la gare' });
  await walker.press('Créer mon compte');
  await walker.sees('Cochez cette case pour créer votre compte');
  const { rows } = await journey.site.pool.query('select 1 from person where email = $1', [email]);
  expect(rows, 'without the charter there is no account').toHaveLength(0);
  await walker.write({ 'Mot de passe': 'un tilleul devant la gare' });
  await walker.tick('J’ai lu et j’accepte la charte de participation');
  await walker.press('Créer mon compte');
  await walker.arrives('Regardez vos courriels');
  await walker.write({ 'Code à 8 chiffres': codeIn(await journey.mailTo(email)) });
  await walker.press('Confirmer mon compte');
}

describe.skipIf(!hasChromium)('SC3 « Primaire écologiste », its synthesis apart', () => {
  const journey = openJourney();
  // the volume is made one gesture at a time
  vi.setConfig({ testTimeout: process.env.PALABRE_ALL ? 900_000 : 300_000 });

  it('SC3 R93 R95 R97 R98 R100 R101 somebody arrives among five parties, signs the charter, and supports what a commission proposes', async () => {
    const { site } = journey;
    const { space, themes } = await openPrimary(journey);
    const at = { space: space.slug };
    const act = { organisationId: site.organisationId, by: null };
    const officer = await journey.person({ roles: ['officer'] });
    for (const nom of PARTIES) {
      const logo = await sharp({
        create: { width: 300, height: 120, channels: 3, background: '#1f6a3a' },
      })
        .png()
        .toBuffer();
      await officer.client.post(urls.adminCoOrganisers(at), {
        ...{ nom, adresse: 'https://exemple.fr', role: 'Co-organise' },
        logo: new File([new Uint8Array(logo)], 'logo.png'),
      });
    }
    for (const question of ['Âge', 'Genre', 'Région', 'Déjà engagé·e ?'])
      await addField(site.db, { ...act, by: officer.id }, randomUUID(), {
        ...{ question, questionEn: '', choices: ['Un', 'Deux'], choicesEn: [], bounds: [] },
        kind: 'choice',
      });

    // somebody arrives: the charter is asked for, the four questions are not
    const walker = await journey.walker(true);
    await walker.goTo(urls.space(at));
    for (const party of PARTIES) await walker.sees(party);
    expect(await walker.page.locator('.co-organisers img').count()).toBe(PARTIES.length);
    for (const [title] of THEMES) await walker.sees(title);
    await walker.goTo(urls.theme({ ...at, theme: themes[0]!.theme.slug }));
    await walker.sees('Eau', 'Forêts', 'Océans', 'Animaux', 'Sols');
    await signUp(walker, journey);
    await walker.arrives('Quelques questions sur vous');
    await walker.press('Enregistrer');
    const answers = await site.db.selectFrom('profile_answer').select('field_id').execute();
    expect(answers, 'what was left empty is nowhere').toEqual([]);

    // a commission puts proposals in the balance: others support them, and do nothing else there
    const commission = await journey.person({ roles: ['space-author'], spaceId: space.id });
    const opened = { ...space, openedAt: new Date(), isOpen: true };
    const { official, theme } = themes[0]!;
    const to = addressesOf(boardOfComponent(opened, official, theme.categories));
    const writer = await journey.walker(true, { as: commission });
    await writer.goTo(to.depositStart({}));
    await writer.write({
      Titre: 'Un droit de la nature',
      Description: 'Les fleuves et les forêts ont des gardiens qui parlent pour eux.',
    });
    await writer.tick('Eau');
    await writer.press('Continuer');
    for (let steps = 0; steps < 3; steps += 1) {
      if (await writer.button('Publier mon idée').count()) break;
      await writer.press('Continuer');
      await writer.page.waitForLoadState();
    }
    await writer.press('Publier mon idée');
    await writer.arrives('Un droit de la nature');
    await walker.goTo(to.ideas({}));
    expect(await walker.link('Ajouter une proposition').count()).toBe(0);
    await walker.page.goto(to.depositStart({}));
    await walker.sees('Page introuvable');
    await walker.goTo(to.ideas({}));
    await walker.follow('Un droit de la nature');
    await walker.press('Soutenir cette idée');
    await walker.sees('1 soutien');
  });

  it('SC3 R102 R103 eleven thousand people later, the figures are the rows, and so are the files', async () => {
    const { site } = journey;
    const { space, themes } = await openPrimary(journey);
    const at = { space: space.slug };
    const officer = await journey.person({ roles: ['officer'] });
    await fillSpace(site, space, themes);
    expect(await countRows(site, space)).toEqual(VOLUME);
    site.seeChanges();
    const reader = site.visitor();
    await reader.get(urls.space(at));
    const stats = reader.main.matchAll(
      /stat-value">([^<]+)<\/strong> <span class="stat-label">([^<]+)</g,
    );
    const figures = [...stats].map(([, value, label]) => [
      label,
      Number(value!.replaceAll(/\s/g, '')),
    ]);
    expect(Object.fromEntries(figures)).toEqual({
      participant·es: VOLUME.people,
      propositions: VOLUME.proposals,
      soutiens: VOLUME.supports,
      commentaires: VOLUME.comments,
    });
    const read = async (file: string) =>
      (await officer.client.send(urls.adminSpaceExport({ ...at, file }))).text();
    const proposals = JSON.parse(await read('propositions.json')) as { supports: number }[];
    expect(proposals).toHaveLength(VOLUME.proposals);
    expect(proposals.reduce((sum, { supports }) => sum + supports, 0)).toBe(VOLUME.supports);
    const rows = parse(await read('commentaires.csv'), { bom: true, delimiter: ';' });
    expect(rows).toHaveLength(VOLUME.comments + 1);
  });

  it('SC3 R104 those of the verified list adopt it, and nobody else', async () => {
    const { site } = journey;
    const { space } = await openPrimary(journey);
    const at = { space: space.slug };
    const opened = { ...space, openedAt: new Date(), isOpen: true };
    const walker = await journey.walker(true, { as: await journey.person() });
    const component = await makeComponent(site, space, {
      kind: 'vote',
      title: 'Adopter le programme',
    });
    const adoption = await writeAdoption(site, component, {
      questions: ['Adoptez-vous le programme commun ?'],
    });
    await openVote(site, { adoption, space: opened, component });
    await walker.goTo(urls.space(at));
    await walker
      .link(/Adopter le programme/)
      .first()
      .click();
    await walker.arrives('Adopter le programme');
    await walker.follow('Voter');
    await walker.tick('Oui');
    await walker.press('Vérifier et déposer');
    await walker.follow('Prouver qui je suis');
    const claim = { 'Nom de naissance ou nom d’usage': 'Roy', Prénom: 'Basile' };
    const birth = async () => {
      for (const [part, value] of Object.entries({ day: '1', month: '2', year: '1960' }))
        await walker.page.locator(`[name="naissance-${part}"]`).fill(value);
    };
    await walker.write(claim);
    await birth();
    await walker.press('Continuer');
    await walker.sees('Nous ne vous trouvons pas sur la liste de ce vote');
    await walker.write({ Prénom: 'Anaïs' });
    await birth();
    await walker.press('Continuer');
    await walker.press('Déposer mon vote');
    await walker.arrives('Votre vote est déposé');
  });
});
