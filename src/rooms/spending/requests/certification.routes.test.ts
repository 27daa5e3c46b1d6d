import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type MadePurse,
  makeBudget,
  makePurse,
  makeRequest,
  must,
} from '../../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findActionById } from '../../actions/index.ts';
import { withdrawCertification } from '../../groups/certification.store.ts';
import { readFundMoney } from '../../ledger/index.ts';
import { findBudgetById, listBudgetsOfGroup } from '../budget.store.ts';
import { findRequestById, listRequestsOfGroup } from '../request.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const withdraw = async ({ movement, made, desk }: MadePurse) => {
  const act = { organisationId: movement.id, by: desk.id };
  must(await withdrawCertification(site.db, act, made.group.id, 'Charte non respectée'));
  await site.runJobs();
};
const FLAGGED = 'Le budget est suspendu';
const NOT_CERTIFIED = 'Le groupe n’est pas certifié';

describe('R24 a group that lost its certification, through the pages', () => {
  it('R24 asks for nothing more, and is told why', async () => {
    const purse = await makePurse(site);
    const { movement, made } = purse;
    const group = made.group.slug;
    const budget = await makeBudget(site, purse);
    const sent = await makeRequest(site, purse, { budgetId: budget.id, state: 'peer-review' });
    await withdraw(purse);
    const { client } = made.treasurers[0];

    const action = (await findActionById(site.db, movement.id, purse.actionId))!;
    await client.post(urls.newGroupBudget({ group }), { action: String(action.number) });
    expect(client.status).toBe(422);
    expect(client.main).toContain(NOT_CERTIFIED);
    await client.post(urls.newGroupRequest({ group }), { budget: String(budget.number) });
    expect(client.status).toBe(422);
    expect(client.main).toContain(FLAGGED);
    await client.post(urls.newGroupRequest({ group }));
    expect(client.status).toBe(422);
    expect(client.main).toContain(NOT_CERTIFIED);

    // what was under way stays where it is
    const second = made.treasurers[1].client;
    await second.post(urls.requestCheck({ request: String(sent.number) }), {
      geste: 'confirmer',
      version: String(sent.version),
    });
    expect(second.status).toBe(422);
    expect(second.main).toContain(FLAGGED);
    expect((await findRequestById(site.db, movement.id, sent.id))!.state).toBe('peer-review');
    expect(await listBudgetsOfGroup(site.db, movement.id, made.group.id)).toHaveLength(1);
    expect(await listRequestsOfGroup(site.db, movement.id, made.group.id)).toHaveLength(1);

    await client.get(urls.groupBudget({ group, budget: String(budget.number) }));
    expect(client.main).toContain('Le groupe n’est plus certifié');
    expect(client.main).not.toContain(urls.groupRequests({ group }));
  });

  it('R24 a person of the desk keeps its budget: it is claimed on', async () => {
    const purse = await makePurse(site);
    const { movement, made, desk } = purse;
    const budget = await makeBudget(site, purse);
    const at = { budget: String(budget.number) };
    await withdraw(purse);
    await desk.client.get(urls.financeBudgets());
    expect(desk.client.main).toContain('Suspendu');
    await desk.client.get(urls.financeBudget(at));
    expect(desk.client.main).toContain('Maintenir le budget');
    const decide = (decision: string) =>
      desk.client.post(urls.financeBudgetDecision(at), { decision, message: '' });
    for (const decision of ['', 'valider', 'refuser']) {
      await decide(decision);
      expect(desk.client.status, decision).toBe(422);
    }
    await decide('maintenir');
    expect(desk.client.path).toBe(urls.financeBudgets());
    expect(desk.client.main).not.toContain('Suspendu');
    const { client } = made.treasurers[0];
    await client.post(urls.newGroupRequest({ group: made.group.slug }), at);
    const [opened] = await listRequestsOfGroup(site.db, movement.id, made.group.id);
    expect(client.path).toBe(urls.requestDetails({ request: String(opened!.number) }));
    expect(opened!.budgetId).toBe(budget.id);
  });

  it('R24 or releases it: its money goes back to the fund, and nobody claims on it', async () => {
    const purse = await makePurse(site);
    const { movement, made, desk, fundId } = purse;
    const budget = await makeBudget(site, purse);
    const at = { budget: String(budget.number) };
    await withdraw(purse);
    const typed = { decision: 'liberer', message: 'Certification retirée.' };
    await desk.client.post(urls.financeBudgetDecision(at), typed);
    expect(desk.client.path).toBe(urls.financeBudgets());
    expect(await findBudgetById(site.db, movement.id, budget.id)).toMatchObject({
      state: 'released',
      flaggedAt: null,
    });
    const money = (await readFundMoney(site.db, movement.id, [fundId])).get(fundId);
    expect(money).toMatchObject({ remaining: 500_000, reserved: 0 });
    const { client } = made.treasurers[0];
    const group = made.group.slug;
    await client.post(urls.newGroupRequest({ group }), at);
    expect(client.status).toBe(422);
    await client.get(urls.groupBudget({ group, ...at }));
    expect(client.main).toContain('Certification retirée.');
    // decided: not once more
    await desk.client.post(urls.financeBudgetDecision(at), { decision: 'maintenir', message: '' });
    expect(desk.client.status).toBe(422);
  });
});
