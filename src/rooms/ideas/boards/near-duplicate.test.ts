import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { makeComponent } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { findIdea } from '../idea.store.ts';
import { listSimilarPairs } from '../similar/pairs.store.ts';
import { boardOfComponent } from './board.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const HEDGES = {
  title: 'Replanter des haies entre les champs',
  body: 'Des haies de noisetiers et d’aubépines, plantées chaque hiver avec les écoles.',
};
const ALMOST = {
  title: 'Replanter les haies entre nos champs',
  body: 'Des haies d’aubépines et de noisetiers plantées avec les écoles, en hiver.',
  lang: 'fr',
};

describe('R113 a near duplicate on a component', () => {
  it('R113 R119 is shown before one publishes, with nothing of a component beside; one supports it instead, and stops', async () => {
    const { board, to, space, theme } = await makeComponentBoard(site);
    const beside = boardOfComponent(
      space,
      await makeComponent(site, space, { themeId: theme.id }),
      theme.categories,
    );
    const there = await makeIdea(site, board, HEDGES);
    const elsewhere = await makeIdea(site, beside, {
      ...HEDGES,
      title: `${HEDGES.title} d’à côté`,
    });
    const other = await makeIdea(site, board, {
      title: 'Une piscine olympique',
      body: 'Huit couloirs, un plongeoir et des gradins.',
    });
    const { client } = await makePerson(site);
    await client.get(to.depositStart({}));
    await client.post(client.path, { ...ALMOST, category: board.categories[0]!.slug });
    expect(client.path).toMatch(/\/idees-proches$/);
    expect(client.main).toContain(there.title);
    for (const { title } of [elsewhere, other]) expect(client.main).not.toContain(title);
    const support = new RegExp(`action="(${to.depositStart({})}/[^"]*/soutenir)"`);
    await client.post(support.exec(client.main)![1]!, {});
    expect((await findIdea(site.db, site.organisationId, there.id))!.supportCount).toBe(1);
    expect(client.path).not.toMatch(/\/(documents|apercu)$/);
  });

  it('R113 a component that asks for nearly the same text shows only that', async () => {
    const related = {
      ...HEDGES,
      title: 'Des haies et des mares',
      body: 'Planter, chaque printemps.',
    };
    const shown = [];
    for (const likeness of ['broad', 'strict'] as const) {
      const { board, to } = await makeComponentBoard(site, { settings: { likeness } });
      const { title } = await makeIdea(site, board, related);
      // words that stand nowhere weigh nothing
      for (const word of [
        'Replanter',
        'Les champs',
        'Noisetiers',
        'Aubépines',
        'Un banc',
        'Une mare',
      ])
        await makeIdea(site, board, { title: `${word} ici`, body: `${word} pour tout le monde.` });
      const { client } = await makePerson(site);
      await client.get(to.depositStart({}));
      await client.post(client.path, { ...ALMOST, category: board.categories[0]!.slug });
      shown.push(client.main.includes(title));
    }
    expect(shown).toEqual([true, false]);
  });

  it('R47 R113 pairs of published ideas serve merges, which are of editions alone: a component has none', async () => {
    const { board } = await makeComponentBoard(site);
    await makeIdea(site, board, HEDGES);
    await makeIdea(site, board, ALMOST);
    await site.runJobs();
    const none = { pairs: [], next: null };
    expect(await listSimilarPairs(site.db, site.organisationId, board.id)).toEqual(none);
  });
});
