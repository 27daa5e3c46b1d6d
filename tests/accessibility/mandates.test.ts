import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askToJoinTeam } from '../../src/rooms/mandates/team/team-writing.store.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { bringInLines, declare, makeBody, makeElected } from '../make/mandates.ts';
import { makeNetwork } from '../make/network.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('pages of mandates in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  /** No fault at 360 pixels nor at 1280; `SHOTS`: where pictures of the pages go. */
  async function look(person: MadePerson | null, paths: Record<string, string>): Promise<void> {
    const context = await site.open({ viewport: { width: 360, height: 740 } });
    const cookie = person?.client.cookies.get('palabre');
    if (cookie) await context.addCookies([{ name: 'palabre', value: cookie, url: site.origin }]);
    const page = await context.newPage();
    const shots = process.env.SHOTS;
    if (shots) mkdirSync(shots, { recursive: true });
    for (const [name, path] of Object.entries(paths)) {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const answer = await page.goto(site.origin + path);
        expect(answer?.status(), name).toBe(200);
        expect(await listViolations(page), `${name} ${width}`).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          `${name} ${width}`,
        ).toBe(true);
        if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
      }
    }
    await context.close();
  }

  it('R140 R153 R89 A1 mandates, directory, local authorities, team and showcase have no fault at 360 and 1280 px', async () => {
    const { space, components } = await makeNetwork(site, {
      title: 'Réseau des élu·es du plateau',
      admission: 'mandate',
    });
    const { organisationId } = site;
    const at = { space: space.slug };
    const directory = { ...at, component: components.directory!.slug };
    const lead = await makePerson(site, {
      nickname: 'Awa du plateau',
      roles: ['space-organiser'],
      spaceId: space.id,
    });
    const rosa = await makeElected(site, space, {
      nickname: 'Rosa du plateau',
      written: { territory: 'Aubry', delegation: 'déléguée à l’eau et aux solidarités rurales' },
    });
    await makeElected(site, space, {
      nickname: 'Paul de la région',
      written: { level: 'regional', body: 'Conseil régional', office: 'Conseiller régional' },
    });
    await rosa.client.post(urls.directoryEntry(directory), {
      courriel: 'rosa@example.org',
      public: 'oui',
    });
    const waiting = await declare(site, space, rosa.id, { territory: 'Bocage' });
    await bringInLines(site, { organisationId, by: lead.id }, space);
    await site.db
      .transaction()
      .execute((tx) =>
        askToJoinTeam(tx, { organisationId, by: rosa.id }, space, 'Tenir la bibliothèque.'),
      );
    const body = await makeBody(site, space, lead.id, { name: 'Aubry-le-Plateau' });
    await makeBody(site, space, lead.id, {
      name: 'Communauté de communes du Bocage et du Plateau',
      kind: 'intercommunality',
      budget: 'yes',
      place: { longitude: 2.6, latitude: 48.7 },
    });
    await look(rosa, {
      bodies: urls.memberBodies(at),
      directory: urls.directory(directory),
      entry: urls.directoryEntry(directory),
      'own-mandates': urls.ownMandates(at),
      declare: urls.declareMandate(at),
      correct: urls.correctMandate({ ...at, mandate: waiting }),
      withdraw: urls.withdrawMandate({ ...at, mandate: waiting }),
      end: urls.endMandate({ ...at, mandate: rosa.mandateId }),
      'team-member': urls.spaceTeam(at),
    });
    await look(lead, {
      'team-lead': urls.spaceTeam(at),
      'bodies-lead': urls.memberBodies(at),
      'body-new': urls.adminNewMemberBody(at),
      body: urls.adminMemberBody({ ...at, body }),
      queue: urls.adminMandates(at),
      mandate: urls.adminMandate({ ...at, mandate: waiting }),
      import: urls.adminMandateImport(at),
    });
    await lead.client.post(urls.teamShow(at), { public: 'oui' });
    await look(null, { showcase: urls.space(at) });
  }, 120_000);
});
