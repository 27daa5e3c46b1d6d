import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makeDocument } from '../make/library.ts';
import { makeElected } from '../make/mandates.ts';
import { makeNetwork } from '../make/network.ts';
import { listViolations } from './page-measures.ts';

describe.skipIf(!hasChromium)('faces of the documents of a network in a browser', () => {
  let site: BrowserSite;
  beforeAll(async () => {
    site = await openBrowserSite();
  });
  afterAll(() => site?.close());

  it('R140 R142 R145 R147 A1 what everybody reads, and each kind in its own shape, have no fault at 360 px', async () => {
    const kinds = ['reports', 'solutions', 'library', 'positions', 'tools'] as const;
    const { space, components } = await makeNetwork(site, { kinds });
    const author = await makeElected(site, space, { nickname: 'Rosa Lenoir' });
    const shared = { reach: 'public', level: 'municipal', theme: 'Eau' } as const;
    await makeDocument(site, components.library!, author, { ...shared, result: 'adopted' });
    const report = await makeDocument(site, components.reports!, author, {
      ...shared,
      type: 'report',
      title: 'Six mois de mandat à Fleury',
      summary: 'Ce que nous avons fait, ce qui reste à faire.',
      territory: 'Fleury',
      beganOn: '2026-01-01',
      endedOn: '2026-06-30',
    });
    for (const [title, place, latitude, longitude] of [
      ['Une régie publique de l’eau', 'Orléans', 47.9, 1.9],
      ['Une cantine en circuit court', 'Saran', 47.95, 1.87],
    ] as const)
      await makeDocument(site, components.solutions!, author, {
        ...shared,
        type: 'solution',
        title,
        place,
        point: { latitude, longitude },
        contact: 'Rosa Lenoir, 02 00 00 00 00',
      });
    for (const [level, text] of [
      ['municipal', 'La commune demande une gestion publique de l’eau, sans profit.'],
      ['municipal', 'Une tarification sociale pour chaque foyer.'],
      ['departmental', 'Le département finance une gestion publique des réseaux.'],
      ['regional', 'La région préfère une tarification progressive.'],
    ] as const)
      await makeDocument(site, components.positions!, author, {
        ...shared,
        type: 'position',
        title: `L’eau, bien commun (${level})`,
        level,
        text,
      });
    await makeDocument(site, components.positions!, author, {
      ...shared,
      type: 'position',
      title: 'Des trains du quotidien',
      theme: 'Transports',
      level: 'regional',
    });
    const tool = await makeDocument(site, components.tools!, author, {
      ...shared,
      type: 'tool',
      title: 'Un message à partager',
      link: 'https://reseau.example/',
    });
    const at = { space: space.slug };
    const inKind = (kind: string) => ({ ...at, component: components[kind]!.slug });
    const paths: readonly (readonly [string, boolean])[] = [
      [urls.space(at), false],
      [urls.publicDocuments(at), false],
      [urls.publicDocuments(at, { type: 'report', niveau: 'european' }), false],
      [urls.spaceDocuments(inKind('solutions')), true],
      [urls.documentComparison(inKind('positions')), true],
      [urls.documentComparison(inKind('positions'), { theme: 'Eau' }), false],
      [urls.documentComparison(inKind('positions'), { theme: 'introuvable' }), true],
      [urls.spaceDocuments(inKind('reports'), { de: 'Rosa Lenoir' }), false],
      [urls.document({ document: report.number }), true],
      [urls.spaceDocuments(inKind('tools')), true],
      [urls.document({ document: tool.number }), true],
    ];
    for (const [index, [path, isInside]] of paths.entries()) {
      const context = await site.open();
      if (isInside)
        await context.addCookies([
          { name: 'palabre', value: author.client.cookies.get('palabre')!, url: site.origin },
        ]);
      const page = await context.newPage();
      await page.goto(site.origin + path);
      expect(await listViolations(page), path).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        path,
      ).toBe(true);
      if (process.env.SHOTS) {
        await page.screenshot({ path: `${process.env.SHOTS}/${index}-360.png`, fullPage: true });
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.screenshot({ path: `${process.env.SHOTS}/${index}-1280.png`, fullPage: true });
      }
      await context.close();
    }
  }, 90_000);
});
