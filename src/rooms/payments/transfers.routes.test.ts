import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIban } from '../../../tests/make/bank.ts';
import { makeMovement } from '../../../tests/make/group.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makePaid, makePayer, makeToPay } from '../../../tests/make/payments.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { type MadePurse, makePurse } from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { findSchemaFaults, hasSchemas } from '../../../tests/xml-schema.ts';
import { listFacts } from '../../platform/journal/journal.ts';
import { urls } from '../../urls.ts';
import { joinGroup } from '../groups/index.ts';
import { auditLedger } from '../ledger/index.ts';
import { findRequestById } from '../spending/index.ts';
import { listBatches, listPayments, makeBatch } from './index.ts';
import { settlePayment } from './settling.store.ts';

let site: TestSite;
let purse: MadePurse;
beforeAll(async () => {
  site = await openTestSite();
  purse = await makePurse(site);
  await makePayer(site, purse);
});
afterAll(() => site.close());

const desk = () => makePerson(site, { organisation: purse.movement, roles: ['finance'] });
const stateOf = async (id: string) =>
  (await findRequestById(site.db, purse.movement.id, id))?.state;
const today = { 'jour-day': '', 'jour-month': '', 'jour-year': '' };
const dayFields = (at: Date) => ({
  'jour-day': String(at.getUTCDate()),
  'jour-month': String(at.getUTCMonth() + 1),
  'jour-year': String(at.getUTCFullYear()),
});
const batchAt = (number: number) => ({ batch: String(number) });
const actOf = (by: { id: string }) => ({ organisationId: purse.movement.id, by: by.id });

describe('accounts that pay', () => {
  it('W15 keep sealed what was typed, show four signs, and refuse in words what is no account', async () => {
    const { movement } = await makePurse(site);
    const { client } = await makePerson(site, { organisation: movement, roles: ['finance'] });
    const iban = makeIban(42);
    const typed = { compte: 'habituel', version: '0', titulaire: 'Élan commun', bic: 'AGRIFRPP' };
    await client.post(urls.payerAccounts(), { ...typed, iban: `${iban.slice(0, -1)}0` });
    expect(client.status).toBe(422);
    expect(client.html).toContain('faute de frappe');
    await client.post(urls.payerAccounts(), { ...typed, iban: `IBAN : ${iban.toLowerCase()}` });
    expect(client.status).toBe(200);
    expect(client.html).toContain(`•••• ${iban.slice(-4)}`);
    expect(client.html).not.toContain(iban);
    const { rows } = await site.pool.query(
      'select row_to_json(p)::text as row from payer_account p',
    );
    for (const { row } of rows) expect(row).not.toContain(iban);
    // somebody who had the page open before
    await client.post(urls.payerAccounts(), { ...typed, iban });
    expect(client.status).toBe(409);
  });

  it('R2 are for the finance desk of a movement', async () => {
    const officer = await makePerson(site, { organisation: purse.movement, roles: ['officer'] });
    for (const address of [urls.payerAccounts(), urls.transfers(), urls.bankStatements()]) {
      expect(await officer.client.get(address)).toMatchObject({ status: 403 });
      const town = await makePerson(site, { roles: ['finance'] });
      expect(await town.client.get(address)).toMatchObject({ status: 404 });
    }
  });
});

describe('a batch of transfers', () => {
  it('R22 W15 from the list to the file, which the published schema takes and the journal tells', async () => {
    const request = await makeToPay(site, purse);
    const { client, id } = await desk();
    await client.get(urls.transfers());
    expect(client.main).toContain('Denrées du repas');
    const fields = { compte: 'habituel', demande: request.id, [`libelle-${request.id}`]: 'Repas' };
    await client.post(urls.transfers(), { ...fields, ...today });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Repas');
    await client.post(urls.transfers(), { ...fields, ...dayFields(new Date(Date.now() + 864e5)) });
    expect(client.status).toBe(200);
    const [batch] = await listBatches(site.db, purse.movement.id);
    const file = await client.send(urls.transferBatchFile(batchAt(batch!.number)));
    const xml = await file.text();
    expect(file.headers.get('cache-control')).toBe('private, no-store');
    expect(xml).toContain('<InstdAmt Ccy="EUR">240.00</InstdAmt>');
    expect(xml).toContain('<IBAN>FR7630006000011234567890189</IBAN>');
    if (hasSchemas) expect(findSchemaFaults('pain.001.001.09', xml)).toBe('');
    const again = await client.send(urls.transferBatchFile(batchAt(batch!.number)));
    expect(await again.text()).toBe(xml);
    const read = await listFacts(site.db, purse.movement.id, { only: ['payment.batch-read'] });
    expect(read.map(({ actorId }) => actorId)).toEqual([id, id]);
    await client.get(urls.transferBatch(batchAt(batch!.number)));
    expect(client.html).not.toContain('FR7630006000011234567890189');
  });

  it('W15 two persons of the desk at once pay a request once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const request = await makeToPay(site, purse);
      const chosen = [{ requestId: request.id, label: 'Repas' }];
      const asked = { payer: 'usual', executedOn: '2026-12-01', chosen } as const;
      const made = await Promise.all(
        [await desk(), await desk(), purse.desk].map((by) =>
          makeBatch(site.db, site.config, actOf(by), asked),
        ),
      );
      expect(made.filter(({ ok }) => ok)).toHaveLength(1);
      expect(made.filter((one) => !one.ok && one.refusal === 'not-to-pay')).toHaveLength(2);
    }
  });

  it('W15 nobody pays themselves, nor marks it paid', async () => {
    const payee = await desk();
    const { id: groupId } = purse.made.group;
    await joinGroup(site.db, actOf(payee), groupId, { atOnce: true });
    const request = await makeToPay(site, purse, { payeeId: payee.id });
    const chosen = [{ requestId: request.id, label: 'Repas' }];
    const asked = { payer: 'usual', executedOn: '2026-12-01', chosen } as const;
    expect(await makeBatch(site.db, site.config, actOf(payee), asked)).toEqual({
      ok: false,
      refusal: 'own-payment',
    });
    const batch = await makePaid(site, purse, [request]);
    const [payment] = await listPayments(site.db, purse.movement.id, batch.id);
    expect(await settlePayment(site.db, actOf(payee), payment!.id, { day: '2026-11-20' })).toEqual({
      ok: false,
      refusal: 'own-payment',
    });
    expect(await stateOf(request.id)).toBe('to-pay');
  });

  it('R22 some of it is paid, the bank rejects the rest: its group learns why and it is paid again', async () => {
    const [one, two] = [await makeToPay(site, purse), await makeToPay(site, purse)];
    const batch = await makePaid(site, purse, [one, two]);
    const [first, second] = await listPayments(site.db, purse.movement.id, batch.id);
    const { client } = await desk();
    const at = batchAt(batch.number);
    const day = dayFields(new Date(Date.now() - 864e5));
    await client.post(urls.transferBatchPaid(at), { paiements: [first!.id], ...day });
    expect(client.status).toBe(200);
    expect(await stateOf(one.id)).toBe('paid');
    const sent = await mailsOf(site, () =>
      client.post(urls.transferReject(at), { paiement: second!.id, motif: 'Compte clos' }),
    );
    expect(sent.some(({ text }) => text.includes('Compte clos'))).toBe(true);
    expect(await stateOf(two.id)).toBe('to-pay');
    // the money of the first comes back later
    await client.post(urls.transferReject(at), { paiement: first!.id, motif: 'IBAN inconnu' });
    expect(client.status).toBe(200);
    expect(await stateOf(one.id)).toBe('to-pay');
    await makePaid(site, purse, [one, two]);
    expect((await auditLedger(site.db, purse.movement.id)).wrong ?? []).toEqual([]);
  });

  it('R22 the same payment settled by many at once is settled once', async () => {
    const request = await makeToPay(site, purse);
    const batch = await makePaid(site, purse, [request]);
    const [payment] = await listPayments(site.db, purse.movement.id, batch.id);
    const many = await Promise.all(
      Array.from({ length: 6 }, () =>
        settlePayment(site.db, actOf(purse.desk), payment!.id, { day: '2026-11-20' }),
      ),
    );
    expect(many.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('R22 is cancelled while the bank has not had it, never once it has paid', async () => {
    const request = await makeToPay(site, purse);
    const batch = await makePaid(site, purse, [request]);
    const { client } = await desk();
    const at = batchAt(batch.number);
    await client.post(urls.transferBatchCancel(at));
    expect(client.status).toBe(422);
    await client.post(urls.transferBatchCancel(at), { certifie: 'oui' });
    expect(client.status).toBe(200);
    await client.get(urls.transferBatchFile(at));
    expect(client.status).toBe(409);
    const next = await makePaid(site, purse, [request]);
    const [payment] = await listPayments(site.db, purse.movement.id, next.id);
    await settlePayment(site.db, actOf(purse.desk), payment!.id, { day: '2026-11-20' });
    await client.post(urls.transferBatchCancel(batchAt(next.number)), { certifie: 'oui' });
    expect(client.status).toBe(409);
  });

  it('W3 of another movement is not there', async () => {
    const batch = await makePaid(site, purse, [await makeToPay(site, purse)]);
    const other = await makeMovement(site);
    const { client } = await makePerson(site, { organisation: other, roles: ['finance'] });
    const at = batchAt(batch.number);
    for (const address of [urls.transferBatch(at), urls.transferBatchFile(at)])
      expect(await client.get(address)).toMatchObject({ status: 404 });
    expect(await client.post(urls.transferBatchPaid(at))).toMatchObject({ status: 404 });
  });
});

it('R22 two hundred requests are chosen from at once, the oldest first; the others are counted', async () => {
  const many = await makePurse(site);
  await makePayer(site, many);
  await makeToPay(site, many);
  await site.pool.query(
    `insert into spending_request (organisation_id, number, group_id, source, state, title, amount, group_amount, created_by,
        sent_by, sent_at, checked_by, checked_at, decided_by, decided_at, booked_at, bank_sealed, iban_last4)
      select organisation_id, number + n, group_id, source, state, title || ' ' || n, amount, group_amount, created_by,
        sent_by, sent_at, checked_by, checked_at, decided_by, decided_at, booked_at, bank_sealed, iban_last4
      from spending_request, generate_series(1, 204) n where organisation_id = $1`,
    [many.movement.id],
  );
  const { client } = many.desk;
  await client.get(urls.transfers());
  expect(client.main).toContain('5 autres attendent');
  expect(client.main.match(/name="demande"/g)).toHaveLength(200);
});
