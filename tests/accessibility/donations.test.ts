import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { donationFile, makeDonation, makeTreasury } from '../make/donation.ts';
import { type MadeGroup, type MadeMovement, makeGroup, makeMovement } from '../make/group.ts';
import type { MadePerson } from '../make/people.ts';
import { listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

let site: BrowserSite;
let movement: MadeMovement;
let lilas: MadeGroup;
let treasury: MadePerson;
let donation: string;
const files: string[] = [];

describe.skipIf(!hasChromium)('pages of donations of a movement', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
    movement = await makeMovement(site);
    treasury = await makeTreasury(site, movement);
    lilas = await makeGroup(site, movement, {
      name: 'Anticonstitutionnellement-transfrontalièrement',
    });
    donation = await makeDonation(site, movement, { by: treasury, group: lilas.group });
    await makeDonation(site, movement, { by: treasury, amount: 10_000 });
    await treasury.client.post(urls.solidarity(), {
      vers: 'groupe',
      nom: lilas.group.slug,
      montant: '12,50',
      motif: 'Collecte',
    });
    for (const montant of ['40', '-40']) {
      const line = [
        'HA-2026-0000000000000000000000000017',
        '01/03/2026',
        montant,
        lilas.group.slug,
      ];
      await treasury.client.post(urls.donationImport(), { fichier: donationFile([line]) });
      files.push(treasury.client.path);
    }
    // one whose import has ended, one that goes on
    for (const reference of ['HA-2026-1', 'HA-2026-2']) {
      const line = [reference, '01/03/2026', '40', lilas.group.slug];
      await treasury.client.post(urls.donationImport(), { fichier: donationFile([line]) });
      await treasury.client.post(treasury.client.path);
      files.push(treasury.client.path);
      if (reference === 'HA-2026-1') await site.runJobs();
    }
  }, 60_000);
  afterAll(() => site?.close());

  it('R25 W16 axe at zero, nothing sideways at 320 px, targets of 44 px', async () => {
    const money = urls.groupMoney({ group: lilas.group.slug });
    const visits: [string, MadePerson, string[]][] = [
      [
        'treasury',
        treasury,
        [
          urls.donations(),
          urls.donations({ du: '2030-01-01' }),
          urls.newDonation(),
          urls.donationTakeBack({ donation }),
          urls.donationImport(),
          ...files,
          urls.solidarity(),
          money,
        ],
      ],
      ['member', lilas.members[0]!, [money, urls.group({ group: lilas.group.slug })]],
    ];
    const origin = site.origin.replace('localhost', movement.host);
    const problems: string[] = [];
    for (const [name, person, paths] of visits) {
      const context = await site.open();
      const session = person.client.cookies.get('palabre')!;
      await context.addCookies([{ name: 'palabre', value: session, url: origin }]);
      const page = await context.newPage();
      for (const path of paths) {
        await page.setViewportSize({ width: 360, height: 780 });
        const status = (await page.goto(origin + path))?.status();
        const found = [
          ...(status === 200 ? [] : [`answers ${status}`]),
          ...(await listViolations(page)),
          ...(await listSmallTargets(page)),
        ];
        await page.setViewportSize({ width: 320, height: 780 });
        found.push(...(await listOverflows(page)));
        problems.push(...found.map((words) => `${name} ${path}: ${words}`));
      }
      await context.close();
    }
    expect(problems).toEqual([]);
  }, 120_000);
});
