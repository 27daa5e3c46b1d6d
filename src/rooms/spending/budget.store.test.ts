import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../tests/make/mails.ts';
import {
  type MadePurse,
  makeBudget,
  makeFundable,
  makePurse,
  makeRequest,
  must,
} from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { violatedConstraint } from '../../platform/database/database.ts';
import { withdrawCertification } from '../groups/certification.store.ts';
import { auditLedger, readFundMoney } from '../ledger/index.ts';
import { findBudgetById, listBudgetActs, listBudgetsForDesk } from './budget.store.ts';
import {
  decideBudget,
  flagBudgets,
  releaseBudget,
  validateBudget,
} from './budget-decision.store.ts';
import { discardBudget, openBudget, saveBudget, submitBudget } from './budget-writing.store.ts';
import { openRequest } from './request-writing.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const actOf = (purse: MadePurse, by: { id: string }) => ({
  organisationId: purse.movement.id,
  by: by.id,
});
const moneyOf = async ({ movement, fundId }: MadePurse) => {
  const audit = await auditLedger(site.db, movement.id);
  expect(audit).toMatchObject({ total: 0, wrong: [] });
  return (await readFundMoney(site.db, movement.id, [fundId])).get(fundId)!;
};
const loseCertification = (purse: MadePurse) =>
  site.pool.query(
    `update action_group set certified_at = null, warned_at = null, loses_at = null
      where organisation_id = $1 and id = $2`,
    [purse.movement.id, purse.made.group.id],
  );

describe('R20 a group has a provisional budget validated', () => {
  it('R20 a validated budget is reserved on the fund, released it goes back', async () => {
    const purse = await makePurse(site);
    const budget = await makeBudget(site, purse, { amount: 24_000 });
    expect(budget).toMatchObject({ state: 'validated', amount: 24_000, decidedBy: purse.desk.id });
    expect(await moneyOf(purse)).toMatchObject({ remaining: 476_000, reserved: 24_000 });
    const act = actOf(purse, purse.desk);
    expect(await releaseBudget(site.db, act, budget.id, '')).toEqual({
      ok: false,
      refusal: 'words-missing',
    });
    must(await releaseBudget(site.db, act, budget.id, 'Le groupe y renonce.'));
    expect(await releaseBudget(site.db, act, budget.id, 'Encore')).toMatchObject({ ok: false });
    expect(await moneyOf(purse)).toMatchObject({ remaining: 500_000, reserved: 0 });
    const acts = await listBudgetActs(site.db, purse.movement.id, budget.id);
    expect(acts.map(({ kind }) => kind)).toEqual(['released', 'validated', 'submitted']);
  });

  it('R20 two validations at once: one reserves', async () => {
    const purse = await makePurse(site);
    const { id } = await makeBudget(site, purse, { state: 'submitted' });
    const act = actOf(purse, purse.desk);
    const done = await Promise.all([1, 2, 3].map(() => validateBudget(site.db, act, id)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.filter((one) => !one.ok && one.refusal === 'not-now')).toHaveLength(2);
    expect(await moneyOf(purse)).toMatchObject({ remaining: 476_000, reserved: 24_000 });
  });

  it('R26 a reservation over what remains is refused, and nothing of it is kept', async () => {
    const purse = await makePurse(site, { endowed: 40_000 });
    const other = await makeFundable(site, purse, { title: 'Autre action' });
    await makeBudget(site, purse, { amount: 24_000 });
    const second = await makeBudget(site, purse, { actionId: other, state: 'submitted' });
    const act = actOf(purse, purse.desk);
    expect(await validateBudget(site.db, act, second.id)).toEqual({
      ok: false,
      refusal: 'fund-exhausted',
    });
    const after = (await findBudgetById(site.db, purse.movement.id, second.id))!;
    expect(after).toMatchObject({ state: 'submitted', decidedBy: null, version: second.version });
    expect(await listBudgetActs(site.db, purse.movement.id, second.id)).toHaveLength(1);
    expect(await moneyOf(purse)).toMatchObject({ remaining: 16_000, reserved: 24_000 });
  });

  it('R26 the desk hears that a fund is used to 80 percent, once', async () => {
    const purse = await makePurse(site, { endowed: 30_000 });
    const budget = await makeBudget(site, purse, { amount: 24_000, state: 'submitted' });
    const validate = () => validateBudget(site.db, actOf(purse, purse.desk), budget.id);
    const mails = await mailsOf(site, validate);
    const told = mails.filter(({ to }) => to === purse.desk.email);
    expect(told.map(({ subject }) => subject).join()).toContain('80');
    expect(told).toHaveLength(1);
  });

  it('R20 R26 two budgets that the fund has only one for, at once', async () => {
    const purse = await makePurse(site, { endowed: 30_000 });
    const other = await makeFundable(site, purse, { title: 'Autre action' });
    const budgets = [
      await makeBudget(site, purse, { state: 'submitted' }),
      await makeBudget(site, purse, { actionId: other, state: 'submitted' }),
    ];
    const act = actOf(purse, purse.desk);
    const done = await Promise.all(budgets.map(({ id }) => validateBudget(site.db, act, id)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done).toContainEqual({ ok: false, refusal: 'fund-exhausted' });
    expect(await moneyOf(purse)).toMatchObject({ remaining: 6_000, reserved: 24_000 });
  });

  it('R20 one alive for a group and an action, whoever asks at once', async () => {
    const purse = await makePurse(site);
    const of = { groupId: purse.made.group.id, actionId: purse.actionId };
    const act = actOf(purse, purse.made.manager);
    const done = await Promise.all([1, 2, 3].map(() => openBudget(site.db, act, of)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done).toContainEqual({ ok: false, refusal: 'another-alive' });
    const row = `insert into spending_budget (organisation_id, number, fund_id, action_id, group_id, written_by)
      values ($1, 900, $2, $3, $4, $5)`;
    const forced = site.pool.query(row, [
      purse.movement.id,
      purse.fundId,
      purse.actionId,
      purse.made.group.id,
      purse.desk.id,
    ]);
    expect(violatedConstraint(await forced.catch((error: unknown) => error))).toBe(
      'spending_budget_alive_once',
    );
  });

  it('R20 over the maximum, changed meanwhile, by its own author: refused in words', async () => {
    const purse = await makePurse(site);
    const { made } = purse;
    const act = actOf(purse, made.manager);
    const draft = await makeBudget(site, purse, { amount: 30_001, state: 'draft' });
    const refused = (refusal: string) => ({ ok: false, refusal });
    expect(await submitBudget(site.db, act, draft)).toEqual(refused('over-maximum'));
    const written = { explanation: '', lines: [{ label: 'Denrées', amount: 30_000 }] };
    const saved = must(await saveBudget(site.db, act, draft, written)).budget;
    expect(await saveBudget(site.db, act, draft, { ...written, explanation: 'x' })).toEqual(
      refused('changed-meanwhile'),
    );
    expect(await submitBudget(site.db, act, draft)).toEqual(refused('changed-meanwhile'));
    const sent = must(await submitBudget(site.db, act, saved)).budget;
    expect(await validateBudget(site.db, act, sent.id)).toEqual(refused('own-budget'));
    const asked = await decideBudget(
      site.db,
      actOf(purse, purse.desk),
      sent.id,
      'ask-info',
      'Un devis ?',
    );
    expect(must(asked).budget.state).toBe('info-needed');
    const again = must(await submitBudget(site.db, act, must(asked).budget)).budget;
    const no = await decideBudget(site.db, actOf(purse, purse.desk), again.id, 'refuse', 'Non.');
    expect(must(no).budget.state).toBe('refused');
    // refused, another may be asked for; a draft goes without a trace
    const next = await makeBudget(site, purse, { state: 'draft' });
    expect(await discardBudget(site.db, act, next.id)).toEqual({ ok: true });
    expect(await findBudgetById(site.db, purse.movement.id, next.id)).toBeNull();
  });

  it('R20 once for a group and an action, unless the fund allows more', async () => {
    for (const allowRepeats of [false, true]) {
      const purse = await makePurse(site, { allowRepeats });
      const budget = await makeBudget(site, purse);
      await makeRequest(site, purse, { budgetId: budget.id, state: 'approved' });
      const of = { groupId: purse.made.group.id, actionId: purse.actionId };
      const done = await openBudget(site.db, actOf(purse, purse.made.manager), of);
      expect(done).toMatchObject(
        allowRepeats ? { ok: true } : { ok: false, refusal: 'already-funded' },
      );
    }
  });

  it('R20 a group that is not certified, an action that is not fundable: no budget', async () => {
    const purse = await makePurse(site);
    const of = { groupId: purse.made.group.id, actionId: purse.actionId };
    const act = actOf(purse, purse.made.manager);
    await site.pool.query(`update fund_action set state = 'archived' where id = $1`, [of.actionId]);
    expect(await openBudget(site.db, act, of)).toEqual({ ok: false, refusal: 'not-fundable' });
    await loseCertification(purse);
    expect(await openBudget(site.db, act, of)).toEqual({ ok: false, refusal: 'not-certified' });
  });

  it('R20 letters: to the desk when handed in, to the group when decided', async () => {
    const purse = await makePurse(site);
    const draft = await makeBudget(site, purse, { state: 'draft' });
    const { made, desk } = purse;
    const sent = await mailsOf(site, () =>
      submitBudget(site.db, actOf(purse, made.manager), draft),
    );
    expect(sent.map(({ to }) => to)).toEqual([desk.email]);
    expect(sent[0]!.text).toContain('240');
    const told = await mailsOf(site, () => validateBudget(site.db, actOf(purse, desk), draft.id));
    expect(told.map(({ to }) => to).sort()).toEqual(
      [...made.treasurers, made.lead, made.secondLead!, made.manager]
        .map(({ email }) => email)
        .sort(),
    );
  });
});

describe('R24 a group loses its certification', () => {
  it('R24 its validated budgets are flagged once, claims wait for a decision of the desk', async () => {
    const purse = await makePurse(site);
    const { movement, made } = purse;
    const budget = await makeBudget(site, purse);
    const since = new Date(Date.now() - 1000);
    // certified again by the time the fact is read: nothing happens
    expect(await flagBudgets(site.db, movement.id, made.group.id, since)).toBe(0);
    await loseCertification(purse);
    const claim = () =>
      openRequest(site.db, actOf(purse, made.treasurers[0]), {
        groupId: made.group.id,
        budgetId: budget.id,
      });
    expect(await claim()).toEqual({ ok: false, refusal: 'not-certified' });
    expect(await flagBudgets(site.db, movement.id, made.group.id, since)).toBe(1);
    expect(await claim()).toEqual({ ok: false, refusal: 'budget-flagged' });
    expect((await listBudgetsForDesk(site.db, movement.id))[0]!.flaggedAt).not.toBeNull();
    const act = actOf(purse, purse.desk);
    const kept = must(await decideBudget(site.db, act, budget.id, 'keep', '')).budget;
    expect(kept).toMatchObject({ state: 'validated', flaggedAt: null, isKept: true });
    // the fact read again does not undo what the desk decided
    expect(await flagBudgets(site.db, movement.id, made.group.id, since)).toBe(0);
    expect(await claim()).toMatchObject({ ok: true });
    expect(await moneyOf(purse)).toMatchObject({ reserved: 24_000 });
  });

  it('R24 the fact of the loss reaches the budgets, and letters the group and the desk', async () => {
    const purse = await makePurse(site);
    const { movement, made, desk } = purse;
    const budget = await makeBudget(site, purse);
    const mails = await mailsOf(site, async () => {
      const act = { organisationId: movement.id, by: desk.id };
      must(await withdrawCertification(site.db, act, made.group.id, 'Charte'));
    });
    const flagged = (await findBudgetById(site.db, movement.id, budget.id))!;
    expect(flagged.flaggedAt).not.toBeNull();
    expect(mails.map(({ to }) => to)).toContain(desk.email);
    must(await releaseBudget(site.db, actOf(purse, desk), budget.id, 'Certification retirée.'));
    expect(await moneyOf(purse)).toMatchObject({ remaining: 500_000, reserved: 0 });
  });
});
