import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ideaSegment } from '../../src/rooms/ideas/idea-address.ts';
import { follow, tellPerson } from '../../src/rooms/notifications/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makeComponentBoard } from '../make/boards.ts';
import { makeIdea } from '../make/ideas.ts';
import { makeHosted } from '../make/meetings.ts';
import { makePerson } from '../make/people.ts';
import { makeComponent } from '../make/spaces.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('R134 staying informed, on a phone and on a screen', () => {
  let site: BrowserSite;
  let session: string;
  let pages: Record<string, string>;
  beforeAll(async () => {
    site = await openBrowserSite();
    const person = await makePerson(site);
    const author = await makePerson(site);
    session = person.client.cookies.get('palabre')!;
    const { space, theme, component, board, to } = await makeComponentBoard(site);
    const events = await makeComponent(site, space, { kind: 'events', themeId: theme.id });
    const idea = await makeIdea(site, board, {
      authorId: author.id,
      title: 'Une fontaine et des bancs à l’ombre du platane',
    });
    const meeting = await makeHosted(site, events.id, author.id);
    for (const [kind, id] of [
      ['space', space.id],
      ['theme', theme.id],
      ['component', component.id],
      ['idea', idea.id],
      ['meeting', meeting.id],
    ] as const)
      await follow(site.db, site.organisationId, { kind, id }, person.id);
    for (let at = 0; at < 4; at += 1)
      await site.db.transaction().execute((tx) =>
        tellPerson(tx, site.organisationId, {
          personId: person.id,
          topic: at % 2 ? 'supports' : 'followed',
          kind: at % 2 ? 'support' : 'idea',
          target: { kind: 'idea', id: idea.id },
          href: to.idea({ idea: ideaSegment(idea) }),
          words: () => `${at + 12} nouvelles propositions dans «\u00a0${space.title}\u00a0»`,
          onceKey: `look:${at}`,
          letter: null,
        }),
      );
    const at = { space: space.slug };
    pages = {
      notices: urls.notices(),
      rhythms: urls.accountLetters(),
      follows: urls.myFollows(),
      follow: urls.follow({ kind: 'space', target: space.id }),
      space: urls.space(at),
      theme: urls.theme({ ...at, theme: theme.slug }),
      list: urls.spaceIdeas({ ...at, component: component.slug }),
      events: urls.spaceEvents({ ...at, component: events.slug }),
      idea: to.idea({ idea: ideaSegment(idea) }),
      meeting: urls.meeting({ meeting: meeting.number }),
    };
  }, 60_000);
  afterAll(() => site?.close());

  it.each([360, 1280])(
    'R134 W15 at %i px each page has no fault and fits',
    async (width) => {
      const context = await site.open({ viewport: { width, height: 900 } });
      await context.addCookies([{ name: 'palabre', value: session, url: site.origin }]);
      const page = await context.newPage();
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(site.origin + path);
        expect(await listViolations(page), name).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, name).toBe(0);
      }
      await context.close();
    },
    120_000,
  );
});
