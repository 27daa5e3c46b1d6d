import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePhoto } from '../../../../tests/make/commons.ts';
import { linkIn, mailsOf } from '../../../../tests/make/mails.ts';
import { makePaid, makePayer, makeToPay } from '../../../../tests/make/payments.ts';
import {
  fillEnvelope,
  IBAN,
  type MadePurse,
  makePurse,
  makeRequest,
  must,
} from '../../../../tests/make/spending.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { openBudget } from '../budget-writing.store.ts';
import { findRequestById } from '../request.store.ts';
import type { Request } from '../request.ts';
import { turnRequestDown } from '../request-decision.store.ts';
import { checkRequestByPeer, sendRequest } from '../request-sending.store.ts';
import { openRequest, swearRequest } from '../request-writing.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const actOf = (purse: MadePurse, by: { id: string }) => ({
  organisationId: purse.movement.id,
  by: by.id,
});
const again = async ({ movement }: MadePurse, { id }: Request) =>
  (await findRequestById(site.db, movement.id, id))!;

/** A draft as it is now, sworn and sent by the first treasurer, checked by the second. */
async function handIn(purse: MadePurse, draft: Request): Promise<Request> {
  const [first, second] = purse.made.treasurers;
  const act = actOf(purse, first);
  const sworn = { charter: true, honour: true };
  const { request } = must(await swearRequest(site.db, act, await again(purse, draft), sworn));
  const sent = must(await sendRequest(site.db, act, request)).request;
  return must(await checkRequestByPeer(site.db, actOf(purse, second), sent)).request;
}

/** The name of a state with its number, as the desk's list counts it. */
const countsOf = (html: string) =>
  [...html.matchAll(/etat=[^"]*"[^>]*>([^<(]+) \((\d+)\)/g)].map(([, name, count]) => [
    name,
    Number(count),
  ]);

describe('the list of the desk', () => {
  it('R22 counts by state in words that fit many, and tells what is to be paid once', async () => {
    const purse = await makePurse(site);
    await makePayer(site, purse);
    const { client } = purse.desk;
    const [one] = [await makeToPay(site, purse), await makeToPay(site, purse)];
    await makeToPay(site, purse, { campaign: true });
    await fillEnvelope(site, purse, 24_000);
    await makeRequest(site, purse);
    await client.get(urls.financeRequests());
    expect(countsOf(client.main)).toEqual([
      ['À vérifier', 1],
      ['Informations demandées', 0],
      ['En attente des fonds', 0],
      ['À payer', 3],
      ['Payées', 0],
      ['Refusées', 0],
    ]);
    expect(client.main).not.toContain('Cette demande');
    const toPay = async () => {
      await client.get(urls.finances());
      const words = client.main.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
      return [
        'Demandes? à payer(?! du)',
        'Demandes? à payer du compte',
        'Virements? attendus?',
      ].map((label) => Number(new RegExp(`(\\d+) ${label}`).exec(words)?.[1] ?? 0));
    };
    expect(await toPay()).toEqual([2, 1, 0]);
    await makePaid(site, purse, [one!]);
    expect(await toPay()).toEqual([1, 1, 1]);
  });

  it('R22 the file for spreadsheets holds the rows of the filter, sums as numbers, no account', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 60_000);
    const waiting = await makeRequest(site, purse, { amount: 25_130 });
    await makeRequest(site, purse, { amount: 1_000, state: 'approved' });
    await makeRequest(site, purse, { amount: 2_000, state: 'peer-review' });
    const read = async (filter: Record<string, string>) => {
      const answer = await purse.desk.client.send(
        urls.financeRequestsFile({ file: 'demandes.xlsx' }, filter),
      );
      expect(answer.status).toBe(200);
      const [sheet] = await readXlsx(Buffer.from(await answer.arrayBuffer()));
      return (sheet as { data: unknown[][] }).data;
    };
    const [names, row, ...rest] = await read({ etat: 'a-decider' });
    expect(rest).toEqual([]);
    const told = Object.fromEntries(names!.map((name, index) => [name, row![index]]));
    expect(told).toMatchObject({
      numero: waiting.number,
      intitule: 'Denrées du repas',
      groupe: purse.made.group.name,
      montant_demande_eur: 251.3,
    });
    const all = await read({ etat: 'toutes' });
    expect(all).toHaveLength(3);
    expect(JSON.stringify(all)).not.toContain(IBAN.slice(-4));
    expect(JSON.stringify(all)).not.toContain('rosa@mouvement.example');
  });
});

describe('W15 what the desk sees of papers', () => {
  it('W15 a receipt of a refused request handed in again is told on both pages', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 96_000);
    const [first] = purse.made.treasurers;
    const bill = await makePhoto();
    const attach = async ({ number }: Request, titre: string) => {
      const paper = { nature: 'ticket-de-caisse', titre, montant: '12', file: bill };
      await first.client.post(urls.requestDocuments({ request: String(number) }), paper);
      expect(first.client.status).toBe(200);
    };
    const one = await makeRequest(site, purse, { state: 'draft' });
    await attach(one, 'Ticket de mars');
    const handed = await handIn(purse, one);
    const { client } = purse.desk;
    const see = async ({ number }: Request) => {
      await client.get(urls.financeRequest({ request: String(number) }));
      return client.main;
    };
    expect(await see(handed)).not.toContain('Même pièce remise ailleurs');
    const desk = actOf(purse, purse.desk);
    must(await turnRequestDown(site.db, desk, handed, 'refuse', 'Hors charte.'));

    const two = await makeRequest(site, purse, { state: 'draft' });
    await attach(two, 'Ticket d’avril');
    await handIn(purse, two);
    const pages = [
      { here: two, there: one, title: 'Ticket d’avril', state: 'Cette demande a été refusée' },
      { here: one, there: two, title: 'Ticket de mars', state: 'En attente de vérification' },
    ];
    for (const { here, there, title, state } of pages) {
      const html = (await see(here)).replaceAll(/\s/g, ' ');
      expect(html).toContain('Même pièce remise ailleurs');
      expect(html).toContain(
        `« ${title} » a le même contenu qu’une pièce de la demande n° ${there.number} (${state}`,
      );
      expect(html).toContain(`href="${urls.financeRequest({ request: String(there.number) })}"`);
    }
  });

  it('W2 W15 a draft’s papers are read by treasurers and leads alone, whoever knows their address', async () => {
    const purse = await makePurse(site);
    const { movement, made, desk } = purse;
    await fillEnvelope(site, purse, 24_000);
    const neighbours = await makePurse(site, { movement });
    const elsewhere = await makePurse(site);
    const draft = await makeRequest(site, purse, { state: 'draft' });
    const at = { request: String(draft.number) };
    const [first, second] = made.treasurers;
    const paper = { nature: 'facture', titre: 'Boulangerie', montant: '8' };
    await first.client.post(urls.requestDocuments(at), { ...paper, file: await makePhoto() });
    const receipt = /\/depenses\/\d+\/fichiers\/[0-9a-f-]+\.webp/.exec(first.client.html)![0];
    // the bytes of the bank's paper are not asked for: the right is what is tried
    const file = `${(await again(purse, draft)).bankDocumentId}.pdf`;
    const rib = urls.requestFile({ ...at, file });
    await second.client.get(receipt);
    expect(second.client.status).toBe(200);
    const kept = async (path: string) => {
      const asked = {
        'a visitor': site.visitor(movement.host),
        'a member without a mark': made.members[0]!.client,
        'the manager': made.manager.client,
        'a treasurer of another group': neighbours.made.treasurers[0].client,
        'the desk': desk.client,
        'a treasurer of another movement': elsewhere.made.treasurers[0].client,
      };
      const statuses: Record<string, number> = {};
      for (const [who, client] of Object.entries(asked))
        statuses[who] = (await client.send(path)).status;
      return statuses;
    };
    const refused = {
      'a visitor': 303,
      'a member without a mark': 403,
      'the manager': 403,
      'a treasurer of another group': 403,
      'the desk': 403,
      'a treasurer of another movement': 404,
    };
    expect(await kept(receipt)).toEqual(refused);
    expect(await kept(rib)).toEqual(refused);
    // a lead reads what is bought, not where it is paid
    expect((await made.lead.client.send(receipt)).status).toBe(200);
    expect((await made.lead.client.send(rib)).status).toBe(403);
    await handIn(purse, draft);
    expect(await kept(receipt)).toEqual({ ...refused, 'the desk': 200 });
  });
});

describe('part 2.1 what the second treasurer says', () => {
  it('R22 sent back with words, the first one reads them by letter and on the page', async () => {
    const purse = await makePurse(site);
    await fillEnvelope(site, purse, 24_000);
    const [first, second] = purse.made.treasurers;
    const request = await makeRequest(site, purse, { state: 'peer-review' });
    const at = { request: String(request.number) };
    // each reader has a heading of their own
    await first.client.get(urls.requestEnding(at));
    expect(first.client.main).toContain('Vérification par une autre personne');
    expect(first.client.main).not.toContain('Votre vérification');
    await second.client.get(urls.requestEnding(at));
    expect(second.client.main).toContain('Votre vérification');
    expect(second.client.main).not.toContain('Vérification par une autre personne');

    const message = 'Le ticket est illisible : photographiez-le à plat.';
    const version = String(request.version);
    const mails = await mailsOf(site, () =>
      second.client.post(urls.requestCheck(at), { geste: 'renvoyer', message, version }),
    );
    expect(second.client.path).toBe(urls.spendingHistory(at));
    expect(mails.map(({ to }) => to)).toEqual([first.email]);
    const [mail] = mails;
    expect(mail!.subject).toBe('À corriger : « Denrées du repas »');
    expect(mail!.text).toContain(message);
    expect(mail!.text).not.toContain(IBAN.slice(-4));
    await first.client.get(linkIn(mail!));
    expect(first.client.path).toBe(urls.spendingHistory(at));
    expect(first.client.main).toContain(message);
    expect((await again(purse, request)).state).toBe('draft');
    // taken back without words: nobody is written to
    const own = await makeRequest(site, purse, { state: 'peer-review' });
    const silent = await mailsOf(site, () =>
      first.client.post(urls.requestCheck({ request: String(own.number) }), {
        geste: 'reprendre',
        version: String(own.version),
      }),
    );
    expect(silent).toEqual([]);
    expect((await again(purse, own)).state).toBe('draft');
  });

  it('R22 a draft without an amount shows a dash with words, not 0 €', async () => {
    const purse = await makePurse(site);
    const { made } = purse;
    const act = actOf(purse, made.treasurers[0]);
    const { request } = must(await openRequest(site.db, act, { groupId: made.group.id }));
    const at = { request: String(request.number) };
    const { client } = made.treasurers[0];
    const of = { groupId: made.group.id, actionId: purse.actionId };
    must(await openBudget(site.db, act, of));
    const group = made.group.slug;
    const lists = [urls.groupRequests({ group }), urls.groupBudgets({ group })];
    for (const path of [...lists, urls.spendingHistory(at)]) {
      await client.get(path);
      expect(client.main, path).toContain('Montant pas encore indiqué');
      expect(client.main, path).not.toMatch(/>0\s€/);
    }
  });
});
