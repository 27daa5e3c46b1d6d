import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeThreshold } from '../../src/rooms/funds/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { type MadeFund, makeFund } from '../make/fund.ts';
import { type MadeMovement, makeMovement } from '../make/group.ts';
import { account, entry, record } from '../make/ledger.ts';
import type { MadePerson } from '../make/people.ts';
import { listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

let site: BrowserSite;
let movement: MadeMovement;
let empty: MadeMovement;
let used: MadeFund;
let draft: MadeFund;
let none: MadeFund;

describe.skipIf(!hasChromium)('pages of the funds of a movement', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
    [movement, empty] = [await makeMovement(site), await makeMovement(site)];
    used = await makeFund(site, movement, {
      name: 'Fonds anticonstitutionnellement-transfrontalier',
      presentation: '## Pourquoi\n\n- Un\n- Deux',
    });
    draft = await makeFund(site, movement, { endowed: 0 });
    none = await makeFund(site, empty, { endowed: 0 });
    const of = (kind: Parameters<typeof account>[0]) => account(kind, used.fund.id);
    await record(
      site,
      movement,
      entry('budget-reserved', of('fund'), of('fund-reserved'), 1_700_000),
      entry('spending-booked', of('fund-reserved'), of('fund-payable'), 900_000),
      entry('spending-paid', of('fund-payable'), account('expenses'), 400_000),
    );
    await changeThreshold(
      site.db,
      { organisationId: movement.id, by: used.officer.id },
      used.fund,
      { threshold: 12, reason: 'Il reste moins de vingt pour cent.' },
      { hold: async () => {}, release: async () => {} },
    );
  }, 60_000);
  afterAll(() => site?.close());

  it('R1 R18 W16 axe at zero, nothing sideways at 320 px, targets of 44 px', async () => {
    const [one, other] = [{ fund: used.fund.slug }, { fund: draft.fund.slug }];
    const visits: [string, MadeMovement, MadePerson | null, string[]][] = [
      ['anonymous', movement, null, [urls.funds(), urls.fund(one)]],
      ['anonymous', empty, null, [urls.funds()]],
      [
        'finance',
        movement,
        used.treasurer,
        [urls.funds(), urls.fund(other), urls.fundEndowment(one), urls.fundEndowment(other)],
      ],
      [
        'officer',
        movement,
        used.officer,
        [
          urls.admin(),
          urls.adminFunds(),
          urls.adminNewFund(),
          urls.adminFund(one),
          urls.adminFund(other),
          urls.adminFundSettings(one),
          urls.adminFundThreshold(one),
          urls.adminFundClose(one),
        ],
      ],
      ['officer', empty, none.officer, [urls.adminFunds()]],
    ];
    const problems: string[] = [];
    for (const [name, { host }, person, paths] of visits) {
      const origin = site.origin.replace('localhost', host);
      const context = await site.open();
      const session = person?.client.cookies.get('palabre');
      if (session) await context.addCookies([{ name: 'palabre', value: session, url: origin }]);
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
