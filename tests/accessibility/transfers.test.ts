import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import { makePaid, makePayer, makeToPay } from '../make/payments.ts';
import { type MadePurse, makePurse } from '../make/spending.ts';
import { listOverflows, listSmallTargets, listViolations } from './page-measures.ts';

let site: BrowserSite;
let purse: MadePurse;

const CSV = [
  'Date;Libellé;Montant',
  '20/11/2026;VIR SEPA ROSA MARTIN;-240,00',
  '20/11/2026;LOYER DU LOCAL Anticonstitutionnellement-transfrontalièrement;-900,00',
].join('\n');

describe.skipIf(!hasChromium)('pages of the transfers of a movement', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
    purse = await makePurse(site);
    await makePayer(site, purse);
    await makePaid(site, purse, [await makeToPay(site, purse)]);
    await makeToPay(site, purse);
    await purse.desk.client.post(urls.bankStatements(), {
      fichier: new File([CSV], 'releve-du-20-novembre-2026.csv'),
      compte: 'habituel',
    });
  }, 60_000);
  afterAll(() => site?.close());

  it('R22 W16 axe at zero, nothing sideways at 320 px, targets of 44 px', async () => {
    const { rows } = await site.pool.query<{ id: string }>('select id from bank_statement');
    const paths = [
      urls.payerAccounts(),
      urls.transfers(),
      urls.transfers({ compte: 'campagne' }),
      urls.transferBatch({ batch: '1' }),
      urls.bankStatements(),
      urls.bankLines(),
      urls.bankStatement({ statement: rows[0]!.id }),
    ];
    const origin = site.origin.replace('localhost', purse.movement.host);
    const context = await site.open();
    const session = purse.desk.client.cookies.get('palabre')!;
    await context.addCookies([{ name: 'palabre', value: session, url: origin }]);
    const page = await context.newPage();
    const problems: string[] = [];
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
      problems.push(...found.map((words) => `${path}: ${words}`));
    }
    await context.close();
    expect(problems).toEqual([]);
  }, 120_000);
});
