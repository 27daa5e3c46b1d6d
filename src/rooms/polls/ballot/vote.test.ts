import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { castFor, listFields, type MadePoll, makePoll } from '../../../../tests/make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';

let site: TestSite;
let made: MadePoll;
let at: { edition: string };
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  made = await makePoll(site);
  at = { edition: made.edition.slug };
});

const fieldsOf = (client: SiteClient, action: string) => listFields(client.html, action);

async function choose(client: SiteClient, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await client.post(urls.voteBasket(at), { ajouter: key });
    expect(client.status).toBe(200);
  }
}

const code = (client: SiteClient) =>
  (/class="receipt-code"[^>]*>([\s\S]*?)<\/p>/.exec(client.html)?.[1] ?? '').replaceAll(
    /<[^>]+>|\s/g,
    '',
  );

describe('voting without scripts', () => {
  it('R69 R76 R194 chooses first, signs in after, casts, and keeps a receipt', async () => {
    const stranger = site.visitor();
    await stranger.get(urls.vote(at));
    await choose(stranger, '1', '3');
    expect(stranger.html).toContain('n’est pas encore déposé');
    await stranger.get(urls.voteReview(at));
    expect(stranger.html).toContain('Connectez-vous pour déposer votre vote');
    // signs in with the basket in hand
    const { client } = await makePerson(site);
    for (const [name, value] of client.cookies) stranger.cookies.set(name, value);
    await stranger.get(urls.voteReview(at));
    expect(stranger.html).toContain('Projet d’essai 1');
    expect(stranger.html).toContain('Projet d’essai 3');
    expect(stranger.html).not.toContain('Projet d’essai 2');
    await stranger.post(urls.voteCast(at), fieldsOf(stranger, urls.voteCast(at)));
    expect(stranger.path).toBe(urls.voteReceipt(at));
    expect(stranger.html).toContain('Votre vote est déposé');
    expect(code(stranger)).toMatch(/^[0-9A-Z]{52}$/);
    expect(stranger.cookies.has('panier')).toBe(false);
    // and a reload shows it again, with no trace of the choices
    await stranger.get(urls.voteReceipt(at));
    expect(code(stranger)).toMatch(/^[0-9A-Z]{52}$/);
    expect(stranger.html).not.toContain('Projet d’essai');
  });

  it('R76 refuses a fourth choice in words, and keeps the three', async () => {
    const client = site.visitor();
    await choose(client, '1', '2', '3');
    await client.post(urls.voteBasket(at), { ajouter: '4' });
    expect(client.status).toBe(422);
    expect(client.html).toContain('Vous avez déjà choisi 3 projets, le maximum');
    await client.post(urls.voteBasket(at), { retirer: '1' });
    await choose(client, '4');
    await client.get(urls.voteReview(at));
    expect(client.html).toContain('Projet d’essai 4');
    expect(client.html).not.toContain('Projet d’essai 1');
  });

  it('R76 says on the page of the edition too that a basket is not cast', async () => {
    const client = site.visitor();
    await client.get(urls.edition(at));
    expect(client.html).not.toContain('n’est pas encore déposé');
    await choose(client, '1', '2');
    await client.get(urls.edition(at));
    expect(client.html).toContain('Vous avez fait 2 choix, mais votre vote n’est pas encore');
  });

  it('R76 replaces a vote until the close, under a new code, and never shows the old one', async () => {
    const { client } = await makePerson(site);
    await choose(client, '1');
    await client.get(urls.voteReview(at));
    await client.post(urls.voteCast(at), fieldsOf(client, urls.voteCast(at)));
    const first = code(client);
    await client.get(urls.vote(at));
    expect(client.html).toContain('Vous avez déjà déposé un vote');
    expect(client.html).not.toContain('card-chosen');
    await choose(client, '2');
    await client.get(urls.voteReview(at));
    expect(client.html).toContain('remplacera le précédent');
    await client.post(urls.voteCast(at), fieldsOf(client, urls.voteCast(at)));
    expect(code(client)).toMatch(/^[0-9A-Z]{52}$/);
    expect(code(client)).not.toBe(first);
    const { rows } = await site.pool.query('select choices from ballot_slot where poll_id = $1', [
      made.poll.id,
    ]);
    expect(rows).toEqual([{ choices: ['2'] }]);
  });

  it('R69 asks for birth date and residence at the vote, and refuses the under-aged in polite words', async () => {
    const cast = { scrutin: made.poll.id, revision: '0', alea: '', choix: '1' };
    const unknown = await makePerson(site, { birthDate: null });
    await choose(unknown.client, '1');
    await unknown.client.get(urls.voteReview(at));
    expect(unknown.client.html).toContain('Encore deux questions avant de voter');
    await unknown.client.post(urls.voteCast(at), { ...cast, cle: crypto.randomUUID() });
    expect(unknown.client.status).toBe(422);

    const { rows } = await site.pool.query(
      "select (palabre_now() at time zone 'Europe/Paris')::date::text as today",
    );
    const [year, month, day] = rows[0].today.split('-').map(Number);
    const born = (years: number, days: number) =>
      new Date(Date.UTC(year - years, month - 1, day + days)).toISOString().slice(0, 10);
    const young = await makePerson(site, { birthDate: born(16, 1) });
    await choose(young.client, '1');
    await young.client.get(urls.voteReview(at));
    expect(young.client.html).toContain('Vous pourrez voter dans quelques années');
    await young.client.post(urls.voteCast(at), { ...cast, cle: crypto.randomUUID() });
    expect(young.client.status).toBe(422);
    const old = await makePerson(site, { birthDate: born(16, 0) });
    expect(await castFor(site, made.poll, old.id, [1])).toMatchObject({ ok: true });

    const away = await makePerson(site, { residence: null });
    await choose(away.client, '1');
    await away.client.get(urls.voteReview(at));
    expect(away.client.html).toContain('Ce vote est réservé aux habitant·es');
    await away.client.post(urls.voteCast(at), { ...cast, cle: crypto.randomUUID() });
    expect(away.client.status).toBe(422);
  });

  it('draws an order for each browser and keeps it', async () => {
    const orders = new Set<string>();
    for (let visit = 0; visit < 6; visit += 1) {
      const client = site.visitor();
      await client.get(urls.vote(at));
      const order = () =>
        [...client.html.matchAll(/id="choix-(\d)"/g)].map(([, key]) => key).join();
      const first = order();
      await client.get(urls.vote(at));
      expect(order()).toBe(first);
      orders.add(first);
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  it('lets a voter prove that their ballot is under the latest head', async () => {
    const { client } = await makePerson(site);
    await choose(client, '1');
    await client.get(urls.voteReview(at));
    await client.post(urls.voteCast(at), fieldsOf(client, urls.voteCast(at)));
    const mine = code(client);
    await client.post(urls.voteProof(at), { code: mine.toLowerCase() });
    expect(client.html).toContain('mais pas encore dans un relevé');
    await client.post(urls.voteProof(at), { code: 'rien' });
    expect(client.status).toBe(422);
    const other = mine.startsWith('0') ? '1' : '0';
    await client.post(urls.voteProof(at), { code: `${other}${mine.slice(1)}` });
    expect(client.html).toContain('aucun bulletin de l’urne');
  });
});
