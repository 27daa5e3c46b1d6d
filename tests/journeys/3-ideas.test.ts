import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import { urls } from '../../src/urls.ts';
import { hasChromium } from '../browser.ts';
import { makeEdition } from '../make/editions.ts';
import { giveSupport, makeIdea } from '../make/ideas.ts';
import { openJourney, WAYS, type Walker } from './walk.ts';

const PASSWORD = 'un tilleul devant la gare';

/** Titles of the ideas that the list shows, in order. */
async function listTitles(walker: Walker): Promise<string[]> {
  const list = walker.part('list', 'Liste des idées');
  await list.waitFor();
  return list.getByRole('heading', { level: 2 }).allInnerTexts();
}

async function filter(walker: Walker, choose: () => Promise<unknown>): Promise<void> {
  if (!(await walker.button('Appliquer').isVisible()))
    await walker.page.getByText('Filtrer et trier').click();
  await choose();
  await walker.press('Appliquer');
}

describe.skipIf(!hasChromium)('Journey 3: the ideas of others', () => {
  const journey = openJourney();
  let edition: Edition;

  beforeAll(async () => {
    const { site } = journey;
    edition = await makeEdition(site, { phase: 'collection' });
    const authors = [];
    for (let made = 0; made < 6; made += 1) authors.push((await journey.person()).id);
    for (let made = 0; made < 24; made += 1)
      await makeIdea(site, edition, {
        title: `Un arbre rue ${made + 1}`,
        category: 'ecologie',
        authorId: authors[made % 5]!,
      });
    const authorId = authors[5]!;
    const make = (title: string, category: string) =>
      makeIdea(site, edition, { title, category, authorId });
    const court = await make('Rénover le terrain de pétanque', 'sport');
    const school = await make('Des vélos pour l’école', 'loisirs');
    await make('Un cinéma d’été', 'culture');
    for (const id of authors.slice(0, 3)) await giveSupport(site, court.id, id);
    for (const id of authors.slice(0, 2)) await giveSupport(site, school.id, id);
  });

  describe.each(WAYS)('$way', ({ scripts }) => {
    it('browses, filters, searches despite accents and typos, and sorts', async () => {
      const walker = await journey.walker(scripts);
      await walker.goTo(urls.edition({ edition: edition.slug }));
      await walker.part('navigation', edition.title).getByRole('link', { name: 'Idées' }).click();
      await walker.arrives('Les idées');

      await filter(walker, () => walker.field('Catégorie').selectOption({ label: 'Sport' }));
      await walker.sees('1 idée dans « Sport »');
      expect(await listTitles(walker)).toEqual(['Rénover le terrain de pétanque']);
      await walker.follow('Retirer le filtre : Sport');

      for (const [typed, found] of [
        ['petanques', 'Rénover le terrain de pétanque'],
        ['ecole velo', 'Des vélos pour l’école'],
        ['cinèma', 'Un cinéma d’été'],
      ] as const) {
        await walker.write({ 'Rechercher une idée': typed });
        await walker.press('Rechercher');
        await walker.sees('1 idée contient');
        expect(await listTitles(walker), typed).toEqual([found]);
      }
      await walker.write({ 'Rechercher une idée': 'pétanke' });
      await walker.press('Rechercher');
      await walker.sees('Aucune idée ne contient exactement « pétanke ».');
      expect(await listTitles(walker)).toContain('Rénover le terrain de pétanque');
      await walker.write({ 'Rechercher une idée': 'xylophone' });
      await walker.press('Rechercher');
      await walker.sees('Aucune idée ne correspond');
      await walker.follow('Voir toutes les idées');

      await filter(walker, () =>
        walker.field('Trier par').selectOption({ label: 'Les plus soutenues' }),
      );
      await walker.sees('3 soutiens');
      expect((await listTitles(walker)).slice(0, 2)).toEqual([
        'Rénover le terrain de pétanque',
        'Des vélos pour l’école',
      ]);
    });

    it('turns the pages while others write: nothing repeats, nothing is skipped', async () => {
      const walker = await journey.walker(scripts);
      await walker.goTo(urls.ideas({ edition: edition.slug }));
      const first = await listTitles(walker);
      await makeIdea(journey.site, edition, {
        title: `Arrivée entre deux pages ${scripts}`,
        category: 'loisirs',
      });
      await walker.follow('Page suivante');
      await walker.link('Page précédente').waitFor();
      const second = await listTitles(walker);
      expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
      expect(first).not.toContain(`Arrivée entre deux pages ${scripts}`);
      expect(second).toContain('Un arbre rue 1');
      await walker.follow('Page précédente');
      await walker.link('Page suivante').waitFor();
      expect(await listTitles(walker)).toEqual(first);
    });

    it('supports an idea: signing in on the way comes back to the very gesture, and it can be taken back', async () => {
      const title = `Une fontaine ${scripts}`;
      const idea = await makeIdea(journey.site, edition, { title, category: 'loisirs' });
      const person = await journey.person({ password: PASSWORD });
      const walker = await journey.walker(scripts);
      await walker.goTo(urls.idea({ edition: edition.slug, idea: idea.number }));
      await walker.sees('0 soutien');
      await walker.press('Soutenir cette idée');
      await walker.sees('Connectez-vous pour soutenir cette idée');
      await walker.write({ Courriel: person.email, 'Mot de passe': PASSWORD });
      await walker.press('Me connecter');
      await walker.arrives(title);
      await walker.sees('Plus qu’un geste');
      await walker.press('Soutenir cette idée');
      await walker.sees('Votre soutien est compté.', '1 soutien', 'Vous soutenez cette idée.');

      // from the list too, where the button says what is so
      await walker.goTo(urls.ideas({ edition: edition.slug }));
      const button = walker.button(`Je soutiens l’idée « ${title} »`);
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await button.click();
      await walker.sees('Votre soutien est retiré.');
      await walker.arrives('Les idées');
      await walker.press(`Soutenir l’idée « ${title} »`);
      await walker.sees('Votre soutien est compté.');
    });
  });
});
