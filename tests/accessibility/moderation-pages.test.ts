import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makeBoard } from '../make/boards.ts';
import { depositIdea, makeHeldText, makeHeldWave } from '../make/held.ts';
import { mailsOf } from '../make/mails.ts';
import { proposeEvent } from '../make/meetings.ts';
import { makeModeration } from '../make/moderation.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { listViolations } from './page-measures.ts';

/** What waits, what is judged, what one is told of it: read at 360 px, with nothing in the way of anybody. */
describe.skipIf(!hasChromium)('R117 R137 pages of moderation in a browser', () => {
  let site: BrowserSite;
  const pages: [name: string, who: MadePerson | null, path: string, status: number][] = [];
  beforeAll(async () => {
    site = await openBrowserSite();
    const { moderator, reported, hidden, edition } = await makeModeration(site);
    const author = await makePerson(site, { nickname: 'Autrice du verger' });
    const made = await makeBoard(site, 'component');
    const preview = await depositIdea(author, made, {
      title: 'Un abri pour les vélos de la gare',
      body: 'Les plans et le coût sont sur www.abri-velos.test, avec trois devis.',
    });
    const host = await makePerson(site, { nickname: 'Hôte du canal' });
    const event = await proposeEvent(site, host, 'Tout est sur www.soiree-canal.test');
    const { idea, to } = await reported('Une idée signalée');
    const held = await makeHeldText(site, idea);
    const wave = await makeHeldWave(site, idea, 'les jardiniers', 6);
    let gone!: Awaited<ReturnType<typeof hidden>>;
    const mails = await mailsOf(site, async () => {
      gone = await hidden('Une idée masquée');
    });
    const letter = mails.map(({ text }) => text).find((text) => text.includes('/recours'))!;
    const appeal = /\/contributions-masquees\/[0-9a-f-]+\/recours/.exec(letter)![0];
    pages.push(
      ['held-idea', author, preview, 200],
      ['held-event', host, urls.meeting(event.meeting), 200],
      ['my-space', author, urls.mySpace(), 200],
      ['queue-held', moderator, urls.moderation({ etat: 'retenues' }), 200],
      ['queue', moderator, urls.moderation(), 200],
      ['held-text', moderator, urls.heldText(held.at), 200],
      ['held-wave', moderator, urls.heldWave(wave.at), 200],
      ['case', moderator, to.page, 200],
      ['log', null, urls.moderationLog(), 200],
      ['hidden', null, urls.idea({ edition: edition.slug, idea: gone.idea.number }), 410],
      ['appeal', gone.author, appeal, 200],
      ['contact', null, urls.contact(), 200],
    );
  });
  afterAll(() => site?.close());

  it('axe finds nothing at 360 px', async () => {
    for (const [name, who, path, status] of pages) {
      const context = await site.open({ viewport: { width: 360, height: 780 } });
      const session = who?.client.cookies.get('palabre');
      if (session)
        await context.addCookies([{ name: 'palabre', value: session, url: site.origin }]);
      const page = await context.newPage();
      const answer = await page.goto(site.origin + path);
      expect(answer?.status(), name).toBe(status);
      expect(await listViolations(page), name).toEqual([]);
      await context.close();
    }
  }, 240_000);
});
