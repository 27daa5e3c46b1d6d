import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makeComponentBoard } from '../make/boards.ts';
import { giveSupport, makeIdea } from '../make/ideas.ts';
import { makeHosted } from '../make/meetings.ts';
import { makePerson } from '../make/people.ts';
import { makeComponent } from '../make/spaces.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('R116 R125 R181 R200 what becomes of ideas, in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  it('R109 R116 R125 R181 R200 every page of it stands at 360 pixels, without a violation', async () => {
    const author = await makePerson(site, { nickname: 'Aïcha B.' });
    const { board, space, theme, component, to } = await makeComponentBoard(site, {
      settings: { mayWithdraw: true },
    });
    const at = { space: space.slug, component: component.slug };
    const category = board.categories[0]!.slug;
    const idea = await makeIdea(site, board, {
      authorId: author.id,
      title: 'Planter des haies entre les champs',
    });
    const text = { title: 'Planter mille haies', body: 'Avec les écoles, chaque hiver.' };
    await author.client.post(to.editIdea({ idea: idea.number }), {
      ...text,
      category,
      lang: 'fr',
    });
    const withdrawn = await makeIdea(site, board, {
      authorId: author.id,
      title: 'Un tram jusqu’à la mer',
      lang: 'de',
    });
    await giveSupport(site, withdrawn.id, (await makePerson(site)).id);
    await author.client.post(urls.spaceWithdrawIdea({ ...at, idea: withdrawn.number }), {
      raison: 'Je la remplace par la première.',
    });
    const needs = await makeComponent(site, space, {
      kind: 'needs',
      themeId: theme.id,
      title: 'Ce qui manque',
    });
    const need = await makeIdea(
      site,
      { id: needs.id, categories: board.categories },
      { title: 'Un médecin près de chez nous', body: 'Le plus proche est à trente kilomètres.' },
    );
    await makeComponent(site, space, { themeId: theme.id, title: 'D’autres idées' });
    const events = await makeComponent(site, space, { kind: 'events', themeId: theme.id });
    const meeting = await makeHosted(site, events.id, author.id);
    const picker = urls.meetingIdeas({ meeting: meeting.number });
    await author.client.post(picker, { idee: idea.id, [`lien-${idea.id}`]: 'issue' });
    const atNeed = { space: space.slug, component: needs.slug, idea: need.number };

    const context = await site.open();
    const session = author.client.cookies.get('palabre')!;
    await context.addCookies([{ name: 'palabre', value: session, url: site.origin }]);
    const page = await context.newPage();
    for (const path of [
      urls.theme({ space: space.slug, theme: theme.slug }),
      to.ideas({}),
      to.idea({ idea: idea.number }),
      to.idea({ idea: withdrawn.number }),
      urls.spaceWithdrawIdea({ ...at, idea: idea.number }),
      to.ideaVersions({ idea: idea.number }),
      urls.spaceIdea(atNeed),
      urls.spaceNeedToIdea(atNeed),
      picker,
      urls.meeting({ meeting: meeting.number }),
    ]) {
      await page.goto(site.origin + path);
      expect(await listViolations(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360);
      if (process.env.SHOTS) {
        const name = path.replaceAll(/[/?=]+/g, '_').slice(-60);
        await page.screenshot({ path: `${process.env.SHOTS}/360${name}.png`, fullPage: true });
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.screenshot({ path: `${process.env.SHOTS}/1280${name}.png`, fullPage: true });
        await page.setViewportSize({ width: 360, height: 780 });
      }
    }
    await context.close();
  });
});
