import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHolder, makeDonation, makeTreasury } from '../../../../tests/make/donation.ts';
import {
  type MadeGroup,
  type MadeMovement,
  makeGroup,
  makeMovement,
} from '../../../../tests/make/group.ts';
import { account, entry, record } from '../../../../tests/make/ledger.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { auditLedger, enterDonation, readBalances, readGroupMoney } from '../index.ts';

let site: TestSite;
let movement: MadeMovement;
let treasury: MadePerson;
let lilas: MadeGroup;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  treasury = await makeTreasury(site, movement);
  lilas = await makeGroup(site, movement, { certified: true, name: 'Les Lilas Solidaires' });
}, 60_000);
afterAll(() => site.close());

const form = {
  vers: 'groupe',
  nom: 'les lilas solidaires',
  montant: '40,00',
  'jour-day': '1',
  'jour-month': '3',
  'jour-year': '2026',
  reference: '',
};
const moneyOf = async (groupId: string) =>
  (await readGroupMoney(site.db, movement.id, [groupId])).get(groupId)!;
const solidarity = async () =>
  (await readBalances(site.db, movement.id, [{ kind: 'solidarity' }]))[0]!;

describe('entering a donation by hand', () => {
  it('R25 R22 40,00 € for a group is what the group has, and the ledger balances', async () => {
    const { client } = treasury;
    await client.post(urls.newDonation(), { ...form, reference: 'HA-1' });
    expect([client.path, client.status]).toEqual([urls.donations(), 200]);
    expect(client.main).toContain('Les Lilas Solidaires');
    expect(client.main).toContain('HA-1');
    expect(await moneyOf(lilas.group.id)).toMatchObject({ received: 4000, available: 4000 });
    const { total, wrong } = await auditLedger(site.db, movement.id);
    expect({ total, wrong }).toEqual({ total: 0, wrong: [] });
  });

  it('the solidarity fund needs no name', async () => {
    const before = await solidarity();
    await treasury.client.post(urls.newDonation(), { ...form, vers: 'solidarite', nom: '' });
    expect(treasury.client.status).toBe(200);
    expect(await solidarity()).toBe(before + 4000);
  });

  it('W14 V3 what cannot be a donation is refused beside its field, and kept as typed', async () => {
    const { client } = treasury;
    const before = await moneyOf(lilas.group.id);
    for (const [typed, field] of [
      [{ montant: '-40' }, 'montant'],
      [{ montant: '1e3' }, 'montant'],
      [{ montant: '4600,01' }, 'montant'],
      [{ montant: '0,99' }, 'montant'],
      [{ montant: '=40' }, 'montant'],
      [{ 'jour-year': '2999' }, 'jour'],
      [{ 'jour-month': '13' }, 'jour'],
      [{ nom: 'Personne' }, 'nom'],
      [{ nom: '' }, 'nom'],
      [{ vers: 'ailleurs' }, 'vers'],
      [{ reference: '=HYPERLINK("x")' }, 'reference'],
    ] as const) {
      await client.post(urls.newDonation(), { ...form, ...typed });
      expect(client.status, JSON.stringify(typed)).toBe(422);
      expect(client.main, JSON.stringify(typed)).toContain(`href="#${field}"`);
    }
    expect(client.main).toContain('value="=HYPERLINK(&quot;x&quot;)"');
    expect(await moneyOf(lilas.group.id)).toEqual(before);
  });

  it('R25 the same reference for the same destination once, entered at the same instant too', async () => {
    const given = {
      reference: 'HA-TWICE',
      givenOn: '2026-03-01',
      amount: 1000,
      destination: asHolder(lilas.group),
    };
    const act = { organisationId: movement.id, by: treasury.id };
    const before = await moneyOf(lilas.group.id);
    const answers = await Promise.all([1, 2, 3].map(() => enterDonation(site.db, act, given)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await moneyOf(lilas.group.id)).received).toBe(before.received + 1000);
    const elsewhere = await enterDonation(site.db, act, {
      ...given,
      destination: { kind: 'solidarity' },
    });
    expect(elsewhere.ok).toBe(true);
    await treasury.client.post(urls.newDonation(), { ...form, reference: 'HA-TWICE' });
    expect(treasury.client.status).toBe(422);
  });

  it('W3 a group of another movement is not known here', async () => {
    const other = await makeMovement(site);
    await makeGroup(site, other, { name: 'Ailleurs Solidaire' });
    await treasury.client.post(urls.newDonation(), { ...form, nom: 'Ailleurs Solidaire' });
    expect(treasury.client.status).toBe(422);
    const id = await makeDonation(site, movement, { by: treasury, group: lilas.group });
    const stranger = await makeTreasury(site, other);
    expect(await stranger.client.get(urls.donationTakeBack({ donation: id }))).toMatchObject({
      status: 404,
    });
  });

  it('R33 only whoever keeps the accounts: not a lead, an officer, an administrator, nor in a town', async () => {
    const officer = await makePerson(site, { organisation: movement, roles: ['officer'] });
    const administrator = await makePerson(site, {
      organisation: movement,
      roles: ['administrator'],
    });
    for (const { client } of [lilas.lead, officer, administrator])
      for (const path of [
        urls.donations(),
        urls.newDonation(),
        urls.donationImport(),
        urls.solidarity(),
      ])
        expect((await client.get(path)).status, path).toBe(403);
    expect((await officer.client.post(urls.newDonation(), form)).status).toBe(403);
    const town = await makePerson(site, { roles: ['finance'] });
    expect((await town.client.get(urls.donations())).status).toBe(404);
  });
});

describe('taking a donation back', () => {
  it('R25 by an opposite entry, with a reason, once', async () => {
    const id = await makeDonation(site, movement, { by: treasury, group: lilas.group });
    const before = await moneyOf(lilas.group.id);
    const { client } = treasury;
    const path = urls.donationTakeBack({ donation: id });
    await client.post(path, { motif: '' });
    expect(client.status).toBe(422);
    await client.post(path, { motif: 'Chèque sans provision' });
    expect([client.path, client.status]).toEqual([urls.donations(), 200]);
    expect((await moneyOf(lilas.group.id)).available).toBe(before.available - 4000);
    await client.post(path, { motif: 'Encore' });
    expect(client.status).toBe(422);
    expect((await moneyOf(lilas.group.id)).available).toBe(before.available - 4000);
    expect((await auditLedger(site.db, movement.id)).wrong).toEqual([]);
  });

  it('its reference may then be entered again', async () => {
    const given = { by: treasury, group: lilas.group, reference: 'HA-AGAIN' };
    const id = await makeDonation(site, movement, given);
    await treasury.client.post(urls.donationTakeBack({ donation: id }), { motif: 'Erreur' });
    await expect(makeDonation(site, movement, given)).resolves.toBeTruthy();
  });

  it('R25 what is spent is not taken back: said in words, nothing changes', async () => {
    const { group } = await makeGroup(site, movement);
    const id = await makeDonation(site, movement, { by: treasury, group });
    await record(
      site,
      movement,
      entry('spending-booked', account('group', group.id), account('group-payable', group.id), 1),
    );
    const { client } = treasury;
    await client.post(urls.donationTakeBack({ donation: id }), { motif: 'Trop tard' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('déjà dépensé ou engagé');
    expect(await moneyOf(group.id)).toMatchObject({ available: 3999, payable: 1 });
  });
});

describe('the list of donations', () => {
  it('by destination and by day, with the total of what is not taken back', async () => {
    const { group } = await makeGroup(site, movement, { name: 'Fâché·es du 13' });
    for (const [givenOn, amount] of [
      ['2025-01-05', 100],
      ['2025-02-05', 200],
      ['2025-03-05', 400],
    ] as const)
      await makeDonation(site, movement, { by: treasury, group, givenOn, amount });
    const { client } = treasury;
    await client.get(urls.donations({ destination: 'fache·es du 13', du: '2025-02-01' }));
    expect(client.main).toContain('2 dons, pour 6');
    await client.get(urls.donations({ destination: 'fache·es du 13', au: '2025-02-28' }));
    expect(client.main).toContain('2 dons, pour 3');
    await client.get(urls.donations({ destination: 'rien de tel' }));
    expect(client.status).toBe(422);
    for (const query of [{ du: '2025-02-31' }, { apres: 'x' }, { du: "'; drop" }])
      expect((await client.get(urls.donations(query))).status).toBe(200);
  });

  it('R25 keyset: fifty on a page, each once', async () => {
    const { group } = await makeGroup(site, movement, { name: 'Cinquante et plus' });
    for (let at = 0; at < 53; at += 1)
      await makeDonation(site, movement, { by: treasury, group, reference: `K-${at}` });
    const { client } = treasury;
    await client.get(urls.donations({ destination: 'Cinquante et plus' }));
    const first = [...client.main.matchAll(/>(K-\d+)</g)].map(([, one]) => one);
    const next = /href="([^"]*apres=[^"]*)"/.exec(client.main)![1]!.replaceAll('&amp;', '&');
    await client.get(next);
    const second = [...client.main.matchAll(/>(K-\d+)</g)].map(([, one]) => one);
    expect([first.length, second.length]).toEqual([50, 3]);
    expect(new Set([...first, ...second]).size).toBe(53);
  });
});
