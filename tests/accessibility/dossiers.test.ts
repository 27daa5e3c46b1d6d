import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askToJoin, invite } from '../../src/rooms/dossiers/joining.store.ts';
import { addTask, markTask } from '../../src/rooms/dossiers/task.store.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { commentFields } from '../make/comments.ts';
import { makeDossier } from '../make/dossiers.ts';
import { makeDocument } from '../make/library.ts';
import { makeHosted } from '../make/meetings.ts';
import { makeInsider, makeNetwork } from '../make/network.ts';
import type { MadePerson } from '../make/people.ts';
import { makeComponent } from '../make/spaces.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('dossiers in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  /** No fault at 360 pixels; `SHOTS`: where pictures of the pages go. */
  async function look(person: MadePerson, paths: readonly string[]): Promise<void> {
    const context = await site.open({ viewport: { width: 360, height: 740 } });
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
      if (!shots) continue;
      mkdirSync(shots, { recursive: true });
      const name = path
        .split('/')
        .slice(3)
        .join('-')
        .replaceAll(/[^a-z0-9]+/gi, '-');
      await page.screenshot({ path: `${shots}/${name}-360.png`, fullPage: true });
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.screenshot({ path: `${shots}/${name}-1280.png`, fullPage: true });
      await page.setViewportSize({ width: 360, height: 740 });
    }
    await context.close();
  }

  it('R151 A1 lists, forms, a dossier at work and one that is closed have no fault at 360 px', async () => {
    const made = await makeDossier(site, {
      reach: 'space',
      title: 'Baisse des dotations aux communes rurales',
    });
    const { at, space, component, dossier, lead, member, other } = made;
    const { organisationId, db } = site;
    const by = (person: MadePerson) => ({ organisationId, by: person.id });
    const task = (words: string, assigneeId: string | null, dueOn: string | null) =>
      addTask(db, by(lead), dossier.id, { words, assigneeId, dueOn }, randomUUID());
    const first = await task('Recenser les communes qui perdent plus de 5 %', lead.id, null);
    await task(
      'Écrire une lettre commune au préfet et aux parlementaires du département',
      member.id,
      '2020-12-01',
    );
    await task('Réunir les maires du canton', null, '2199-12-01');
    if (first.ok) await markTask(db, by(lead), dossier.id, first.task.id, true);
    const guest = await makeInsider(site, space);
    await invite(db, by(lead), dossier.id, guest.id);
    await askToJoin(db, by(other), dossier.id);
    const { id: events } = await db
      .selectFrom('component')
      .select('id')
      .where('space_id', '=', space.id)
      .where('kind', '=', 'events')
      .executeTakeFirstOrThrow();
    await makeHosted(site, events, lead.id, { title: 'Visioconférence avec la députée' });
    const linked = await makeHosted(site, events, lead.id, { title: 'Réunion des maires' });
    await lead.client.post(urls.dossierEvents(at), { evenement: linked.id });
    const library = await makeComponent(site, space, { kind: 'library', title: 'Textes' });
    const document = await makeDocument(site, library, lead, { title: 'Vœu sur les dotations' });
    await lead.client.post(urls.dossierDocuments(at), { document: String(document.number) });
    const thread = urls.comments({ kind: 'dossier', contribution: dossier.id });
    await member.client.post(thread, commentFields({ texte: 'La lettre est prête à relire.' }));
    const place = { space: space.slug, component: component.slug };
    const tasks = urls.dossierTasks(at);
    await lead.client.get(tasks);
    const change = /href="([^"]*\/taches\/[^"]*)"/.exec(lead.client.main)![1]!;
    await look(lead, [
      urls.dossiers(place),
      urls.newDossier(place),
      urls.dossier(at),
      urls.changeDossier(at),
      urls.dossierMembers(at),
      tasks,
      change,
      urls.closeDossier(at),
    ]);
    await look(guest, [`${urls.dossier(at)}?invitation`]);
    await look(other, [`${urls.dossier(at)}?demande`]);
    await lead.client.post(urls.closeDossier(at), {
      resultat: 'Les dotations sont **maintenues**.',
    });
    await look(lead, [urls.dossiers(place, { etat: 'clos' }), `${urls.dossier(at)}?clos`]);
  });

  it('R151 A1 before the first dossier there is something to do', async () => {
    const { space, components } = await makeNetwork(site, { kinds: ['dossiers'] });
    const person = await makeInsider(site, space);
    const at = { space: space.slug, component: components.dossiers!.slug };
    await look(person, [urls.dossiers(at, { premier: 'oui' })]);
  });
});
