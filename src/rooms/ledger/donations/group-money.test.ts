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
import { giveSolidarity, readBalances, readGroupMoney } from '../index.ts';

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

const solidarity = async () =>
  (await readBalances(site.db, movement.id, [{ kind: 'solidarity' }]))[0]!;
const gift = { vers: 'groupe', nom: 'Les Lilas Solidaires', montant: '30', motif: 'Collecte' };

describe('the solidarity fund', () => {
  it('R25 gives to a group with a reason; its history says so', async () => {
    await makeDonation(site, movement, { by: treasury, amount: 10_000 });
    const { client } = treasury;
    await client.post(urls.solidarity(), gift);
    expect([client.path, client.status]).toEqual([urls.solidarity(), 200]);
    expect(client.main).toMatch(/70\s€/u);
    expect(client.main).toContain('Collecte');
    expect(client.main).toMatch(/−\s30\s€/u);
    const money = await readGroupMoney(site.db, movement.id, [lilas.group.id]);
    expect(money.get(lilas.group.id)).toMatchObject({ received: 3000, available: 3000 });
  });

  it('R25 never more than it holds, nor anything but an amount; what was typed is kept', async () => {
    const before = await solidarity();
    const { client } = treasury;
    for (const [typed, field] of [
      [{ montant: '70,01' }, 'montant'],
      [{ montant: '-1' }, 'montant'],
      [{ montant: '0' }, 'montant'],
      [{ montant: '1e3' }, 'montant'],
      [{ montant: '9999999999' }, 'montant'],
      [{ motif: '' }, 'motif'],
      [{ nom: 'Personne' }, 'nom'],
      [{ vers: 'solidarite' }, 'vers'],
    ] as const) {
      await client.post(urls.solidarity(), { ...gift, ...typed });
      expect(client.status, JSON.stringify(typed)).toBe(422);
      expect(client.main, JSON.stringify(typed)).toContain(`href="#${field}"`);
    }
    expect(client.main).toContain('value="30"');
    expect(await solidarity()).toBe(before);
  });

  it('R25 two gifts at the same instant never go below zero', async () => {
    const all = await solidarity();
    const act = { organisationId: movement.id, by: treasury.id };
    const given = { to: asHolder(lilas.group), amount: all, reason: 'Tout' };
    const done = await Promise.all([1, 2, 3].map(() => giveSolidarity(site.db, act, given)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await solidarity()).toBe(0);
  });
});

describe('what a group has', () => {
  it('R25 R22 its members and the finance desk see it, nobody else', async () => {
    const { group, lead, manager, treasurers, members } = await makeGroup(site, movement);
    await makeDonation(site, movement, { by: treasury, group, reference: 'HA-40' });
    const { id } = group;
    await record(
      site,
      movement,
      entry('spending-booked', account('group', id), account('group-payable', id), 1500),
      entry('spending-paid', account('group-payable', id), account('expenses'), 500),
    );
    const path = urls.groupMoney({ group: group.slug });
    for (const { client } of [lead, manager, ...treasurers, ...members, treasury]) {
      expect((await client.get(path)).status).toBe(200);
      for (const words of [/25\s€/u, /10\s€/u, /5\s€/u, /40\s€/u, /HA-40/])
        expect(client.main).toMatch(words);
    }
    const outsider = await makePerson(site, { organisation: movement });
    const officer = await makePerson(site, { organisation: movement, roles: ['officer'] });
    for (const { client } of [outsider, officer, lilas.lead])
      expect((await client.get(path)).status).toBe(403);
    const visitor = site.visitor(movement.host);
    await visitor.get(path);
    expect(visitor.path).toContain(urls.signIn());
    const other = await makeMovement(site);
    const stranger = await makeTreasury(site, other);
    expect((await stranger.client.get(path)).status).toBe(404);
  });

  it('R25 the page of the group leads its members to it, and nobody else', async () => {
    const { group, members } = await makeGroup(site, movement);
    const href = `href="${urls.groupMoney({ group: group.slug })}"`;
    const member = members[0]!.client;
    await member.get(urls.group({ group: group.slug }));
    expect(member.main).toContain(href);
    const outsider = await makePerson(site, { organisation: movement });
    for (const client of [outsider.client, site.visitor(movement.host)]) {
      await client.get(urls.group({ group: group.slug }));
      expect(client.main).not.toContain(href);
    }
    await member.get(urls.groupMoney({ group: group.slug }));
    expect(member.main).toContain('n’a encore rien reçu');
  });

  it('R25 keyset: thirty entries on a page, each once', async () => {
    const { group, lead } = await makeGroup(site, movement);
    for (let at = 0; at < 33; at += 1)
      await makeDonation(site, movement, { by: treasury, group, reference: `C-${at}` });
    const { client } = lead;
    const listed = () => [...client.main.matchAll(/>(C-\d+)</g)].map(([, one]) => one);
    await client.get(urls.groupMoney({ group: group.slug }));
    const first = listed();
    await client.get(/href="([^"]*apres=[^"]*)"/.exec(client.main)![1]!);
    const second = listed();
    expect([first.length, second.length]).toEqual([30, 3]);
    expect(new Set([...first, ...second]).size).toBe(33);
    for (const apres of ['x', '-1', '9'.repeat(40)])
      expect((await client.get(urls.groupMoney({ group: group.slug }, { apres }))).status).toBe(
        200,
      );
  });
});
