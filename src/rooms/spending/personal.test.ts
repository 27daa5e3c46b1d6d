import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson, PASSWORD } from '../../../tests/make/people.ts';
import {
  fillEnvelope,
  type MadePurse,
  type MadeRequest,
  makePurse,
  makeRequest,
  must,
} from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { joinGroup, markTreasurer } from '../groups/index.ts';
import { auditLedger, readGroupMoney } from '../ledger/index.ts';
import { purgeBankDetails } from './bank-purge.store.ts';
import { markPaid } from './payment.store.ts';
import { findRequestById, listDocuments, listRequestActs } from './request.store.ts';
import type { Request } from './request.ts';

let site: TestSite;
let purse: MadePurse;
beforeAll(async () => {
  site = await openTestSite();
  purse = await makePurse(site);
  await fillEnvelope(site, purse, 96_000);
});
afterAll(() => site.close());

const ZOE = { nickname: 'Zoé-Unique', name: 'Zoé Introuvable', email: 'zoe@introuvable.example' };

/** A treasurer of the group, who can be asked for her password. */
async function makeZoe() {
  const { movement, made } = purse;
  const zoe = await makePerson(site, { organisation: movement, password: PASSWORD, ...ZOE });
  const act = { organisationId: movement.id, by: zoe.id };
  await joinGroup(site.db, act, made.group.id, { atOnce: true });
  await markTreasurer(site.db, { ...act, by: made.lead.id }, made.group.id, zoe.id, true);
  return zoe;
}

const make = async (by: MadePurse, asked: MadeRequest) => {
  const request = await makeRequest(site, by, { state: 'approved', ...asked });
  await site.pool.query(
    'update spending_request set contact_name = $2, contact_email = $3 where id = $1',
    [request.id, ZOE.name, ZOE.email],
  );
  return request;
};
const pay = async ({ id }: Request) => {
  const act = { organisationId: purse.movement.id, by: purse.desk.id };
  must(await markPaid(site.db, act, id, '2026-02-01'));
};
const read = async ({ id }: Request) => (await findRequestById(site.db, purse.movement.id, id))!;

/** What the books rest on. */
const readEvidence = async (requests: readonly Request[]) => {
  const { id } = purse.movement;
  const groupId = purse.made.group.id;
  return {
    audit: await auditLedger(site.db, id),
    money: (await readGroupMoney(site.db, id, [groupId])).get(groupId),
    requests: await Promise.all(
      requests.map(async (one) => {
        const { number, title, state, amount, spentOn, ibanLast4, paidAt, createdBy, payeeId } =
          await read(one);
        const told = { number, title, state, amount, spentOn, ibanLast4, paidAt };
        return {
          ...told,
          createdBy,
          payeeId,
          documents: await listDocuments(site.db, id, one.id),
          acts: await listRequestActs(site.db, id, one.id),
        };
      }),
    ),
  };
};

it('W15 R193 an erased account leaves the books whole, and neither name, contact nor account that nobody owes', async () => {
  const { movement, made, desk } = purse;
  const zoe = await makeZoe();
  const hers = { ...purse, made: { ...made, treasurers: [zoe, made.treasurers[1]] as const } };
  const written = await make(hers, { amount: 9_000 });
  await pay(written);
  const paid = await make(purse, { amount: 8_000, payeeId: zoe.id });
  await pay(paid);
  const owed = await make(purse, { amount: 7_000, payeeId: zoe.id });
  const all = [written, paid, owed];
  const papers = await Promise.all(all.map(async (one) => (await read(one)).bankDocumentId));
  const before = await readEvidence(all);
  expect(before.audit).toMatchObject({ total: 0, wrong: [] });

  await zoe.client.post(urls.ownDataErasure(), {
    confirmation: 'effacer',
    'mot-de-passe-actuel': PASSWORD,
  });
  expect(zoe.client.path).toBe(urls.home());
  await site.runJobs();

  // kept: who paid what for which bill, who did what, as ids of an empty account
  expect(await readEvidence(all)).toEqual(before);
  // gone: how to reach her, on all that she wrote or was paid
  for (const one of all)
    expect(await read(one)).toMatchObject({
      contactName: '',
      contactPhone: '',
      contactEmail: '',
    });
  const { rows: told } = await site.pool.query(
    `select 1 from spending_request r where r::text ~* 'introuvable|zoé-unique'
      union all select 1 from spending_act a where a::text ~* 'introuvable|zoé-unique'
      union all select 1 from spending_document d where d::text ~* 'introuvable|zoé-unique'`,
  );
  expect(told).toEqual([]);
  // gone: where she was paid, with the bank's paper; kept: another's account, and hers where money is owed to her
  expect((await Promise.all(all.map(read))).map(({ hasBank }) => hasBank)).toEqual([
    true,
    false,
    true,
  ]);
  const { rows: files } = await site.pool.query<{ id: string }>(
    'select id from file where id = any($1)',
    [papers],
  );
  expect(files.map(({ id }) => id).sort()).toEqual([papers[0], papers[2]].sort());

  for (const { number } of all) {
    await desk.client.get(urls.financeRequest({ request: String(number) }));
    expect(desk.client.status).toBe(200);
    expect(desk.client.main).toContain('Compte supprimé');
    expect(desk.client.main).not.toContain(ZOE.nickname);
  }
  // paid, it goes once the bank's time is over
  await pay(owed);
  await site.pool.query(
    `update spending_request set paid_at = palabre_now() - interval '13 months 1 day' where id = $1`,
    [owed.id],
  );
  await purgeBankDetails(site.db);
  expect(await read(owed)).toMatchObject({ hasBank: false, ibanLast4: '0189' });
  expect(await auditLedger(site.db, movement.id)).toMatchObject({ total: 0, wrong: [] });
});
