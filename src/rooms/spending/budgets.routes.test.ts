import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePurse, makeBudget, makePurse } from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findActionById } from '../actions/index.ts';
import { findBudget, listBudgetsOfGroup } from './budget.store.ts';

let site: TestSite;
let purse: MadePurse;
beforeAll(async () => {
  site = await openTestSite();
  purse = await makePurse(site);
});
afterAll(() => site.close());

describe('R20 pages of the provisional budgets', () => {
  it('R20 a treasurer prepares and sends a budget, the desk validates it, the group reads it', async () => {
    const { made, movement, desk, actionId } = purse;
    const group = made.group.slug;
    const { client } = made.treasurers[0];
    await client.get(urls.groupBudgets({ group }));
    expect(client.status).toBe(200);
    await client.get(urls.newGroupBudget({ group }));
    const action = (await findActionById(site.db, movement.id, actionId))!;
    expect(client.main).toContain(action.title);
    await client.post(urls.newGroupBudget({ group }), { action: String(action.number) });
    const [budget] = await listBudgetsOfGroup(site.db, movement.id, made.group.id);
    const at = { group, budget: String(budget!.number) };
    expect(client.path).toBe(urls.groupBudget(at));
    // over the maximum: refused beside the field, what was typed is kept
    const typed = {
      'depense-1': 'Location du four',
      'montant-1': '300,01',
      explications: 'Un soir.',
    };
    const send = async (more: Record<string, string>) => {
      const version = /name="version" value="(\d+)"/.exec(client.html)![1]!;
      await client.post(urls.groupBudget(at), { ...typed, ...more, version, geste: 'envoyer' });
    };
    await send({});
    expect(client.status).toBe(422);
    expect(client.main).toContain('Location du four');
    await send({ 'montant-1': 'cent' });
    expect(client.status).toBe(422);
    await send({ 'montant-1': '240' });
    expect(client.status).toBe(200);
    expect(await findBudget(site.db, movement.id, budget!.number)).toMatchObject({
      state: 'submitted',
      amount: 24_000,
    });
    const ofDesk = desk.client;
    await ofDesk.get(urls.financeBudgets());
    expect(ofDesk.main).toContain(action.title);
    await ofDesk.get(urls.financeBudget({ budget: at.budget }));
    const decision = urls.financeBudgetDecision({ budget: at.budget });
    await ofDesk.post(decision, { decision: 'preciser', message: '' });
    expect(ofDesk.status).toBe(422);
    await ofDesk.post(decision, { decision: 'valider', message: '' });
    expect(ofDesk.path).toBe(urls.financeBudgets());
    const member = made.members[0]!.client;
    await member.get(urls.groupBudget(at));
    expect(member.status).toBe(200);
    expect(member.main).not.toContain('<form');
  });

  it('R20 W2 strangers, members without the right and other groups are kept out', async () => {
    const { made } = purse;
    const other = await makePurse(site, { movement: purse.movement });
    const budget = await makeBudget(site, other, { state: 'draft' });
    const at = { group: other.made.group.slug, budget: String(budget.number) };
    const { client } = made.treasurers[0];
    await client.get(urls.groupBudget(at));
    expect(client.status).toBe(403);
    await client.get(urls.groupBudget({ ...at, group: made.group.slug }));
    expect(client.status).toBe(404);
    await client.get(urls.financeBudgets());
    expect(client.status).toBe(403);
    await made.members[0]!.client.get(urls.newGroupBudget({ group: made.group.slug }));
    expect(made.members[0]!.client.status).toBe(403);
    await purse.desk.client.get(urls.financeBudget({ budget: at.budget }));
    expect(purse.desk.client.status).toBe(404);
  });
});
