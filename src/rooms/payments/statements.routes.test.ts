import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeEntry, makeCamt053, makeIban } from '../../../tests/make/bank.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makePaid, makePayer, makeToPay } from '../../../tests/make/payments.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { type MadePurse, makePurse } from '../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { findRequestById } from '../spending/index.ts';
import { countOpenLines, listPayments } from './index.ts';

let site: TestSite;
let purse: MadePurse;
let iban: string;
let desk: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  purse = await makePurse(site);
  iban = await makePayer(site, purse);
  desk = await makePerson(site, { organisation: purse.movement, roles: ['finance'] });
});
afterAll(() => site.close());

const file = (text: string | Buffer, name = 'releve.xml') => new File([text as BlobPart], name);
const bring = (text: string | Buffer, more: Record<string, string> = {}) =>
  desk.client.post(urls.bankStatements(), { fichier: file(text), compte: 'habituel', ...more });
const camt = (...entries: MadeEntry[]) => makeCamt053([{ iban, entries }]);
const countLines = async () => {
  const { rows } = await site.pool.query<{ count: number }>(
    'select count(*)::int as count from bank_statement_line where organisation_id = $1',
    [purse.movement.id],
  );
  return rows[0]!.count;
};
const stateOf = async (id: string) =>
  (await findRequestById(site.db, purse.movement.id, id))?.state;

async function makeAwaited() {
  const request = await makeToPay(site, purse);
  const batch = await makePaid(site, purse, [request]);
  const [payment] = await listPayments(site.db, purse.movement.id, batch.id);
  return { request, payment: payment! };
}

const paidEntry = (endToEndId: string, reference: string, day = '2026-11-20'): MadeEntry => ({
  day,
  amount: -24_000,
  reference,
  transactions: [{ amount: 24_000, endToEndId, name: 'Rosa Martin' }],
});

describe('statements of the bank', () => {
  it('R22 what the bank names is paid on its day; what it sends back is to be paid again, its group told', async () => {
    const { request, payment } = await makeAwaited();
    await bring(camt(paidEntry(payment.endToEndId, 'A1')));
    expect(desk.client.status).toBe(200);
    expect(await stateOf(request.id)).toBe('paid');
    const [settled] = await listPayments(site.db, purse.movement.id, payment.batchId);
    expect(settled).toMatchObject({ state: 'paid', settledOn: '2026-11-20' });
    const sent = await mailsOf(site, () =>
      bring(
        camt({
          day: '2026-11-23',
          amount: 24_000,
          reference: 'A2',
          transactions: [{ amount: 24_000, endToEndId: payment.endToEndId, returnReason: 'AC04' }],
        }),
      ),
    );
    expect(await stateOf(request.id)).toBe('to-pay');
    expect(sent.some(({ text }) => text.includes('Le compte est clos.'))).toBe(true);
  });

  it('R22 the same file comes in once, files that overlap bring each movement once', async () => {
    const before = await countLines();
    const day = (n: number): MadeEntry => ({ day: '2026-10-05', amount: n, reference: `O${n}` });
    const first = camt(day(100), day(200));
    await bring(first);
    await bring(first);
    expect(desk.client.status).toBe(409);
    await bring(camt(day(200), day(300)));
    expect((await countLines()) - before).toBe(3);
    // a bank without references: the second file tells one more of the same day, the third nothing new
    const csv = (rows: string[]) => ['Date;Libellé;Montant', ...rows].join('\n');
    const line = '06/10/2026;FRAIS;-1,20';
    await bring(csv([line, line]), {});
    await bring(csv([line, line, line]), {});
    await bring(csv([line]), {});
    expect((await countLines()) - before).toBe(6);
  });

  it('R22 two persons bring overlapping files at once: each movement once', async () => {
    const before = await countLines();
    const entries = (from: number): MadeEntry[] =>
      [from, from + 1].map((n) => ({ day: '2026-09-05', amount: 100 + n, reference: `P${n}` }));
    await Promise.all(
      [0, 1, 2].map((from) =>
        desk.client.send(urls.bankStatements(), {
          fichier: file(camt(...entries(from))),
          compte: 'habituel',
        }),
      ),
    );
    expect((await countLines()) - before).toBe(4);
  });

  it('R22 without our id a payment is suggested, and a person confirms it; the rest is put aside with a reason', async () => {
    const { request } = await makeAwaited();
    await bring('Date;Libellé;Montant\n20/11/2026;VIR SEPA ROSA;-240,00\n20/11/2026;LOYER;-900,00');
    expect(await stateOf(request.id)).toBe('to-pay');
    await desk.client.get(urls.bankLines());
    expect(desk.client.main).toContain('ressemble');
    const confirm = /\/finances\/releves\/lignes\/[0-9a-f-]+\/rapprocher/.exec(
      desk.client.main,
    )![0];
    const paiement = /name="paiement" value="([^"]+)"/.exec(desk.client.main)![1]!;
    await desk.client.post(confirm, { paiement });
    expect(desk.client.status).toBe(200);
    expect(await stateOf(request.id)).toBe('paid');
    // told a second time, it is dealt with already
    expect(await desk.client.post(confirm, { paiement })).toMatchObject({ status: 422 });
    const left = await countOpenLines(site.db, purse.movement.id);
    const { rows } = await site.pool.query<{ id: string }>(
      `select id from bank_statement_line where organisation_id = $1 and words = 'LOYER'`,
      [purse.movement.id],
    );
    const aside = urls.bankLineAside({ line: rows[0]!.id });
    expect(await desk.client.post(aside, { motif: '' })).toMatchObject({ status: 422 });
    expect(await desk.client.post(aside, { motif: 'Loyer du local' })).toMatchObject({
      status: 200,
    });
    expect(await desk.client.post(aside, { motif: 'Encore' })).toMatchObject({ status: 409 });
    expect(await countOpenLines(site.db, purse.movement.id)).toBe(left - 1);
  });

  it('R22 columns that nobody knows are named on the page', async () => {
    const text = 'Quand;Quoi;Combien\n01/08/2026;Tracts;-3,00\n';
    await bring(text);
    expect(desk.client.status).toBe(422);
    expect(desk.client.main).toContain('Combien');
    await bring(text, {
      'colonne-date': 'Quand',
      'colonne-libelle': 'Quoi',
      'colonne-montant': 'Combien',
    });
    expect(desk.client.status).toBe(200);
  });

  it('W7 a bomb, an entity, nothing, another kind, too much, another account: refused in words, nothing kept', async () => {
    const before = await countLines();
    for (const [bytes, words] of [
      ['', 'Choisissez un fichier|vide'],
      [
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aa">]><Document>&a;</Document>',
        'instructions',
      ],
      [
        camt().replace('<Document', '<!DOCTYPE d SYSTEM "http://localhost/x"><Document'),
        'instructions',
      ],
      ['%PDF-1.7', 'ni un relevé'],
      ['<?xml version="1.0"?><Document>', 'abîmé'],
      [makeCamt053([{ iban: makeIban(99), entries: [] }]), 'comptes payeurs'],
      [Buffer.alloc(10 * 1024 * 1024 + 1, 0x20), '10 Mo'],
    ] as const) {
      await bring(bytes as string);
      expect(desk.client.status, words).toBe(422);
      expect(desk.client.main).toMatch(new RegExp(words));
    }
    const huge = await desk.client.send(urls.bankStatements(), {
      fichier: file(Buffer.alloc(12 * 1024 * 1024)),
      compte: 'habituel',
    });
    expect(huge.status).toBe(413);
    expect(await countLines()).toBe(before);
  });

  it('W3 a movement of another organisation is not there', async () => {
    await bring(camt({ day: '2026-07-01', amount: 700, reference: 'Z1' }));
    const { rows } = await site.pool.query<{ id: string; statement_id: string }>(
      'select id, statement_id from bank_statement_line where organisation_id = $1 limit 1',
      [purse.movement.id],
    );
    const other = await makePurse(site);
    const at = { line: rows[0]!.id };
    for (const address of [urls.bankLineMatch(at), urls.bankLineAside(at)])
      expect(await other.desk.client.post(address, { motif: 'x' })).toMatchObject({ status: 404 });
    const statement = urls.bankStatement({ statement: rows[0]!.statement_id });
    expect(await other.desk.client.get(statement)).toMatchObject({ status: 404 });
    expect(await desk.client.get(statement)).toMatchObject({ status: 200 });
    expect(await desk.client.get(urls.bankStatement({ statement: 'x' }))).toMatchObject({
      status: 404,
    });
  });
});
