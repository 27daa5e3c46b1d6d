import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, findAction } from '../../src/rooms/actions/index.ts';
import { findFund } from '../../src/rooms/funds/index.ts';
import { auditLedger, readFundMoney, readGroupMoney } from '../../src/rooms/ledger/index.ts';
import { urls } from '../../src/urls.ts';
import { type BrowserSite, hasChromium, openBrowserSite } from '../browser.ts';
import {
  completeAndPublish,
  fillCommitment,
  openFundOf,
  proposeCollection,
  validateBudgetOf,
} from './sc2-fund.ts';
import { type Cast, castMovement } from './sc2-movement.ts';
import { dayFields, openSeats, type Seat } from './sc2-seat.ts';

let site: BrowserSite;
let cast: Cast;

describe.skipIf(!hasChromium)('SC2 « de l’action au remboursement »', () => {
  beforeAll(async () => {
    site = await openBrowserSite();
    cast = await castMovement(site);
  }, 60_000);
  afterAll(() => site?.close());

  const actionOf = async (action: string): Promise<Action> =>
    (await findAction(site.db, cast.movement.id, Number.parseInt(action, 10)))!;

  it('SC2 R1 R4 R9 R10 R11 R12 R14 R15 R17 R18 R20 R21 R22 R23 from a fund to what it paid back', async () => {
    const { movement, lilas, committing, pantin } = cast;
    const seats = openSeats(site, movement);
    const [office, desk, reviewer, lead] = (await Promise.all(
      [cast.officer, cast.desk, cast.reviewer, lilas.lead].map((one) => seats.sit(one)),
    )) as [Seat, Seat, Seat, Seat];
    const fund = await openFundOf(office, desk);
    const fundId = (await findFund(site.db, movement.id, fund))!.id;
    const action = await proposeCollection(lead, fund);
    expect(await actionOf(action)).toMatchObject({ state: 'submitted', maximum: 28_000 });
    await completeAndPublish(reviewer, lead, action);
    expect(await actionOf(action)).toMatchObject({ state: 'published', commitments: 0 });

    // four leave it as it is; the fifth and the sixth press at the same instant
    const leads = await Promise.all(committing.map((one) => seats.sit(one.lead)));
    await Promise.all(
      leads.map((one, at) =>
        fillCommitment(one, { fund, action, group: committing[at]!.group.slug }),
      ),
    );
    for (const one of leads.slice(0, 4)) await one.press('Engager notre groupe');
    await lead.goTo(urls.fundAction({ fund, action }));
    await lead.reads('4/5');
    expect(await actionOf(action)).toMatchObject({ state: 'published', commitments: 4 });
    await Promise.all(leads.slice(4).map((one) => one.press('Engager notre groupe')));
    expect(await actionOf(action)).toMatchObject({ state: 'fundable', commitments: 6 });
    const { rows } = await site.pool.query(
      `select count(*)::int as times from fund_action_act where action_id = $1 and kind = 'fundable'`,
      [(await actionOf(action)).id],
    );
    expect(rows).toEqual([{ times: 1 }]);

    // 40 € in the envelope of a certified group that is not committed; its budget is reserved on the fund
    await desk.goTo(urls.newDonation());
    await desk.send('Saisir un don', {
      vers: 'groupe',
      nom: pantin.group.name,
      montant: '40',
      reference: 'DON-1',
      ...dayFields('jour', '2026-01-05'),
    });
    const [first] = await Promise.all(pantin.treasurers.map((one) => seats.sit(one)));
    await validateBudgetOf(first!, desk, pantin.group.slug);
    const money = async () => ({
      fund: (await readFundMoney(site.db, movement.id, [fundId])).get(fundId),
      group: (await readGroupMoney(site.db, movement.id, [pantin.group.id])).get(pantin.group.id),
    });
    expect(await money()).toMatchObject({
      fund: { endowed: 2_000_000, remaining: 1_976_000, reserved: 24_000 },
      group: { available: 4000 },
    });

    // raised to eight: what is fundable stays so, and everybody reads who changed it and why
    await office.goTo(urls.adminFundThreshold({ fund }));
    await office.send('Changer le seuil et publier le motif', {
      seuil: '8',
      motif: 'Le fonds se vide.',
    });
    expect(await actionOf(action)).toMatchObject({ state: 'fundable' });
    const reader = await seats.sit(null);
    await reader.goTo(urls.fund({ fund }));
    await reader.reads('Le fonds se vide.', '19 760');
    expect(await auditLedger(site.db, movement.id)).toMatchObject({ total: 0, wrong: [] });
    await seats.close();
  }, 120_000);
});
