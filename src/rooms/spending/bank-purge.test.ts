import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePaid, makePayer, makeToPay } from '../../../tests/make/payments.ts';
import {
  fillEnvelope,
  type MadePurse,
  makePurse,
  makeRequest,
} from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { purgeBankDetails } from './bank-purge.store.ts';
import { findRequestById } from './request.store.ts';
import { turnRequestDown } from './request-decision.store.ts';
import { deleteRequest } from './request-writing.store.ts';

let site: TestSite;
let purse: MadePurse;
beforeAll(async () => {
  site = await openTestSite();
  purse = await makePurse(site);
  await makePayer(site, purse);
});
afterAll(() => site.close());

const bankOf = async (id: string) => {
  const { hasBank, ibanLast4 } = (await findRequestById(site.db, purse.movement.id, id))!;
  return { hasBank, ibanLast4 };
};
const age = (id: string, column: 'paid_at' | 'decided_at', time: string) =>
  site.pool.query(
    `update spending_request set ${column} = palabre_now() - interval '${time}' where id = $1`,
    [id],
  );

it('W15 bank details go thirteen months after the payment, a month after a refusal, and no earlier', async () => {
  const paid = await makeToPay(site, purse);
  await makePaid(site, purse, [paid]);
  await site.pool.query(
    `update spending_request set state = 'paid', paid_at = palabre_now() where id = $1`,
    [paid.id],
  );
  const waiting = await makeToPay(site, purse);
  await fillEnvelope(site, purse, 48_000);
  const refused = await makeRequest(site, purse);
  const act = { organisationId: purse.movement.id, by: purse.desk.id };
  expect((await turnRequestDown(site.db, act, refused, 'refuse', 'Hors charte.')).ok).toBe(true);

  await age(paid.id, 'paid_at', '13 months -1 day');
  await age(refused.id, 'decided_at', '29 days');
  await age(waiting.id, 'decided_at', '20 months');
  expect(await purgeBankDetails(site.db)).toEqual([]);

  await age(paid.id, 'paid_at', '13 months 1 day');
  await age(refused.id, 'decided_at', '31 days');
  // the bytes of the bank's papers go with them
  expect(await purgeBankDetails(site.db)).toHaveLength(2);
  for (const { id } of [paid, refused])
    expect(await bankOf(id)).toEqual({ hasBank: false, ibanLast4: '0189' });
  expect(await bankOf(waiting.id)).toEqual({ hasBank: true, ibanLast4: '0189' });
  const { rows } = await site.pool.query(
    'select 1 from spending_request where id = any($1) and bank_document_id is not null',
    [[paid.id, refused.id]],
  );
  expect(rows).toEqual([]);
});

it('W15 the paper of a deleted draft goes too, with its bytes', async () => {
  await fillEnvelope(site, purse, 24_000);
  const draft = await makeRequest(site, purse, { state: 'draft' });
  const [first] = purse.made.treasurers;
  const act = { organisationId: purse.movement.id, by: first.id };
  expect((await deleteRequest(site.db, act, draft)).ok).toBe(true);
  expect(await purgeBankDetails(site.db)).toHaveLength(1);
  const { rows } = await site.pool.query(
    'select bank_sealed, bank_document_id from spending_request where id = $1',
    [draft.id],
  );
  expect(rows).toEqual([{ bank_sealed: null, bank_document_id: null }]);
  expect(await purgeBankDetails(site.db)).toEqual([]);
});
