import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionSegment, findActionById } from '../../src/rooms/actions/index.ts';
import { findFundById } from '../../src/rooms/funds/index.ts';
import { joinGroup } from '../../src/rooms/groups/index.ts';
import { revokeRole } from '../../src/rooms/identity/index.ts';
import { auditLedger } from '../../src/rooms/ledger/index.ts';
import { findRequestById } from '../../src/rooms/spending/index.ts';
import { urls } from '../../src/urls.ts';
import { makeGroup } from '../make/group.ts';
import { makePerson } from '../make/people.ts';
import {
  fillEnvelope,
  type MadePurse,
  makeBudget,
  makePurse,
  makeRequest,
} from '../make/spending.ts';
import { openTestSite, type TestSite } from '../site-client.ts';

let site: TestSite;
let purse: MadePurse;
beforeAll(async () => {
  site = await openTestSite();
  purse = await makePurse(site);
  await fillEnvelope(site, purse, 200_000);
}, 60_000);
afterAll(() => site.close());

const newDesk = () => makePerson(site, { organisation: purse.movement, roles: ['finance'] });
const stateOf = async ({ id }: { id: string }) =>
  (await findRequestById(site.db, purse.movement.id, id))!.state;
const lose = (groupId: string) =>
  site.pool.query('update action_group set certified_at = null where id = $1', [groupId]);
const agree = (version: number) => ({
  decision: 'valider',
  message: '',
  version: String(version),
});

describe('W11 what somebody no longer is', () => {
  it('W11 the desk loses its role with the decision open: nothing is decided, nothing read', async () => {
    const request = await makeRequest(site, purse);
    const leaving = await newDesk();
    const at = { request: String(request.number) };
    await leaving.client.get(urls.financeRequest(at));
    expect(leaving.client.status).toBe(200);
    const ended = { organisationId: purse.movement.id, personId: leaving.id, revokedBy: null };
    await revokeRole(site.db, { ...ended, role: 'finance' });
    const decision = urls.financeRequestDecision(at);
    expect((await leaving.client.send(decision, agree(request.version))).status).toBe(403);
    for (const path of [urls.finances(), urls.transfers(), urls.financeRequest(at)])
      expect((await leaving.client.send(path)).status).toBe(403);
    expect(await stateOf(request)).toBe('finance-review');
  });

  it('W11 R24 a certification lost with the forms open: no budget, no claim', async () => {
    const own = await makePurse(site, { movement: purse.movement });
    const group = own.made.group.slug;
    const { client } = own.made.treasurers[0];
    const action = (await findActionById(site.db, own.movement.id, own.actionId))!;
    await client.get(urls.newGroupBudget({ group }));
    await lose(own.made.group.id);
    const chosen = { action: String(action.number) };
    await client.post(urls.newGroupBudget({ group }), chosen);
    expect(client.status).toBeGreaterThanOrEqual(409);
    const { rows } = await site.pool.query(
      'select count(*)::int as kept from spending_budget where group_id = $1',
      [own.made.group.id],
    );
    expect(rows).toEqual([{ kept: 0 }]);
  });
});

describe('W15 money asked through the pages', () => {
  it('W15 two of the desk agree at the same instant: it is booked once', async () => {
    const request = await makeRequest(site, purse);
    const path = urls.financeRequestDecision({ request: String(request.number) });
    const desks = [await newDesk(), await newDesk(), purse.desk];
    const answers = await Promise.all(
      desks.map(({ client }) => client.send(path, agree(request.version))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    const { rows } = await site.pool.query(
      `select count(*)::int as booked from ledger_entry where organisation_id = $1
        and kind = 'spending-booked' and about_id = $2`,
      [purse.movement.id, request.id],
    );
    expect(rows).toEqual([{ booked: 1 }]);
    expect(await auditLedger(site.db, purse.movement.id)).toMatchObject({ total: 0, wrong: [] });
  });

  it('W15 who is paid does not agree to it', async () => {
    const payee = await newDesk();
    const act = { organisationId: purse.movement.id, by: payee.id };
    await joinGroup(site.db, act, purse.made.group.id, { atOnce: true });
    const request = await makeRequest(site, purse, { payeeId: payee.id });
    const path = urls.financeRequestDecision({ request: String(request.number) });
    const { status } = await payee.client.send(path, agree(request.version));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(await stateOf(request)).toBe('finance-review');
  });

  it('W15 an account of no bank, of another country, an amount below zero: refused beside the field', async () => {
    const request = await makeRequest(site, purse, { state: 'draft' });
    const at = { request: String(request.number) };
    const { client } = purse.made.treasurers[0];
    const version = String(request.version);
    for (const iban of [
      'FR7630006000011234567890188',
      'DE89370400440532013000',
      'GB29NWBK60161331926819',
    ])
      expect(
        await client.post(urls.requestBank(at), {
          ...{ payee: '', titulaire: 'Rosa', bic: 'AGRIFRPP', geste: 'continuer' },
          ...{ iban, version },
        }),
        iban,
      ).toMatchObject({ status: 422 });
    for (const montant of ['-1', '0,001', '1e3', '12 $', '99999999999999'])
      expect(
        await client.post(urls.requestAmount(at), { montant, geste: 'continuer', version }),
        montant,
      ).toMatchObject({ status: 422 });
    const now = await findRequestById(site.db, purse.movement.id, request.id);
    expect(now).toMatchObject({ amount: request.amount, version: request.version });
  });
});

describe('SC2 a group that is not certified', () => {
  it('SC2 R3 R14 R20 R24 is stopped at each step, with its reason', async () => {
    const { movement, fundId, actionId } = purse;
    const fund = (await findFundById(site.db, movement.id, fundId))!;
    const action = (await findActionById(site.db, movement.id, actionId))!;
    const young = await makeGroup(site, movement);
    const group = young.group.slug;
    const { client } = young.lead;
    const at = { fund: fund.slug, action: actionSegment(action), group };
    const criteres = ['daily-life', 'involvement', 'inclusion', 'reproduction', 'budget'];
    await client.post(urls.proposeAction({ fund: fund.slug }), { groupe: group, criteres });
    expect(client.status).toBe(422);
    expect(client.main).toContain('certifié');
    await client.post(urls.actionCommitment(at), { promesse: 'oui' });
    expect(client.status).toBe(409);
    expect(client.main).toContain('certifié');
    const treasurer = young.treasurers[0].client;
    await treasurer.post(urls.newGroupBudget({ group }), { action: String(action.number) });
    expect(treasurer.status).toBeGreaterThanOrEqual(409);
    expect(treasurer.main).toContain('certifié');
    const budget = String((await makeBudget(site, purse)).number);
    await treasurer.post(urls.newGroupRequest({ group }), { budget });
    expect(treasurer.status).toBeGreaterThanOrEqual(404);
    const { rows } = await site.pool.query(
      `select (select count(*) from fund_action where group_id = $1)
        + (select count(*) from fund_commitment where group_id = $1)
        + (select count(*) from spending_budget where group_id = $1)
        + (select count(*) from spending_request where group_id = $1) as kept`,
      [young.group.id],
    );
    expect(rows).toEqual([{ kept: 0 }]);
  });
});
