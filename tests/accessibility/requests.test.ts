import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { commentFields } from '../make/comments.ts';
import { makeNews } from '../make/news.ts';
import type { MadePerson } from '../make/people.ts';
import {
  answersOf,
  makeHelper,
  makeHelpPlace,
  makeRequest,
  makeTopic,
  requestFields,
} from '../make/requests.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('mutual help in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  async function look(person: MadePerson, paths: readonly string[]): Promise<void> {
    const context = await site.open();
    await context.addCookies([
      { name: 'palabre', value: person.client.cookies.get('palabre')!, url: site.origin },
    ]);
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto(site.origin + path);
      expect(await listViolations(page), path).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        path,
      ).toBe(true);
      const shots = process.env.SHOTS;
      if (shots) {
        mkdirSync(shots, { recursive: true });
        const name = path.replaceAll(/[^a-z0-9]+/gi, '-');
        await page.screenshot({ path: `${shots}/${name}-360.png`, fullPage: true });
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.screenshot({ path: `${shots}/${name}-1280.png`, fullPage: true });
        await page.setViewportSize({ width: 360, height: 740 });
      }
    }
    await context.close();
  }

  it('R152 A1 the list, the form, the request and the lessons have no fault at 360 px', async () => {
    const { at, component, asker, helper, member, organiser } = await makeHelpPlace(site);
    await makeHelper(site, component.id, helper, { confirmedBy: organiser.id });
    await makeHelper(site, component.id, member, { category: 'technical' });
    const request = await makeRequest(site, component.id, asker.id, { deadline: '2199-12-12' });
    await makeRequest(site, component.id, asker.id, {
      shared: true,
      category: 'technical',
      title: 'Quel logiciel pour les délibérations ?',
    });
    for (const texte of ['Oui, pour un motif d’intérêt général.', 'Voyez aussi le code.'])
      await helper.client.post(answersOf(request), commentFields({ texte }));
    const { id: commentaire } = await site.db
      .selectFrom('comment')
      .select('id')
      .where('target_id', '=', request.id)
      .orderBy('number')
      .limit(1)
      .executeTakeFirstOrThrow();
    const of = { request: request.number };
    await asker.client.post(urls.acceptAnswer(of), { commentaire });
    await look(asker, [
      urls.spaceRequests(at),
      urls.spaceRequests(at, { vue: 'miennes', etat: 'closes' }),
      urls.askForHelp(at),
      urls.helpRequest(of),
      urls.writeLesson(of),
    ]);
    await asker.client.post(urls.writeLesson(of), {
      question: 'Résilier une concession ?',
      reponse: 'Un motif d’intérêt général suffit.\n\nPrévoir l’indemnité.',
    });
    await look(organiser, [
      urls.spaceRequests(at),
      urls.helpers(at),
      urls.lessons(at),
      urls.lessons(at, { q: 'cantine' }),
    ]);
    await asker.client.post(urls.askForHelp(at), requestFields({ titre: '' }));
    expect(asker.client.status).toBe(422);
  }, 90_000);

  it('R155 A1 the forum, a topic and its form have no fault at 360 px', async () => {
    const { at, component, asker, member, organiser } = await makeHelpPlace(site, 'topics');
    const topic = await makeTopic(site, component.id, asker.id);
    await makeTopic(site, component.id, member.id, {
      title: 'Un titre qui est long, et qui doit se lire en entier sur un téléphone',
    });
    await member.client.post(
      urls.comments({ kind: 'topic', contribution: topic.id }),
      commentFields({ texte: 'Merci pour ce retour.' }),
    );
    await organiser.client.post(urls.actOnTopic({ topic: topic.number }), { geste: 'pinned' });
    const news = await makeNews(
      site,
      { organisationId: site.organisationId, by: organiser.id },
      { title: 'Le budget est voté' },
    );
    await look(organiser, [
      urls.forum(at),
      urls.forumTopic({ topic: topic.number }),
      urls.beginTopic(at),
    ]);
    await look(asker, [urls.newsItem({ news: news.number })]);
  }, 90_000);
});
