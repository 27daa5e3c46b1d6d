import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fillEnvelope,
  IBAN,
  type MadePurse,
  makeBudget,
  makePurse,
  makeRequest,
} from '../../../../tests/make/spending.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findRequest, listDocuments, listRequestsOfGroup } from '../request.store.ts';

let site: TestSite;
let purse: MadePurse;
beforeAll(async () => {
  site = await openTestSite();
  purse = await makePurse(site);
});
afterAll(() => site.close());

const versionOf = ({ html }: SiteClient) => /name="version" value="(\d+)"/.exec(html)![1]!;

/** A picture that no other one is. */
async function bill(red = 200, name = 'facture.png'): Promise<File> {
  const background = { r: red, g: 30, b: 40 };
  const bytes = await sharp({ create: { width: 24, height: 24, channels: 3, background } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: 'image/png' });
}

describe('R22 pages of the spending requests', () => {
  it('R21 R22 R23 five steps, two treasurers and the desk: the fund pays its part, the group chose the rest', async () => {
    const { made, movement } = purse;
    await fillEnvelope(site, purse, 4_000);
    const budget = await makeBudget(site, purse, { amount: 24_000 });
    const [first, second] = made.treasurers;
    const { client } = first;
    const group = made.group.slug;
    await client.get(urls.groupRequests({ group }));
    expect(client.main).toContain(urls.newGroupRequest({ group }));
    await client.post(urls.newGroupRequest({ group }), { budget: String(budget.number) });
    const [opened] = await listRequestsOfGroup(site.db, movement.id, made.group.id);
    const at = { request: String(opened!.number) };
    expect(client.path).toBe(urls.requestDetails(at));

    const details = {
      type: 'passee',
      intitule: 'Denrées du repas',
      categorie: 'consumables',
      explication: 'Un repas pour quarante personnes.',
      'date-day': '15',
      'date-month': '1',
      'date-year': '2026',
      'contact-nom': 'Rosa',
      'contact-courriel': 'rosa@mouvement.example',
      geste: 'continuer',
    };
    const stale = versionOf(client);
    await client.post(urls.requestDetails(at), {
      ...details,
      'date-month': '13',
      version: stale,
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Denrées du repas');
    await client.post(urls.requestDetails(at), { ...details, version: stale });
    expect(client.path).toBe(urls.requestDocuments(at));
    await client.post(urls.requestDetails(at), { ...details, intitule: 'Autre', version: stale });
    expect(client.status).toBe(409);

    const paper = { nature: 'facture', titre: 'Épicerie', montant: '251,30' };
    await client.post(urls.requestDocuments(at), { ...paper, file: await bill() });
    expect(client.status).toBe(200);
    expect(client.main).toContain('Épicerie');

    await client.get(urls.requestAmount(at));
    await client.post(urls.requestAmount(at), {
      montant: '251,30',
      geste: 'calculer',
      version: versionOf(client),
    });
    expect(client.main.replaceAll(/\s/g, ' ')).toMatch(/Le fonds paie 240 €, 11,30 € restent/);
    await client.post(urls.requestAmount(at), {
      montant: '251,30',
      geste: 'continuer',
      version: versionOf(client),
    });
    expect(client.status).toBe(422);
    await client.post(urls.requestAmount(at), {
      montant: '251,30',
      reste: 'oui',
      geste: 'continuer',
      version: versionOf(client),
    });
    expect(client.path).toBe(urls.requestBank(at));

    const bank = { payee: '', titulaire: 'Rosa Martin', bic: 'AGRIFRPP', geste: 'continuer' };
    const wrong = { ...bank, iban: 'FR7630006000011234567890188', version: versionOf(client) };
    await client.post(urls.requestBank(at), { ...wrong, file: await bill(1, 'rib.png') });
    expect(client.status).toBe(422);
    const right = { ...bank, iban: IBAN, version: versionOf(client) };
    await client.post(urls.requestBank(at), { ...right, file: await bill(2, 'rib.png') });
    expect(client.path).toBe(urls.requestEnding(at));
    await client.get(urls.requestBank(at));
    expect(client.html).not.toContain(IBAN);
    expect(client.main).toContain(IBAN.slice(-4));

    await client.get(urls.requestEnding(at));
    await client.post(urls.requestEnding(at), { geste: 'envoyer', version: versionOf(client) });
    expect(client.status).toBe(422);
    await client.post(urls.requestEnding(at), {
      charte: 'oui',
      honneur: 'oui',
      geste: 'envoyer',
      version: versionOf(client),
    });
    expect(client.path).toBe(urls.spendingHistory(at));

    // who sent it does not check it
    const check = urls.requestCheck(at);
    await client.get(urls.requestEnding(at));
    await client.post(check, { geste: 'confirmer', version: versionOf(client) });
    expect(client.status).toBe(422);
    await second.client.get(urls.requestEnding(at));
    const version = versionOf(second.client);
    await second.client.post(check, { geste: 'renvoyer', message: '', version });
    expect(second.client.status).toBe(422);
    await second.client.post(check, { geste: 'confirmer', version });
    expect(second.client.path).toBe(urls.spendingHistory(at));

    const desk = purse.desk.client;
    await desk.get(urls.financeRequests());
    expect(desk.main).toContain('Denrées du repas');
    await desk.get(urls.financeRequest(at));
    const decided = { version: versionOf(desk), message: '' };
    const decision = urls.financeRequestDecision(at);
    await desk.post(decision, { ...decided, decision: 'refuser' });
    expect(desk.status).toBe(422);
    await desk.post(decision, { ...decided, decision: 'valider' });
    expect(desk.path).toBe(urls.financeRequests());
    await desk.post(decision, { ...decided, decision: 'valider' });
    expect(desk.status).toBe(409);
    expect(await findRequest(site.db, movement.id, opened!.number)).toMatchObject({
      state: 'to-pay',
      fundAmount: 24_000,
      groupAmount: 1_130,
    });
    await client.get(urls.spendingHistory(at));
    expect(client.main).toContain('Équipe de suivi');
    expect(client.main).not.toContain(purse.desk.nickname);
  });

  it('W15 the same receipt handed in twice is refused in words, and the desk sees what was refused elsewhere', async () => {
    const other = await makePurse(site, { movement: purse.movement });
    const one = await makeRequest(site, other, { state: 'draft' });
    const two = await makeRequest(site, other, { state: 'draft' });
    const { client } = other.made.treasurers[0];
    const send = async (number: number) => {
      const at = { request: String(number) };
      const paper = { nature: 'ticket-de-caisse', titre: 'Caisse', montant: '12' };
      await client.post(urls.requestDocuments(at), { ...paper, file: await bill(77) });
    };
    await send(one.number);
    expect(client.status).toBe(200);
    await send(two.number);
    expect(client.status).toBe(422);
    expect(client.main).toContain('déjà été remis');
  });

  it('W7 what is no PDF nor picture, holds code, or weighs too much is refused beside its field', async () => {
    const request = await makeRequest(site, purse, { state: 'draft' });
    const at = { request: String(request.number) };
    const { client } = purse.made.treasurers[0];
    const before = await listDocuments(site.db, purse.movement.id, request.id);
    const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const files = [
      new File([script], 'a.png', { type: 'image/png' }),
      new File(['<html><script>alert(1)</script>'], 'b.jpg', { type: 'image/jpeg' }),
      new File([''], 'c.pdf', { type: 'application/pdf' }),
      new File([new Uint8Array(11 * 1024 * 1024)], 'd.pdf', { type: 'application/pdf' }),
    ];
    for (const file of files) {
      const paper = { nature: 'photo', titre: 'Une photo', montant: '' };
      await client.post(urls.requestDocuments(at), { ...paper, file });
      expect(client.status).toBe(422);
      expect(client.main).toContain('file-error');
    }
    expect(await listDocuments(site.db, purse.movement.id, request.id)).toEqual(before);
  });

  it('R22 W2 papers are read by treasurers, leads and the desk; members see the list, strangers nothing', async () => {
    const request = await makeRequest(site, purse, { state: 'draft' });
    const at = { request: String(request.number) };
    const { client } = purse.made.treasurers[0];
    const paper = { nature: 'facture', titre: 'Boulangerie', montant: '8' };
    await client.post(urls.requestDocuments(at), { ...paper, file: await bill(9) });
    const href = new RegExp(`/depenses/${request.number}/fichiers/[0-9a-f-]+\\.webp`).exec(
      client.html,
    )![0];
    await client.get(href);
    expect(client.status).toBe(200);
    const member = purse.made.members[0]!.client;
    await member.get(urls.groupRequests({ group: purse.made.group.slug }));
    expect(member.main).toContain('Denrées du repas');
    expect(member.main).not.toContain('/depenses/');
    for (const path of [href, urls.spendingHistory(at), urls.requestDetails(at)]) {
      await member.get(path);
      expect(member.status, path).toBe(403);
    }
    // a draft is the group's own
    await purse.desk.client.get(href);
    expect(purse.desk.client.status).toBe(403);
    const elsewhere = await makePurse(site);
    await elsewhere.made.treasurers[0].client.get(href);
    expect(elsewhere.made.treasurers[0].client.status).toBe(404);
  });

  it('R22 a draft is deleted once it was confirmed', async () => {
    const request = await makeRequest(site, purse, { state: 'draft' });
    const at = { request: String(request.number) };
    const { client } = purse.made.treasurers[1];
    await client.get(urls.requestDeletion(at));
    await client.post(urls.requestDeletion(at), { version: versionOf(client) });
    expect(client.path).toBe(urls.groupRequests({ group: purse.made.group.slug }));
    await client.get(urls.spendingHistory(at));
    expect(client.status).toBe(404);
  });

  it('R22 the desk filters its list and takes it away as a file', async () => {
    await fillEnvelope(site, purse, 24_000);
    const request = await makeRequest(site, purse, { state: 'finance-review' });
    const { client } = purse.desk;
    const filter = { groupe: purse.made.group.slug, source: 'groupe', q: 'denrees' };
    await client.get(urls.financeRequests(filter));
    expect(client.main).toContain(`/finances/demandes/${request.number}"`);
    await client.get(urls.financeRequests({ ...filter, source: 'fonds' }));
    expect(client.main).not.toContain(`/finances/demandes/${request.number}"`);
    await client.get(urls.financeRequestsFile({ file: 'demandes.csv' }));
    expect(client.html).toContain('Denrées du repas');
    expect(client.html).not.toContain(IBAN.slice(-4));
  });
});
