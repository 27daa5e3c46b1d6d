import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { openJourney } from '../journeys/walk.ts';
import { makeHosted } from '../make/meetings.ts';
import { makePerson } from '../make/people.ts';
import { makeSpace } from '../make/spaces.ts';
import { press, tabTo } from './keyboard.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('events of a space in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  it('R120 R124 R139 A1 the map, the form, the event and its closing have no fault at 360 px', async () => {
    const { space, theme, component } = await makeSpace(site, { kindOfComponent: 'events' });
    const host = await makePerson(site);
    const coming = await makeHosted(site, component.id, host.id, {
      title: 'Café des libertés',
      takesRegistrations: true,
      capacity: 12,
      videoLink: 'https://visio.example/salle',
    });
    for (let at = 1; at <= 45; at += 1)
      await makeHosted(site, component.id, host.id, {
        title: `Rencontre ${at}`,
        point: { latitude: 47.9 + (at % 7) / 100, longitude: 1.8 + (at % 5) / 50 },
      });
    const over = await makeHosted(site, component.id, host.id, { inHours: -40 });
    const context = await site.open();
    await context.addCookies([
      { name: 'palabre', value: host.client.cookies.get('palabre')!, url: site.origin },
    ]);
    const page = await context.newPage();
    const at = { space: space.slug, component: component.slug };
    for (const path of [
      urls.spaceEvents(at),
      urls.spaceEvents(at, { quand: 'passes' }),
      urls.theme({ space: space.slug, theme: theme.slug }),
      urls.proposeEvent(at),
      urls.meeting({ meeting: coming.number }),
      urls.meetingChange({ meeting: coming.number }),
      urls.meetingCancel({ meeting: coming.number }),
      urls.meeting({ meeting: over.number }),
      urls.meetingClose({ meeting: over.number }),
    ]) {
      await page.goto(site.origin + path);
      expect(await listViolations(page), path).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        path,
      ).toBe(true);
    }
    await context.close();
  }, 90_000);
});

describe.skipIf(!hasChromium)('A2 with a keyboard only', () => {
  const journey = openJourney();

  it('A2 R120 R124 R125 an event is proposed, and closed once it is over', async () => {
    const { space, component } = await makeSpace(journey.site, {
      kindOfComponent: 'events',
      categories: [],
    });
    const at = { space: space.slug, component: component.slug };
    const person = await makePerson(journey.site, { nickname: 'Les Genêts' });
    const walker = await journey.walker(true, {
      as: person,
      context: { reducedMotion: 'reduce' },
    });
    const type = async (label: string | RegExp, words: string) => {
      await tabTo(walker, label);
      await walker.page.keyboard.type(words);
    };
    await walker.goTo(urls.spaceEvents(at));
    await tabTo(walker, 'Proposer un événement');
    await press(walker, 'Enter');
    await walker.arrives('Proposer un événement');
    await type('Titre (obligatoire)', 'Café du clavier');
    for (const part of ['debut', 'fin']) {
      await walker.page.locator(`[name="${part}-day"]`).focus();
      for (const words of ['12', '12', '2199']) {
        await walker.page.keyboard.type(words);
        await press(walker, 'Tab');
      }
      // the browser's own control: how one types in it depends on its language
      await walker.page.locator(`[name="${part}-time"]`).fill(part === 'debut' ? '18:00' : '20:30');
    }
    await walker.page.locator('[name="lieu"]').focus();
    await walker.page.keyboard.type('Salle Simone-Veil');
    await tabTo(walker, 'Publier l’événement');
    await press(walker, 'Enter');
    await walker.arrives('Café du clavier');
    await sql`update meeting set starts_at = palabre_now() - interval '3 hours',
      ends_at = palabre_now() - interval '1 hour' where component_id = ${component.id}`.execute(
      journey.site.db,
    );
    await walker.page.reload();
    await tabTo(walker, 'Clôturer l’événement');
    await press(walker, 'Enter');
    await walker.arrives('Clôturer l’événement');
    await type('Compte-rendu (obligatoire)', 'On s’est bien entendu.');
    await type('Nombre de participant·es (obligatoire)', '47');
    await tabTo(walker, 'Publier la clôture');
    await press(walker, 'Enter');
    await walker.arrives('Café du clavier');
    await walker.page.getByText('47 personnes présentes').waitFor();
  });
});
