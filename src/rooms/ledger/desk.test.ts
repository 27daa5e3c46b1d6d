import { randomUUID } from 'node:crypto';
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
import { readBalances } from './index.ts';

let site: TestSite;
let movement: MadeMovement;
let lilas: MadeGroup;
let finance: MadePerson;
const fund = randomUUID();
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  lilas = await makeGroup(site, movement, { name: 'Les Lilas Solidaires' });
  finance = await makePerson(site, { organisation: movement, roles: ['finance'] });
});
afterAll(() => site.close());

const idOf = async (kind: string, holder: string | null) => {
  const { rows } = await site.pool.query<{ id: string }>(
    `select id from ledger_account where organisation_id = $1 and kind = $2 and holder_id is not distinct from $3`,
    [movement.id, kind, holder],
  );
  return rows[0]!.id;
};

describe('the desk of the finances', () => {
  it('R1 an empty desk says what will be there', async () => {
    const { client } = finance;
    await client.get(urls.finances());
    expect(client.status).toBe(200);
    expect(client.main).toContain('Rien n’attend pour l’instant.');
    expect(client.main).toContain('Aucun argent dans les comptes');
    await client.get(urls.financeEntries());
    expect(client.main).toContain('Aucune écriture');
    await client.get(urls.financeAccounts());
    expect(client.main).toContain('Aucun compte');
  });

  it('R1 R25 the desk tells where the money is and what was recorded last', async () => {
    await endowFund(site, movement, 120_000_00, fund);
    await giveToGroup(site, movement, 40_50, lilas.group.id);
    await record(
      site,
      movement,
      entry('budget-reserved', account('fund', fund), account('fund-reserved', fund), 300_00),
      entry(
        'spending-booked',
        account('fund-reserved', fund),
        account('fund-payable', fund),
        280_00,
        {
          words: 'Affiches <b>de mars</b>',
          countedOn: '2025-12-30',
        },
      ),
      entry('spending-paid', account('fund-payable', fund), account('expenses'), 280_00),
    );
    const { client } = finance;
    await client.get(urls.finances());
    const said = client.main.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(said).toContain('120 040,50 €');
    expect(said).toContain('dont 40,50 € de dons et 120 000 € de fonds propres');
    expect(said).toContain('dont 20 € déjà réservés à des budgets');
    expect(said).toContain('Les Lilas Solidaires · enveloppe');
    expect(said).toContain('Affiches &lt;b>de mars&lt;/b>');
  });

  it('R25 accounts by holder, and one account with what it held after each entry', async () => {
    const { client } = finance;
    await client.get(urls.financeAccounts());
    expect(client.main).toContain('Les Lilas Solidaires');
    expect(client.main).toContain('Dons reçus');
    await client.get(urls.financeAccounts({ q: 'lilas' }));
    expect(client.main).toContain('Les Lilas Solidaires');
    await client.get(urls.financeAccounts({ q: 'introuvable' }));
    expect(client.main).toContain('Aucun compte ne correspond');
    await client.get(urls.financeAccounts({ genre: 'fonds' }));
    expect(client.main).toContain('Réservé');
    await client.get(urls.financeAccount({ account: await idOf('fund-reserved', fund) }));
    const said = client.main.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(said).toContain('Solde : 20 €');
    // the latest first: 300 in, then 280 out
    expect(said.indexOf('>20 €<')).toBeLessThan(said.indexOf('>300 €<'));
    await client.get(urls.financeAccount({ account: await idOf('own-funds', null) }));
    expect(client.main.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('120 000 € en sont sortis');
  });

  it('R25 entries by kind, day and holder; nonsense in an address is no filter', async () => {
    const { client } = finance;
    await client.get(urls.financeEntries({ genre: 'donation' }));
    expect(client.main).toContain('Don fléché');
    expect(client.main).toContain('nº\u202f2<');
    expect(client.main).not.toContain('nº\u202f1<');
    await client.get(urls.financeEntries({ du: '2025-12-01', au: '2025-12-31' }));
    expect(client.main.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('30 décembre 2025');
    expect(client.main).not.toContain('nº\u202f1<');
    await client.get(urls.financeEntries({ q: 'lilas' }));
    expect(client.main).toContain('enveloppe');
    expect(client.main).not.toContain('Affiches');
    await client.get(urls.financeEntries({ du: '2025-02-31', genre: 'x', apres: 'y' }));
    expect(client.status).toBe(200);
  });

  it('R25 pages are turned without losing or repeating an entry, fifty at a time', async () => {
    const busy = await makeMovement(site);
    const person = await makePerson(site, { organisation: busy, roles: ['finance'] });
    const group = randomUUID();
    await record(
      site,
      busy,
      ...Array.from({ length: 120 }, (_, at) =>
        entry('donation', account('donations'), account('group', group), at + 1, {
          countedOn: `2026-0${(at % 3) + 1}-15`,
          words: `don-${at}.`,
        }),
      ),
    );
    expect(await readBalances(site.db, busy.id, [account('group', group)])).toEqual([7260]);
    for (const first of [
      urls.financeEntries(),
      urls.financeAccount({
        account: (
          await site.pool.query(`select id from ledger_account where holder_id = $1`, [group])
        ).rows[0].id,
      }),
    ]) {
      const seen: string[] = [];
      for (let path: string | undefined = first; path; ) {
        await person.client.get(path);
        seen.push(...[...person.client.main.matchAll(/don-(\d+)\./g)].map(([, at]) => at!));
        path = /href="([^"]+)" rel="next"/.exec(person.client.main)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(seen).toHaveLength(120);
      expect(new Set(seen).size).toBe(120);
    }
  });

  it('W1 R25 nobody else opens the desk, and towns have none', async () => {
    const officer = await makePerson(site, { organisation: movement, roles: ['officer'] });
    const stranger = await makePerson(site, { roles: ['finance'] });
    const account = await idOf('expenses', null);
    for (const path of [
      urls.finances(),
      urls.financeAccounts(),
      urls.financeAccount({ account }),
      urls.financeEntries(),
      urls.financeExport({ file: 'ecritures.csv' }),
      urls.financeSettings(),
    ]) {
      expect((await officer.client.send(path)).status, path).toBe(403);
      expect((await lilas.lead.client.send(path)).status, path).toBe(403);
      expect((await stranger.client.send(path)).status, path).toBe(404);
    }
    const other = await makeMovement(site);
    const theirs = await makePerson(site, { organisation: other, roles: ['finance'] });
    expect((await theirs.client.send(urls.financeAccount({ account }))).status).toBe(404);
  });
});
