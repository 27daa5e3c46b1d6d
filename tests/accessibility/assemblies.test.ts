import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAssembly } from '../../src/rooms/assemblies/assembly-writing.store.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makeAssembly } from '../make/assemblies.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('R157 a general assembly in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  it('R157 its pages hold at 360 px, for who runs it and who votes', async () => {
    const made = await makeAssembly(site, {
      quorum: 30,
      colleges: [
        { key: 'a', name: 'Communes', share: 60 },
        { key: 'b', name: 'Départements et régions', share: 40 },
      ],
    });
    const [member, giver] = made.members;
    await giver!.client.post(urls.assemblyProxy(made.at), { a: member!.id });
    await member!.client.post(urls.assemblyPresence(made.at), { presence: 'oui' });
    const { client } = made.organiser;
    await client.post(urls.assemblyVoteOpen({ ...made.at, item: made.itemId }), {
      mode: 'open',
      majorite: 'simple',
    });
    const vote = client.path;
    const over = await makeAssembly(site);
    await over.organiser.client.post(urls.assemblyVoteOpen({ ...over.at, item: over.itemId }), {
      mode: 'open',
      majorite: 'absolute',
    });
    const counted = over.organiser.client.path;
    for (const [at, choice] of (['yes', 'yes', 'no'] as const).entries())
      await over.members[at]!.client.post(counted, {
        formulaire: randomUUID(),
        [`choix-${over.members[at]!.id}`]: choice,
      });
    await over.organiser.client.post(`${counted}/clore`, {});
    await closeAssembly(
      site.db,
      { organisationId: site.organisationId, by: null },
      over.assembly.id,
    );
    const convened = await makeAssembly(site, { state: 'convened' });
    const runs = (path: string) => ({ by: made.organiser, path });
    const scenes = [
      { by: member!, path: urls.assemblies(made.at) },
      { by: member!, path: urls.assembly(made.at) },
      { by: member!, path: vote },
      { by: over.members[0]!, path: counted },
      { by: over.organiser, path: urls.assembly(over.at) },
      { by: over.organiser, path: urls.assemblyMinutes(over.at) },
      { by: convened.organiser, path: urls.assembly(convened.at) },
      { by: convened.organiser, path: urls.assemblySettings(convened.at) },
      { by: convened.members[0]!, path: urls.assembly(convened.at) },
      runs(urls.newAssembly(made.at)),
      runs(urls.assemblyRoll(made.at)),
      runs(urls.newAssemblyItem(made.at)),
      runs(urls.assemblyVoteOpen({ ...made.at, item: made.itemId })),
    ];
    for (const [at, { by, path }] of scenes.entries()) {
      const context = await site.open({ viewport: { width: 360, height: 780 } });
      await context.addCookies([
        { name: 'palabre', value: by.client.cookies.get('palabre')!, url: site.origin },
      ]);
      const page = await context.newPage();
      await page.goto(site.origin + path);
      expect(await listViolations(page), path).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, path).toBeLessThanOrEqual(360);
      if (process.env.SHOTS) {
        await page.screenshot({ path: `${process.env.SHOTS}/a${at}-360.png`, fullPage: true });
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.screenshot({ path: `${process.env.SHOTS}/a${at}-1280.png`, fullPage: true });
      }
      await context.close();
    }
  });
});
