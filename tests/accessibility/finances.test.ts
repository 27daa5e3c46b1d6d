import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { type MadeMovement, makeGroup, makeMovement } from '../make/group.ts';
import { account, endowFund, entry, giveToGroup, record } from '../make/ledger.ts';
import { type MadePerson, makePerson } from '../make/people.ts';
import { listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

let site: BrowserSite;
let movement: MadeMovement;
let finance: MadePerson;
/** A name that does not part, in a column of a phone. */
const LONG = 'Anticonstitutionnellement-transfrontalièrement';

describe.skipIf(!hasChromium)('pages of the finance desk of a movement', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
    movement = await makeMovement(site);
    finance = await makePerson(site, { organisation: movement, roles: ['finance'] });
    const { group } = await makeGroup(site, movement, { name: LONG });
    const fund = await endowFund(site, movement, 120_000_00);
    await giveToGroup(site, movement, 1_234_567_89, group.id);
    await record(
      site,
      movement,
      entry('budget-reserved', account('fund', fund), account('fund-reserved', fund), 300_00),
      entry('spending-booked', account('fund-reserved', fund), account('fund-payable', fund), 1, {
        words: `${LONG}, ${LONG}`,
        about: { kind: 'spending', id: randomUUID() },
      }),
      ...Array.from({ length: 55 }, () =>
        entry('spending-booked', account('group', group.id), account('group-payable', group.id), 5),
      ),
    );
  }, 60_000);
  afterAll(() => site?.close());

  it('R25 W16 axe at zero, nothing sideways at 320 px, targets of 44 px', async () => {
    const { rows } = await site.pool.query<{ id: string }>(
      `select id from ledger_account where organisation_id = $1 and kind = 'group'`,
      [movement.id],
    );
    const numbers = await site.pool.query<{ sequence: number }>(
      `select sequence from ledger_entry where organisation_id = $1 and words <> ''`,
      [movement.id],
    );
    const paths = [
      urls.finances(),
      urls.financeAccounts(),
      urls.financeAccounts({ genre: 'fonds', q: 'zzz' }),
      urls.financeAccount({ account: rows[0]!.id }),
      urls.financeEntries(),
      urls.financeEntry({ entry: String(numbers.rows[0]!.sequence) }),
      urls.financeEntries({ genre: 'reversal' }),
      urls.financeSettings(),
    ];
    const origin = site.origin.replace('localhost', movement.host);
    const context = await site.open();
    const session = finance.client.cookies.get('palabre')!;
    await context.addCookies([{ name: 'palabre', value: session, url: origin }]);
    const page = await context.newPage();
    const problems: string[] = [];
    const look = async (path: string) => {
      await page.setViewportSize({ width: 360, height: 780 });
      const found = [...(await listViolations(page)), ...(await listSmallTargets(page))];
      await page.setViewportSize({ width: 320, height: 780 });
      found.push(...(await listOverflows(page)));
      problems.push(...found.map((words) => `${path}: ${words}`));
    };
    for (const path of paths) {
      const status = (await page.goto(origin + path))?.status();
      if (status !== 200) problems.push(`${path}: answers ${status}`);
      await look(path);
    }
    await page.fill('#siren', '12');
    await page.getByRole('button', { name: 'Enregistrer les réglages' }).click();
    await page.getByRole('alert').first().waitFor();
    await look('settings that are wrong');
    await context.close();
    expect(problems).toEqual([]);
  }, 120_000);
});
