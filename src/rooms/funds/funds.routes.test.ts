import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveToFund, makeFund } from '../../../tests/make/fund.ts';
import { type MadeMovement, makeGroup, makeMovement } from '../../../tests/make/group.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import type { Role } from '../../platform/http/roles.ts';
import { urls } from '../../urls.ts';
import { findActionReader, findFundById, listFunds, seesActions } from './index.ts';
import { fundsRoom } from './room.ts';

let site: TestSite;
let movement: MadeMovement;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
});
afterAll(() => site.close());

const person = (roles: readonly Role[] = []) => makePerson(site, { organisation: movement, roles });

const form = {
  nom: 'Fonds d’actions solidaires',
  exercice: '2026',
  resume: 'Vingt mille euros pour agir.',
  presentation: '## Pourquoi',
  regles: 'Une action utile, simple et reproductible.',
  plafond: '300,00',
  seuil: '5',
  visibilite: 'certified-groups',
  'palier-1-part': '50',
  'palier-1-seuil': '8',
  'lien-1-titre': 'La décision de 2019',
  'lien-1-adresse': 'https://exemple.fr/2019',
};

describe('funds are those of a movement', () => {
  it('R1 a town has no funds, and its menu does not name them', async () => {
    const town = site.visitor();
    expect(await town.get(urls.funds())).toMatchObject({ status: 404 });
    expect(await town.get('/')).toMatchObject({ status: 200 });
    expect(town.html).not.toContain(`href="${urls.funds()}"`);
    const own = site.visitor(movement.host);
    expect(await own.get(urls.funds())).toMatchObject({ status: 200 });
    expect(own.html).toContain(`href="${urls.funds()}"`);
  });

  it('W3 a fund of another movement is not there, whoever asks', async () => {
    const other = await makeMovement(site);
    const { fund } = await makeFund(site, other);
    const at = { fund: fund.slug };
    const { client } = await person(['officer', 'finance']);
    for (const path of [
      urls.fund(at),
      urls.fundEndowment(at),
      urls.adminFund(at),
      urls.adminFundSettings(at),
      urls.adminFundThreshold(at),
    ])
      expect(await client.get(path)).toMatchObject({ status: 404 });
    expect(await client.post(urls.adminFundClose(at))).toMatchObject({ status: 404 });
    expect(await client.post(urls.fundEndowment(at), { montant: '1' })).toMatchObject({
      status: 404,
    });
  });

  it('R2 each role gets its own pages of a fund and no other', async () => {
    const { fund } = await makeFund(site, movement);
    const { lead } = await makeGroup(site, movement, { certified: true });
    const at = { fund: fund.slug };
    const office = [
      urls.adminFunds(),
      urls.adminNewFund(),
      urls.adminFund(at),
      urls.adminFundSettings(at),
      urls.adminFundThreshold(at),
      urls.adminFundClose(at),
    ];
    const matrix: [string, { client: ReturnType<TestSite['visitor']> }, number, number][] = [
      ['resident', await person(), 403, 403],
      ['lead of a certified group', lead, 403, 403],
      ['action-reviewer', await person(['action-reviewer']), 403, 403],
      ['finance', await person(['finance']), 403, 200],
      ['officer', await person(['officer']), 200, 403],
      ['administrator', await person(['administrator']), 200, 403],
    ];
    for (const [name, { client }, officeStatus, financeStatus] of matrix) {
      const met = [];
      for (const path of office) met.push((await client.get(path)).status);
      expect(met, name).toEqual(office.map(() => officeStatus));
      expect((await client.get(urls.fundEndowment(at))).status, name).toBe(financeStatus);
      expect((await client.get(urls.fund(at))).status, name).toBe(200);
    }
    const nobody = site.visitor(movement.host);
    expect(await nobody.get(urls.fund(at))).toMatchObject({ status: 200 });
  });
});

describe('a fund from its first word to its close', () => {
  it('R1 R9 R30 is prepared unseen, endowed by the treasury alone, opened by the office, closed', async () => {
    const officer = await person(['officer']);
    const treasurer = await person(['finance']);
    const everybody = site.visitor(movement.host);
    expect(await officer.client.post(urls.adminNewFund(), form)).toMatchObject({ status: 200 });
    const fund = (await listFunds(site.db, movement.id)).find(({ name }) => name === form.nom)!;
    expect(fund).toMatchObject({ cap: 30_000, threshold: 5, slug: 'fonds-d-actions-solidaires' });
    const at = { fund: fund.slug };
    expect(await everybody.get(urls.fund(at))).toMatchObject({ status: 404 });
    expect(await treasurer.client.get(urls.fund(at))).toMatchObject({ status: 200 });
    // no money: it does not open
    expect(await officer.client.post(urls.adminFundOpen(at))).toMatchObject({ status: 409 });
    expect(officer.client.main).toContain('demandez à la trésorerie');
    const day = { 'jour-day': '2', 'jour-month': '1', 'jour-year': '2026' };
    const gift = { montant: '20 000,00', libelle: 'Vote de l’assemblée', ...day };
    await treasurer.client.get(urls.fundEndowment(at));
    const key = /name="cle" value="([^"]+)"/.exec(treasurer.client.html)![1]!;
    // pressed twice, given once
    for (let press = 0; press < 2; press += 1)
      expect(
        await treasurer.client.post(urls.fundEndowment(at), { ...gift, cle: key }),
      ).toMatchObject({ status: 200 });
    expect(await officer.client.post(urls.adminFundOpen(at))).toMatchObject({ status: 200 });
    expect(await everybody.get(urls.fund(at))).toMatchObject({ status: 200 });
    for (const words of ['20 000', 'La décision de 2019', 'utile, simple', '300'])
      expect(everybody.main.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(words);
    expect(await officer.client.post(urls.adminFundClose(at))).toMatchObject({ status: 200 });
    await everybody.get(urls.fund(at));
    expect(everybody.main).toContain('Ce fonds est clos');
    expect(await officer.client.post(urls.adminFundOpen(at))).toMatchObject({ status: 200 });
    expect((await findFundById(site.db, movement.id, fund.id))?.closedAt).toBeNull();
  });

  it('R1 no more is taken back than what remains, and what is wrong is said beside its field', async () => {
    const { fund, treasurer } = await makeFund(site, movement, { endowed: 10_000 });
    const at = { fund: fund.slug };
    const day = { 'repris-jour-day': '2', 'repris-jour-month': '1', 'repris-jour-year': '2026' };
    const back = (amount: string, words = 'Trop donné') =>
      treasurer.client.post(urls.fundLowering(at), {
        'repris-montant': amount,
        'repris-libelle': words,
        ...day,
      });
    expect(await back('100,01')).toMatchObject({ status: 409 });
    expect(treasurer.client.main).toContain('Trop donné');
    expect(await back('12,345', '')).toMatchObject({ status: 422 });
    expect(treasurer.client.main).toContain('12,345');
    expect(await back('100')).toMatchObject({ status: 200 });
  });

  it('R9 R18 what is wrong in the settings is said beside its field, and nothing typed is lost', async () => {
    const officer = await person(['officer']);
    const wrong = {
      ...form,
      nom: 'Fonds mal rempli',
      plafond: 'trois cents',
      seuil: '0',
      'palier-2-part': '20',
      'lien-2-adresse': 'exemple.fr',
    };
    expect(await officer.client.post(urls.adminNewFund(), wrong)).toMatchObject({ status: 422 });
    for (const words of ['trois cents', 'Fonds mal rempli', 'value="exemple.fr"'])
      expect(officer.client.main).toContain(words);
    for (const field of ['plafond', 'seuil', 'palier-2-part', 'lien-2-adresse'])
      expect(officer.client.main).toContain(`href="#${field}"`);
    const all = await listFunds(site.db, movement.id);
    expect(all.filter(({ name }) => name === 'Fonds mal rempli')).toEqual([]);
  });

  it('W10 two who save the same settings: the second is told, and nothing typed is lost', async () => {
    const { fund, officer } = await makeFund(site, movement);
    const other = await person(['officer']);
    const save = (client: typeof other.client, nom: string) =>
      client.post(urls.adminFundSettings({ fund: fund.slug }), {
        ...form,
        nom,
        version: String(fund.version),
      });
    expect(await save(officer.client, 'Le premier')).toMatchObject({ status: 200 });
    expect(await save(other.client, 'Le second')).toMatchObject({ status: 409 });
    expect(other.client.main).toContain('Le second');
    expect(await findFundById(site.db, movement.id, fund.id)).toMatchObject({
      name: 'Le premier',
      slug: fund.slug,
    });
  });

  it('R30 W7 a document is cleaned, opened by everybody, and removed', async () => {
    const { fund, officer } = await makeFund(site, movement);
    const at = { fund: fund.slug };
    const send = (file: File) =>
      officer.client.post(urls.adminFundDocuments(at), { titre: 'Décision de 2019', file });
    const page = new File(['<script>alert(1)</script>'], 'x.pdf', { type: 'application/pdf' });
    expect(await send(page)).toMatchObject({ status: 422 });
    expect(officer.client.main).toContain('Décision de 2019');
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const picture = new File([pixel], 'decision.png', { type: 'image/png' });
    expect(await send(picture)).toMatchObject({ status: 200 });
    const everybody = site.visitor(movement.host);
    await everybody.get(urls.fund(at));
    const address = /href="(\/[^"]+\.webp)"/.exec(everybody.main)![1]!;
    expect((await everybody.send(address)).status).toBe(200);
    const file = /([0-9a-f-]{36})\.webp$/.exec(address)![1]!;
    const removal = urls.adminFundDocumentRemove({ ...at, file });
    expect(await officer.client.post(removal)).toMatchObject({ status: 200 });
    expect((await everybody.send(address)).status).toBe(404);
    expect(await officer.client.post(removal)).toMatchObject({ status: 404 });
  });
});

describe('whom other rooms let in', () => {
  it('R13 members of a certified group see the actions of a fund that is theirs', async () => {
    const { fund } = await makeFund(site, movement);
    const certified = await makeGroup(site, movement, { certified: true });
    const plain = await makeGroup(site, movement);
    const sees = async (one: { id: string } | null, held: readonly Role[] = []) =>
      seesActions(
        fund,
        await findActionReader(
          site.db,
          movement.id,
          one && {
            id: one.id,
            held: held.map((role) => ({ role, editionId: null, departmentId: null })),
          },
        ),
      );
    expect(await sees(certified.members[0]!)).toBe(true);
    expect(await sees(plain.lead)).toBe(false);
    expect(await sees(plain.lead, ['action-reviewer'])).toBe(true);
    expect(await sees(null)).toBe(false);
  });

  it('R1 R25 a fund is found by its words for the ledger, and named there', async () => {
    const { fund } = await makeFund(site, movement, { name: 'Fonds de l’été' });
    const { nameHolders, seekHolders, findHolders } = fundsRoom;
    const named = await nameHolders!.fund!(site.db, movement.id, [fund.id]);
    expect(named.get(fund.id)).toEqual({
      name: fund.name,
      address: urls.fund({ fund: fund.slug }),
    });
    expect(await seekHolders!.fund!(site.db, movement.id, 'ETE fonds')).toEqual([fund.id]);
    expect(await seekHolders!.fund!(site.db, movement.id, 'hiver')).toEqual([]);
    expect(await findHolders!(site.db, movement.id, ['fonds de l’ete'])).toMatchObject([
      { kind: 'fund', id: fund.id },
    ]);
  });

  it('R1 a second gift adds to the first', async () => {
    const { fund, treasurer } = await makeFund(site, movement, { endowed: 100_000 });
    await giveToFund(site, movement, fund.id, treasurer, 50_001);
    const everybody = site.visitor(movement.host);
    await everybody.get(urls.fund({ fund: fund.slug }));
    expect(everybody.main.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('1 500,01 €');
  });
});
