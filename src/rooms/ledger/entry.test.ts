import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDonation, makeTreasury } from '../../../tests/make/donation.ts';
import { makeMovement } from '../../../tests/make/group.ts';
import { makePaid, makePayer, makeToPay } from '../../../tests/make/payments.ts';
import { type MadePurse, makeBudget, makePurse } from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { moveEndowment } from '../funds/index.ts';

let site: TestSite;
let purse: MadePurse;
beforeAll(async () => {
  site = await openTestSite();
  purse = await makePurse(site);
}, 60_000);
afterAll(() => site.close());

/** The number of the latest entry of a kind. */
const latest = async (kind: string) => {
  const { rows } = await site.pool.query<{ sequence: string }>(
    `select sequence from ledger_entry where organisation_id = $1 and kind = $2 order by sequence desc limit 1`,
    [purse.movement.id, kind],
  );
  return String(rows[0]!.sequence);
};
const read = async (entry: string) => {
  const { client } = purse.desk;
  await client.get(urls.financeEntry({ entry }));
  expect(client.status).toBe(200);
  return client.main;
};

describe('one entry of the ledger', () => {
  it('R25 a donation: its accounts, who recorded it, the donation; then what took it back, both ways', async () => {
    const { client } = purse.desk;
    const by = purse.desk;
    const { group } = purse.made;
    const donation = await makeDonation(site, purse.movement, { by, group, reference: 'HA-77' });
    const entry = await latest('donation');
    const main = await read(entry);
    expect(main).toContain(`<h1>Écriture nº ${entry}</h1>`);
    expect(main).toContain('HA-77');
    expect(main).toContain(urls.donationTakeBack({ donation }));
    expect(main.match(/\/finances\/comptes\//g)).toHaveLength(2);
    expect(main).toContain('Enregistrée par');
    await client.post(urls.donationTakeBack({ donation }), { motif: 'Remboursé' });
    const reversal = await latest('reversal');
    expect(await read(entry)).toContain(`href="${urls.financeEntry({ entry: reversal })}"`);
    expect(await read(reversal)).toContain(`href="${urls.financeEntry({ entry })}"`);
    // from the list, one click away
    await client.get(urls.financeEntries());
    expect(client.main).toContain(`href="${urls.financeEntry({ entry })}"`);
  });

  it('R22 R25 what is booked leads to its request and to its batch; what is given, to the solidarity fund', async () => {
    await makePayer(site, purse);
    const request = await makeToPay(site, purse);
    const batch = await makePaid(site, purse, [request]);
    const main = await read(await latest('spending-booked'));
    expect(main).toContain(urls.financeRequest({ request: String(request.number) }));
    expect(main).toContain(urls.transferBatch({ batch: String(batch.number) }));
    await makeDonation(site, purse.movement, { by: purse.desk });
    await purse.desk.client.post(urls.solidarity(), {
      vers: 'groupe',
      nom: purse.made.group.slug,
      montant: '10',
      motif: 'Collecte',
    });
    expect(await read(await latest('solidarity-given'))).toContain(`href="${urls.solidarity()}"`);
  });

  it('R1 R22 what is reserved leads to its budget; an endowment, to its fund', async () => {
    const budget = await makeBudget(site, purse, { state: 'validated' });
    expect(await read(await latest('budget-reserved'))).toContain(
      urls.financeBudget({ budget: String(budget.number) }),
    );
    const given = await moveEndowment(
      site.db,
      { organisationId: purse.movement.id, by: purse.desk.id },
      purse.fundId,
      'endowed',
      { amount: 100_000, words: 'Assemblée', countedOn: '2026-03-01', once: 'one' },
    );
    expect(given).toEqual({ ok: true });
    const main = await read(await latest('fund-endowed'));
    expect(main).toContain('Fonds commun');
    expect(main).toMatch(/href="\/fonds\/[^"]+\/dotation"/);
  });

  it('W3 is of its movement and of its desk alone', async () => {
    const entry = await latest('fund-endowed');
    const stranger = await makeTreasury(site, await makeMovement(site));
    expect((await stranger.client.get(urls.financeEntry({ entry }))).status).toBe(404);
    const { client } = purse.made.lead;
    expect((await client.get(urls.financeEntry({ entry }))).status).toBe(403);
    for (const wrong of ['0', '-1', 'x', '999999999999999', '1e3'])
      expect((await purse.desk.client.get(urls.financeEntry({ entry: wrong }))).status, wrong).toBe(
        404,
      );
  });
});
