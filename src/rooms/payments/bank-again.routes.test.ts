import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeIban } from '../../../tests/make/bank.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makePaid, makePayer, makeToPay } from '../../../tests/make/payments.ts';
import { type MadePurse, makePurse } from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { listToPay, type Request } from '../spending/index.ts';
import { listPayments } from './index.ts';

let site: TestSite;
let purse: MadePurse;
beforeAll(async () => {
  site = await openTestSite();
  purse = await makePurse(site);
  await makePayer(site, purse);
});
afterAll(() => site.close());

const isToPay = async ({ id }: Request) =>
  (await listToPay(site.db, purse.movement.id, 'usual', [id])).length === 1;

/** A transfer that its bank rejected, with or without asking for another account. */
async function reject(request: Request, asksBank: boolean): Promise<void> {
  const batch = await makePaid(site, purse, [request]);
  const [payment] = await listPayments(site.db, purse.movement.id, batch.id);
  const { client } = purse.desk;
  await client.post(urls.transferReject({ batch: String(batch.number) }), {
    paiement: payment!.id,
    motif: 'Compte clos.',
    ...(asksBank && { coordonnees: 'oui' }),
  });
  expect(client.status).toBe(200);
}

it('W15 after a transfer that came back two treasurers give the account again before anything is paid', async () => {
  const request = await makeToPay(site, purse);
  const mails = await mailsOf(site, () => reject(request, true));
  expect(await isToPay(request)).toBe(false);
  const at = { request: String(request.number) };
  const [rosa, yvon] = purse.made.treasurers;
  const asked = mails.filter(({ subject }) => subject.includes('Coordonnées bancaires à vérifier'));
  expect(asked.map(({ to }) => to).toSorted()).toEqual([rosa.email, yvon.email].toSorted());

  await rosa.client.get(urls.mySpace());
  expect(rosa.client.main).toContain('redonnez les coordonnées bancaires');
  await rosa.client.get(urls.spendingBankAgain(at));
  expect(rosa.client.main).toContain('0189');
  const typed = { version: fieldOf(rosa.client.html), titulaire: 'Rosa Martin', bic: 'AGRIFRPP' };
  await rosa.client.post(urls.spendingBankAgain(at), { ...typed, iban: 'FR76 3000' });
  expect(rosa.client.status).toBe(422);
  expect(rosa.client.main).toContain('Rosa Martin');
  const iban = makeIban(91);
  await rosa.client.post(urls.spendingBankAgain(at), { ...typed, iban });
  expect(rosa.client.status).toBe(200);
  expect(rosa.client.html).not.toContain(iban);
  expect(await isToPay(request)).toBe(false);

  // whoever gave them does not confirm them
  const version = fieldOf(rosa.client.html);
  await rosa.client.post(urls.spendingBankConfirm(at), { version });
  expect(rosa.client.status).toBe(409);
  await rosa.client.get(urls.mySpace());
  expect(rosa.client.main).not.toContain('coordonnées bancaires');
  await yvon.client.get(urls.mySpace());
  expect(yvon.client.main).toContain('confirmez les nouvelles coordonnées bancaires');
  await yvon.client.get(urls.spendingBankAgain(at));
  expect(yvon.client.main).toContain(iban.slice(-4));
  await yvon.client.post(urls.spendingBankConfirm(at), { version });
  expect(yvon.client.status).toBe(200);
  expect(await isToPay(request)).toBe(true);
});

it('W15 who is paid confirms nothing; a transfer rejected for another reason is to be paid at once', async () => {
  const [rosa, yvon] = purse.made.treasurers;
  const other = await makeToPay(site, purse, { payeeId: null });
  await reject(other, false);
  expect(await isToPay(other)).toBe(true);
  const request = await makeToPay(site, purse);
  await reject(request, true);
  await site.pool.query('update spending_request set payee_id = $1 where id = $2', [
    purse.made.lead.id,
    request.id,
  ]);
  const at = { request: String(request.number) };
  await purse.made.manager.client.get(urls.spendingBankAgain(at));
  expect(purse.made.manager.client.status).toBe(403);
  await yvon.client.get(urls.spendingBankAgain(at));
  const version = fieldOf(yvon.client.html);
  // nothing was given yet, and two at once give one account
  await yvon.client.post(urls.spendingBankConfirm(at), { version });
  expect(yvon.client.status).toBe(409);
  const give = (by: typeof rosa, number: number) =>
    by.client.post(urls.spendingBankAgain(at), {
      version,
      titulaire: 'Rosa',
      bic: 'AGRIFRPP',
      iban: makeIban(number),
    });
  await Promise.all([give(rosa, 5), give(yvon, 6)]);
  expect([rosa.client.status, yvon.client.status].toSorted()).toEqual([200, 409]);
});

const fieldOf = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
