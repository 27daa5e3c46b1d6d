import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeComponent } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { boardOfComponent } from './board.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

describe('R109 ideas on the page of a theme', () => {
  it('R109 R112 W1 shows the five newest of each component, in their language, and leads to all', async () => {
    const { board, theme, space, component } = await makeComponentBoard(site);
    for (let more = 1; more <= 6; more += 1)
      await makeIdea(site, board, { title: `Haie numéro ${more}`, lang: more === 6 ? 'de' : 'fr' });
    await makeIdea(site, board, { title: '<b>Mares</b>' });
    await sql`update idea set hidden_at = palabre_now() where title = 'Haie numéro 5'`.execute(
      site.db,
    );
    const needs = await makeComponent(site, space, {
      kind: 'needs',
      themeId: theme.id,
      title: 'Ce qui manque',
    });
    await makeIdea(site, boardOfComponent(space, needs, theme.categories), {
      title: 'Un médecin',
      supports: 2,
    });
    const reader = site.visitor();
    await reader.get(urls.theme({ space: space.slug, theme: theme.slug }));
    const shown = [...reader.main.matchAll(/Haie numéro \d|Mares/g)].map(([title]) => title);
    expect(shown).toEqual([
      'Mares',
      'Haie numéro 6',
      'Haie numéro 4',
      'Haie numéro 3',
      'Haie numéro 2',
    ]);
    expect(reader.html).not.toContain('<b>Mares');
    expect(reader.main).toMatch(/lang="de"[^>]*><a[^>]*><bdi>Haie numéro 6/);
    expect(reader.main).toContain('2 soutiens');
    expect(reader.main).toContain(`Toutes les idées de « ${component.title} »`);
    expect(reader.main).toContain('Tous les besoins de « Ce qui manque »');
    expect(reader.main).toContain(
      `href="${urls.spaceIdeas({ space: space.slug, component: needs.slug })}"`,
    );
  });

  it('R109 asks the database no more for ten components than for two', async () => {
    const { board, theme, space } = await makeComponentBoard(site);
    await makeIdea(site, board);
    const { client } = await makePerson(site);
    const count = () =>
      site.countStatements(() => client.get(urls.theme({ space: space.slug, theme: theme.slug })));
    const more = async () => {
      const component = await makeComponent(site, space, { themeId: theme.id });
      await makeIdea(site, boardOfComponent(space, component, theme.categories));
      site.seeChanges();
    };
    await more();
    const two = await count();
    for (let component = 3; component <= 10; component += 1) await more();
    expect(await count()).toBe(two);
    expect(client.main.match(/Un banc au soleil/g)).toHaveLength(10);
  });
});
