import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../tests/make/mails.ts';
import {
  fillEnvelope,
  type MadePurse,
  makeBudget,
  makeKeptFile,
  makePurse,
  makeRequest,
  must,
} from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { addDocument } from './document.store.ts';
import { findRequestById, listRequestActs } from './request.store.ts';
import { approveRequest, turnRequestDown } from './request-decision.store.ts';
import { answerRequest, checkRequestByPeer, sendRequest } from './request-sending.store.ts';
import { deleteRequest, openRequest, saveRequest } from './request-writing.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const actOf = (purse: MadePurse, by: { id: string }) => ({
  organisationId: purse.movement.id,
  by: by.id,
});
const refused = (refusal: string) => ({ ok: false, refusal });

describe('W15 who does what', () => {
  it('W15 the first treasurer does not check, nor does who is paid; the desk had no hand in it', async () => {
    const purse = await makePurse(site);
    const { made, desk } = purse;
    const [first, second] = made.treasurers;
    const budget = await makeBudget(site, purse);
    const request = await makeRequest(site, purse, { budgetId: budget.id, state: 'peer-review' });
    expect(await checkRequestByPeer(site.db, actOf(purse, first), request)).toEqual(
      refused('same-person'),
    );
    const check = (version: number) =>
      checkRequestByPeer(site.db, actOf(purse, second), { ...request, version });
    expect(await check(request.version - 1)).toEqual(refused('changed-meanwhile'));
    const checked = must(await check(request.version)).request;
    for (const one of [first, second])
      expect(await approveRequest(site.db, actOf(purse, one), checked)).toEqual(
        refused('own-request'),
      );
    must(await approveRequest(site.db, actOf(purse, desk), checked));
    const acts = await listRequestActs(site.db, purse.movement.id, request.id);
    expect(acts.filter(({ before, after }) => before !== after).map(({ after }) => after)).toEqual([
      'to-pay',
      'finance-review',
      'peer-review',
      'draft',
    ]);
    expect(acts[0]!.byDesk).toBe(true);
  });

  it('W15 changed after it was sent, it is a draft again; after the check, somebody else checks anew', async () => {
    const purse = await makePurse(site);
    const [first, second] = purse.made.treasurers;
    const budget = await makeBudget(site, purse);
    const sent = await makeRequest(site, purse, { budgetId: budget.id, state: 'peer-review' });
    const changed = must(
      await saveRequest(site.db, actOf(purse, second), sent, { title: 'Denrées et gaz' }),
    ).request;
    expect(changed).toMatchObject({ state: 'draft', sentBy: null, charterAt: null });
    must(await deleteRequest(site.db, actOf(purse, first), changed));
    const request = await makeRequest(site, purse, { budgetId: budget.id });
    const desk = actOf(purse, purse.desk);
    const asked = must(
      await turnRequestDown(site.db, desk, request, 'ask-info', 'Le ticket est illisible.'),
    ).request;
    expect(await saveRequest(site.db, actOf(purse, second), asked, { title: 'x' })).toEqual(
      refused('own-check'),
    );
    const mended = must(
      await saveRequest(site.db, actOf(purse, first), asked, { explanation: 'Voici.' }),
    ).request;
    expect(mended.state).toBe('info-needed');
    expect(await answerRequest(site.db, actOf(purse, first), mended, 'Voici')).toEqual(
      refused('own-edit'),
    );
    const answered = must(await answerRequest(site.db, actOf(purse, second), mended, 'Voici'));
    expect(answered.request).toMatchObject({ state: 'finance-review', checkedBy: second.id });
  });

  it('W15 sent by who is paid, or with nobody left to check: refused', async () => {
    const purse = await makePurse(site);
    const [first, second] = purse.made.treasurers;
    await fillEnvelope(site, purse, 24_000);
    const own = await makeRequest(site, purse, { payeeId: first.id, state: 'draft' });
    const send = (by: { id: string }, what: typeof own) =>
      sendRequest(site.db, actOf(purse, by), what);
    expect(await send(first, own)).toEqual(refused('own-payment'));
    expect(await send(second, own)).toEqual(refused('nobody-to-check'));
    const stranger = saveRequest(site.db, actOf(purse, first), own, { payeeId: purse.desk.id });
    expect(await stranger).toEqual(refused('payee-unknown'));
  });
});

describe('R21 W15 what is not sent', () => {
  it('R21 without a receipt, over the receipts, over the envelope: refused in words', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 4_000);
    const act = actOf(purse, purse.made.treasurers[0]);
    const draft = await makeRequest(site, purse, {
      amount: 5_000,
      receipts: 5_000,
      state: 'draft',
    });
    expect(await sendRequest(site.db, act, draft)).toEqual(refused('over-balance'));
    const more = must(await saveRequest(site.db, act, draft, { amount: 5_001 })).request;
    expect(await sendRequest(site.db, act, more)).toEqual({
      ...refused('incomplete'),
      missing: ['over-receipts'],
    });
    const bare = must(await openRequest(site.db, act, { groupId: purse.made.group.id })).request;
    const empty = await sendRequest(site.db, act, bare);
    expect(empty).toMatchObject({ refusal: 'incomplete' });
    expect(empty).toHaveProperty('missing', expect.arrayContaining(['evidence', 'bank', 'honour']));
    for (const amount of [-1, 0.5])
      expect(await saveRequest(site.db, act, bare, { amount })).toMatchObject({
        refusal: 'form',
        fields: { amount: 'amount-wrong' },
      });
  });

  it('W15 the same bill twice, also at once, in two requests: refused', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 50_000);
    const [first] = purse.made.treasurers;
    const act = actOf(purse, first);
    const open = async () =>
      must(await openRequest(site.db, act, { groupId: purse.made.group.id })).request;
    const [one, other] = [await open(), await open()];
    const file = await makeKeptFile(site, purse.movement, first);
    const bill = { kind: 'receipt', title: 'Ticket', amount: 1_000 } as const;
    const done = await Promise.all(
      [one, other].map(({ id }) => addDocument(site.db, act, id, bill, file)),
    );
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done).toContainEqual(refused('same-document'));
    // with the request that bore it, it is free again
    const [kept, left] = done[0]!.ok ? [one, other] : [other, one];
    const now = (await findRequestById(site.db, purse.movement.id, kept.id))!;
    must(await deleteRequest(site.db, act, now));
    must(await addDocument(site.db, act, left.id, bill, file));
  });

  it('R23 one claim alive on a budget', async () => {
    const purse = await makePurse(site);
    const budget = await makeBudget(site, purse);
    const act = actOf(purse, purse.made.treasurers[0]);
    const of = { groupId: purse.made.group.id, budgetId: budget.id };
    const done = await Promise.all([1, 2].map(() => openRequest(site.db, act, of)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done).toContainEqual(refused('already-asked'));
    // of the envelope and of the fund at once: they wait for each other in one order
    const { groupId } = of;
    const mixed = await Promise.all(
      [{ groupId }, of, { groupId }, of, { groupId }, of].map((one) =>
        openRequest(site.db, act, one),
      ),
    );
    expect(mixed.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it('part 2.1 letters to the treasurers at each change, to the desk when it is its turn', async () => {
    const purse = await makePurse(site);
    const { made, desk } = purse;
    const [first, second] = made.treasurers;
    const budget = await makeBudget(site, purse);
    const draft = await makeRequest(site, purse, { budgetId: budget.id, state: 'draft' });
    let request = draft;
    const told = async (act: () => Promise<{ ok: true; request: typeof draft }>) => {
      const mails = await mailsOf(site, async () => {
        request = (await act()).request;
      });
      return mails.map(({ to }) => to).sort();
    };
    expect(
      await told(async () => must(await sendRequest(site.db, actOf(purse, first), request))),
    ).toEqual([second.email]);
    expect(
      await told(async () =>
        must(await checkRequestByPeer(site.db, actOf(purse, second), request)),
      ),
    ).toEqual([desk.email, first.email].sort());
    expect(
      await told(async () => must(await approveRequest(site.db, actOf(purse, desk), request))),
    ).toEqual([first.email, second.email].sort());
  });
});
