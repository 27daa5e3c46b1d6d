import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeListLink } from '../../src/rooms/lists/list-token.crypto.ts';
import { findSubscription } from '../../src/rooms/lists/subscription.store.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { type MadeList, makeMailingList, subscribeTo, writeMessage } from '../make/lists.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('R154 W14 discussion lists, on a narrow screen', () => {
  let site: BrowserSite;
  let made: MadeList;
  let rosa: MadePerson;
  let officer: MadePerson;
  let thread: string;
  let waiting: string;
  beforeAll(async () => {
    site = await openBrowserSite();
    made = await makeMailingList(site, { moderation: 'first', title: 'Eau et assainissement' });
    rosa = await makePerson(site, { nickname: 'Rosa Lenoir', isKnown: true });
    officer = await makePerson(site, { nickname: 'Agathe', roles: ['officer'] });
    const malik = await makePerson(site, { nickname: 'Malik Bensaïd', isKnown: true });
    for (const person of [rosa, malik]) await subscribeTo(site, made, person);
    const trust = (at: Date | null) =>
      site.db.updateTable('list_subscription').set({ trusted_at: at }).execute();
    await trust(new Date());
    const file = new File(['%PDF-1.4\n%%EOF'], 'Relevés de débit du captage.pdf');
    const refused = new File(['MZ'], 'photo-des-vannes.exe');
    thread = await writeMessage(site, made, rosa, {
      subject: 'Le captage de la source baisse depuis le mois d’août',
      body: 'Bonjour,\n\nLe débit a perdu un tiers en trois mois : https://exemple.fr/un/chemin/assez/long/pour/une/petite/page.\n\nQui d’autre le voit dans sa commune ?',
      files: [file, refused],
    });
    await writeMessage(site, made, malik, {
      body: 'Chez nous aussi, depuis juillet. Le syndicat se réunit le 12.',
      answers: thread,
    });
    await site.db
      .updateTable('list_message')
      .set({ quoted: '> Bonjour,\n>\n> Le débit a perdu un tiers en trois mois.' })
      .where('parent_id', '=', thread)
      .execute();
    for (const subject of ['Réunion de mars', 'Qui paie le compteur ?'])
      await writeMessage(site, made, malik, { subject, body: 'Je propose le jeudi 12 à 18 h.' });
    await trust(null);
    waiting = await writeMessage(site, made, malik, { subject: 'À lire d’abord' });
  });
  afterAll(() => site?.close());

  /** Nothing is wrong with the page, and nothing of it lies beside the screen. */
  async function look(page: Page, path: string) {
    await page.goto(site.origin + path);
    expect(await listViolations(page), path).toEqual([]);
    const beside = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beside, path).toBeLessThanOrEqual(0);
  }
  async function openFor(person: MadePerson | null, width: number): Promise<Page> {
    const context = await site.open({ viewport: { width, height: 800 } });
    await context.addCookies(
      [...(person?.client.cookies ?? [])].map(([name, value]) => ({
        name,
        value,
        url: site.origin,
      })),
    );
    return context.newPage();
  }

  it.each([360, 1280])(
    'is read, written to and set without a flaw at %i px',
    async (width) => {
      const { at, list } = made;
      const subscriber = await openFor(rosa, width);
      for (const path of [
        urls.spaceList(at),
        urls.spaceList(at, { q: 'captage' }),
        urls.listThread({ ...at, thread }),
        urls.listWrite(at),
        urls.listSubscription(at),
      ])
        await look(subscriber, path);
      const office = await openFor(officer, width);
      for (const path of [
        urls.listQueue(at),
        urls.listJudgement({ ...at, message: waiting }),
        urls.listWithdrawal({ ...at, message: thread }),
        urls.adminList(at),
      ])
        await look(office, path);
      const { config, organisationId } = site;
      const own = (await findSubscription(site.db, organisationId, list.id, rosa.id))!;
      const nobody = await openFor(null, width);
      for (const path of [
        urls.stopList({ token: writeListLink(config, organisationId, 'stop', own.id) }),
        urls.listThread({ ...at, thread }),
      ])
        await look(nobody, path);
      for (const page of [subscriber, office, nobody]) await page.context().close();
    },
    60_000,
  );
});
