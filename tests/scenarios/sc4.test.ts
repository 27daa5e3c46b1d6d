import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { THEMES } from '../../bench/europe-words.ts';
import {
  addComponent,
  addTheme,
  createSpace,
  openSpace,
  USUAL_SETTINGS,
} from '../../src/rooms/consultations/index.ts';
import { type Board, boardOfComponent } from '../../src/rooms/ideas/boards/board.ts';
import { addressesOf } from '../../src/rooms/ideas/boards/board-address.page.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { type Journey, openJourney, WAYS, type Walker } from '../journeys/walk.ts';
import { giveSupport, makeIdea } from '../make/ideas.ts';

/** Ten themes with their categories, each with ideas; gives the boards in order. */
async function openConference({ site }: Journey, title: string): Promise<Board[]> {
  const act = { organisationId: site.organisationId, by: null };
  const words = { summary: 'Dix thèmes, cinq langues.', introduction: '' };
  const written = { kind: 'consultation' as const, title, isPrivate: false, ...words };
  const space = await createSpace(site.db, act, written, randomUUID());
  const made = [];
  for (const { title: name, categories } of THEMES) {
    const theme = await addTheme(site.db, act, space.id, {
      ...words,
      title: name,
      resources: [],
      categories,
    });
    if (!theme.ok) throw new Error(theme.refusal);
    const component = await addComponent(
      site.db,
      act,
      space.id,
      'ideas',
      {
        title: `Idées : ${name}`,
        introduction: '',
        themeId: theme.theme.id,
        opensAt: null,
        closesAt: null,
        settings: USUAL_SETTINGS,
      },
      randomUUID(),
    );
    if (!component.ok) throw new Error(component.refusal);
    made.push({ component: component.component, theme: theme.theme });
  }
  const opened = await openSpace(site.db, act, space.id);
  if (!opened.ok) throw new Error(opened.refusal);
  return made.map(({ component, theme }) =>
    boardOfComponent({ ...space, openedAt: new Date(), isOpen: true }, component, theme.categories),
  );
}

const GARDEN = {
  Titre: 'Nachtzüge zwischen den Hauptstädten',
  Description: 'Mehr Nachtzüge zwischen den Hauptstädten, mit Platz für Fahrräder.',
};

async function writeIdea(walker: Walker, board: Board, typed: Record<string, string>) {
  await walker.goTo(addressesOf(board).depositStart({}));
  await walker.write(typed);
  await walker.field('Langue du texte').selectOption('de');
  await walker.tick(board.categories[0]!.name);
  await walker.press('Continuer');
}

describe.skipIf(!hasChromium)(
  'SC4 « CoFE multilingue », its embedding and translation apart',
  () => {
    const journey = openJourney();

    describe.each(WAYS)('$way', ({ scripts }) => {
      it('SC4 R112 R113 R114 R115 R116 R117 R119 one supports what was there, another publishes, corrects, is supported, asks to be hidden', async () => {
        const { site } = journey;
        const boards = await openConference(journey, `Conférence ${scripts}`);
        expect(boards).toHaveLength(10);
        const board = boards[0]!;
        const to = addressesOf(board);
        for (const [lang, title] of [
          ['fr', 'Des trains de nuit entre les capitales'],
          ['en', 'Night trains between capitals'],
          ['de', 'Nachtzüge zwischen Hauptstädten'],
          ['it', 'Treni notturni tra le capitali'],
          ['es', 'Trenes nocturnos entre las capitales'],
        ] as const)
          await makeIdea(site, board, { title, lang, body: `${title}.` });

        // who reads in English finds the whole page in English, and each idea in its own language
        const anyone = await journey.walker(scripts, { context: { locale: 'en-GB' } });
        await anyone.goTo(to.ideas({}));
        const langs = await anyone.page
          .locator('main [lang]')
          .evaluateAll((all) => all.map((one) => one.getAttribute('lang')));
        for (const lang of ['en', 'de', 'it', 'es']) expect(langs).toContain(lang);

        // the first finds that it was said, supports it and stops
        const first = await journey.walker(scripts, { as: await journey.person() });
        await writeIdea(first, board, GARDEN);
        await first.arrives('Votre idée existe-t-elle déjà ?');
        await first.press(
          'Soutenir cette idée et m’arrêter là l’idée « Nachtzüge zwischen Hauptstädten »',
        );
        await first.arrives('Nachtzüge zwischen Hauptstädten');
        await first.sees('1 soutien');

        // the second goes on and publishes
        const author = await journey.person();
        const second = await journey.walker(scripts, { as: author });
        await writeIdea(second, board, GARDEN);
        await second.press('Mon idée est différente : continuer');
        await second.arrives('Une image ou un document à joindre ?');
        await second.press('Continuer');
        await second.arrives('Tout est-il comme vous le voulez ?');
        await second.press('Publier mon idée');
        await second.arrives(GARDEN.Titre);
        const { rows } = await site.pool.query<{ id: string; number: number }>(
          'select id, number from idea where author_id = $1',
          [author.id],
        );
        const idea = rows[0]!;
        const at = { idea: idea.number };

        // ten minutes later it is corrected; supported, it is corrected no more
        site.travel('10 minutes');
        await journey.signIn(second, author);
        await second.goTo(to.editIdea(at));
        await second.write({ Titre: 'Nachtzüge für alle' });
        await second.press('Enregistrer les modifications');
        await second.arrives('Nachtzüge für alle');
        await second.goTo(to.editIdea(at));
        await giveSupport(site, idea.id, (await journey.person()).id);
        await second.write({ Titre: 'Zu spät' });
        await second.press('Enregistrer les modifications');
        await second.sees('Une personne soutient déjà votre idée : son texte ne change plus.');
        for (const gone of ['supprimer', 'effacer'])
          expect((await author.client.post(`${to.idea(at)}/${gone}`)).status).toBe(404);

        // it asks that it be hidden, and says why; a moderator hides it
        await second.goTo(to.idea(at));
        await second.follow('Demander le masquage');
        await second.press('Envoyer la demande');
        await second.sees('Pourquoi la masquer ?');
        await second.write({ 'Pourquoi la masquer ?': 'J’y donne mon adresse.' });
        await second.press('Envoyer la demande');
        await second.sees('Votre demande est transmise à l’équipe de modération.');
        const moderator = await journey.walker(scripts, {
          as: await journey.person({ roles: ['moderator'] }),
        });
        await moderator.goTo(urls.moderation());
        await moderator.follow(/Nachtzüge für alle/);
        await moderator.sees('J’y donne mon adresse.');
        await moderator.tick('À la demande de son auteur·rice');
        await moderator.press('Masquer la contribution');
        await moderator.sees('La contribution est masquée.');
        const gone = await anyone.page.goto(to.idea(at));
        expect(gone!.status()).toBe(410);
        expect(await anyone.text()).not.toContain('Nachtzüge für alle');
        await anyone.goTo(to.ideas({}));
        expect(await anyone.text()).not.toContain('Nachtzüge für alle');
        const mail = await journey.mailTo(author.email);
        expect(mail.subject).toContain('masquée');
      });
    });
  },
);
