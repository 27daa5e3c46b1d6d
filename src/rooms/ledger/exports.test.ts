import { randomUUID } from 'node:crypto';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type MadeGroup,
  type MadeMovement,
  makeGroup,
  makeMovement,
} from '../../../tests/make/group.ts';
import { account, endowFund, entry, giveToGroup, record } from '../../../tests/make/ledger.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { FEC_COLUMNS } from './fec.ts';
import { isSiren } from './settings.ts';

let site: TestSite;
let movement: MadeMovement;
let lilas: MadeGroup;
let finance: MadePerson;
const SIREN = '732829320';
const fund = randomUUID();
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  lilas = await makeGroup(site, movement, { name: 'Les\tLilas' });
  finance = await makePerson(site, { organisation: movement, roles: ['finance'] });
  await endowFund(site, movement, 1000_00, fund);
  await giveToGroup(site, movement, 40_05, lilas.group.id);
  await record(
    site,
    movement,
    entry('budget-reserved', account('fund', fund), account('fund-reserved', fund), 300_00, {
      countedOn: '2025-06-01',
      words: '=1+1\nsur deux lignes',
    }),
  );
});
afterAll(() => site.close());

const take = async (path: string) => {
  const response = await finance.client.send(path);
  expect(response.status).toBe(200);
  return response;
};
const fields = (more: Record<string, string> = {}) => ({
  siren: SIREN,
  min: '1',
  max: '4600',
  version: '0',
  ...more,
});

describe('settings of the books', () => {
  it('R25 what is wrong is told beside its field, and what was typed stays', async () => {
    const { client } = finance;
    await client.post(
      urls.financeSettings(),
      fields({
        siren: '123456789',
        'compte-group': '46',
        'compte-fund': '4673',
        min: '20',
        max: '10',
      }),
    );
    expect(client.status).toBe(422);
    for (const words of [
      'Ce n’est pas un numéro SIREN',
      'Écrivez un numéro de compte',
      'Ce numéro sert déjà',
      'Le plus grand don est au moins',
    ])
      expect(client.main).toContain(words);
    expect(client.main).toContain('value="123456789"');
    expect([isSiren(SIREN), isSiren('732829321'), isSiren('')]).toEqual([true, false, false]);
  });

  it('R25 they are saved, and not over somebody else’s', async () => {
    const { client } = finance;
    await client.get(urls.financeExport({ file: 'fec' }, { annee: 2025 }));
    expect(client.path).toBe(urls.financeSettings());
    await client.post(urls.financeSettings(), fields({ 'compte-group': '467 100' }));
    expect(client.main).toContain('value="467100"');
    await client.post(urls.financeSettings(), fields());
    expect(client.status).toBe(409);
    expect(client.main).toContain('Quelqu’un a enregistré les réglages entre-temps');
    const facts = await site.pool.query(`select 1 from fact where kind = 'ledger.settings-saved'`);
    expect(facts.rowCount).toBe(1);
  });
});

describe('files of the entries', () => {
  it('R25 a CSV and a spreadsheet, with the filters of the list', async () => {
    const csv = await (await take(urls.financeExport({ file: 'ecritures.csv' }))).text();
    const lines = csv.trim().split('\r\n');
    expect(lines[0]).toContain('numero;jour;enregistree_le;nature;de;de_numero');
    expect(csv).toContain(';7541;');
    expect(csv).toContain(';40.05;');
    expect(csv).toContain(`"'=1+1`);
    const filtered = await take(
      urls.financeExport({ file: 'ecritures.csv' }, { genre: 'donation' }),
    );
    expect((await filtered.text()).trim().split('\r\n')).toHaveLength(2);
    const xlsx = await take(urls.financeExport({ file: 'ecritures.xlsx' }));
    const sheet = await readXlsx(Buffer.from(await xlsx.arrayBuffer()));
    const rows = 'data' in sheet[0]! ? (sheet[0] as { data: unknown[][] }).data : sheet;
    expect(rows).toHaveLength(4);
    const facts = await site.pool.query(`select 1 from fact where kind = 'export.taken'`);
    expect(facts.rowCount).toBe(3);
    expect((await finance.client.send('/finances/exports/autre.csv')).status).toBe(404);
  });

  it('R25 the FEC: eighteen columns, debit and credit equal, numbers without a gap, named after the SIREN', async () => {
    const response = await take(urls.financeExport({ file: 'fec' }, { annee: 2025 }));
    expect(response.headers.get('content-disposition')).toContain(`${SIREN}FEC20251231.txt`);
    const [head, ...lines] = (await response.text()).slice(0, -2).split('\r\n');
    expect(head!.split('\t')).toEqual([...FEC_COLUMNS]);
    expect(FEC_COLUMNS).toHaveLength(18);
    const cells = lines.map((line) => line.split('\t'));
    expect(cells.map((one) => one.length)).toEqual([18, 18]);
    expect(
      cells.map(([, , number, day, , , , , , , , debit, credit]) => [number, day, debit, credit]),
    ).toEqual([
      ['1', '20250601', '300,00', '0,00'],
      ['1', '20250601', '0,00', '300,00'],
    ]);
    expect(cells.map((one) => one[4])).toEqual(['4673', '4672']);
    expect(cells[0]![10]).toBe('Réservation d’un budget : =1+1 sur deux lignes');
    // a number that a failed attempt took leaves no gap
    await expect(
      site.db.transaction().execute(async (tx) => {
        await record(
          { db: tx as never },
          movement,
          entry('donation', account('donations'), account('solidarity'), 5),
        );
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await record(site, movement, entry('donation', account('donations'), account('solidarity'), 7));
    const year = new Date().getUTCFullYear();
    const now = await (await take(urls.financeExport({ file: 'fec' }, { annee: year }))).text();
    const numbers = now
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split('\t')[2]);
    expect(numbers).toEqual(['1', '1', '2', '2', '3', '3']);
    expect(now).toContain('\tLes Lilas\t');
    expect(now).toContain('\t467100\t');
  });
});
