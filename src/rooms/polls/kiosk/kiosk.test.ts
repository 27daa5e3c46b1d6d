import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  giveCodeTo,
  type MadeDesk,
  makeDesk,
  makeOpenPoint,
  turnIntoKiosk,
} from '../../../../tests/make/desk.ts';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { makePerson, signIn } from '../../../../tests/make/people.ts';
import { listFields, listSlots } from '../../../../tests/make/polls.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { insertOrganisation } from '../../organisations/index.ts';

let site: TestSite;
let made: MadeDesk;
let kiosk: SiteClient;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  made = await makeDesk(site, 'paper-wins');
  kiosk = await turnIntoKiosk(site, made);
});

const at = () => ({ edition: made.edition.slug });
const enter = (code: string, device = kiosk) => device.post(urls.kiosk(), { code });
const lines = async () =>
  (
    await site.pool.query(
      'select channel_state as channel, point_id as point from elector where poll_id = $1',
      [made.poll.id],
    )
  ).rows;

/** Chooses the first options of the list and casts, as a browser without scripts does. */
async function vote(device: SiteClient, choices = 1): Promise<void> {
  for (let chosen = 0; chosen < choices; chosen += 1) {
    await device.get(urls.vote(at()));
    const ajouter = /name="ajouter" value="([^"]+)"/.exec(device.html)![1]!;
    await device.post(urls.voteBasket(at()), { ajouter });
  }
  await device.get(urls.voteReview(at()));
  await device.post(urls.voteCast(at()), listFields(device.html, urls.voteCast(at())));
}

/** Rows of this vote: passes, codes that wait, voters at a kiosk. */
const countOf = async (table: 'voter_pass' | 'kiosk_code' | 'kiosk_sitting') => {
  const ofVote =
    table === 'kiosk_sitting'
      ? 'kiosk_id in (select id from kiosk where poll_id = $1)'
      : 'poll_id = $1';
  const { rows } = await site.pool.query(
    `select count(*)::int as n from ${table} where ${ofVote}`,
    [made.poll.id],
  );
  return rows[0].n as number;
};

describe('a kiosk', () => {
  it('R79 R53 a code opens it once; the ballot is cast at its point, and everything is wiped after the receipt', async () => {
    expect(kiosk.path).toBe(urls.kiosk());
    expect(kiosk.main).toContain('Tapez le code à six chiffres');
    const code = await giveCodeTo(made, made.entries[0]!);
    await enter(code);
    expect(kiosk.path).toBe(urls.vote(at()));
    expect(kiosk.headers.get('cache-control')).toBe('no-store');
    await vote(kiosk, 2);
    expect(kiosk.main).toContain('Votre vote est dans l’urne');
    expect(kiosk.main).toContain('<svg');
    expect(kiosk.headers.get('cache-control')).toBe('no-store');
    expect(await lines()).toEqual([{ channel: 'online', point: made.point.id }]);
    expect(await listSlots(site, made.poll)).toHaveLength(1);
    // the page that a person looks at wipes; what a script asks for does not
    const receipt = urls.voteReceipt(at());
    const seen = await kiosk.send(receipt, undefined, { 'sec-fetch-dest': 'document' });
    expect(seen.headers.getSetCookie().join()).toMatch(/laissez-passer=;.*depot=;/);
    await kiosk.get(receipt);
    // nothing stays: in the browser but what makes it a kiosk, on the server but the vote
    expect([...kiosk.cookies.keys()]).toEqual(['borne']);
    expect(await countOf('kiosk_sitting')).toBe(0);
    expect(await countOf('kiosk_code')).toBe(0);
    expect(await countOf('voter_pass')).toBe(0);
    for (const path of [
      urls.voteReceipt(at()),
      urls.voteReview(at()),
      urls.vote(at()),
      urls.voteReceiptPdf(at()),
    ]) {
      await kiosk.get(path);
      expect(kiosk.path, path).toBe(urls.kiosk());
      expect(kiosk.main).not.toContain('Votre vote est dans l’urne');
    }
    await enter(code);
    expect(kiosk.status).toBe(422);
    expect(kiosk.main).toContain('n’ouvre pas cette borne');
    await made.officer.client.post(urls.desk({ point: made.point.id }), { nom: 'Haddad' });
    expect(made.officer.client.main).toMatch(/A déjà voté sur une borne.: Médiathèque/);
  });

  it('W11 R79 no way back to the officer: their session is closed, no page but the vote is shown', async () => {
    for (const path of [
      urls.admin(),
      urls.account(),
      urls.signIn(),
      urls.home(),
      urls.desk({ point: made.point.id }),
      urls.vote(at()),
    ]) {
      await kiosk.get(path);
      expect(kiosk.path, path).toBe(urls.kiosk());
    }
    expect(kiosk.cookies.has('palabre')).toBe(false);
    await enter(await giveCodeTo(made, made.entries[0]!));
    await kiosk.get(urls.admin());
    expect(kiosk.path).toBe(urls.vote(at()));
    expect(kiosk.html).not.toContain(urls.signIn());
    expect(kiosk.html).not.toContain('site-nav');
    expect(kiosk.html).toContain(urls.kioskLeave());
    await kiosk.post(urls.signIn(), { courriel: made.officer.email, 'mot-de-passe': 'x' });
    expect(kiosk.path).toBe(urls.vote(at()));
  });

  it('W11 the session that opened the kiosk is worth nothing, even to who copied its cookie', async () => {
    const device = site.visitor();
    await signIn(site, device, made.officer.id);
    const stolen = device.cookies.get('palabre')!;
    await device.post(urls.deskKiosk({ point: made.point.id }));
    const thief = site.visitor();
    thief.cookies.set('palabre', stolen);
    await thief.get(urls.admin());
    expect(thief.path).toMatch(/^\/connexion/);
    // the officer's other devices stay signed in
    await made.officer.client.get(urls.desk({ point: made.point.id }));
    expect(made.officer.client.status).toBe(200);
  });

  it('R79 two minutes without a gesture wipe it, and « Quitter » at once', async () => {
    await enter(await giveCodeTo(made, made.entries[0]!));
    await kiosk.get(urls.vote(at()));
    const ajouter = /name="ajouter" value="([^"]+)"/.exec(kiosk.html)![1]!;
    await kiosk.post(urls.voteBasket(at()), { ajouter });
    expect(kiosk.cookies.get('panier')).toBeTruthy();
    site.travel('110 seconds');
    await kiosk.send(urls.kioskPresence(), {});
    site.travel('220 seconds');
    await kiosk.get(urls.vote(at()));
    expect(kiosk.path).toBe(urls.vote(at()));
    site.travel('350 seconds');
    await kiosk.get(urls.voteReview(at()));
    expect(kiosk.path).toBe(urls.kiosk());
    expect([...kiosk.cookies.keys()]).toEqual(['borne']);
    expect(await countOf('voter_pass')).toBe(0);
    expect(await lines()).toEqual([]);

    await enter(await giveCodeTo(made, made.entries[0]!));
    expect(kiosk.path).toBe(urls.vote(at()));
    await kiosk.post(urls.kioskLeave());
    expect(kiosk.path).toBe(urls.kiosk());
    expect([...kiosk.cookies.keys()]).toEqual(['borne']);
    expect(await countOf('voter_pass')).toBe(0);
  });

  it('R79 a form that was left open by one voter casts nothing for the next', async () => {
    await enter(await giveCodeTo(made, made.entries[0]!));
    await kiosk.get(urls.vote(at()));
    const ajouter = /name="ajouter" value="([^"]+)"/.exec(kiosk.html)![1]!;
    await kiosk.post(urls.voteBasket(at()), { ajouter });
    await kiosk.get(urls.voteReview(at()));
    const left = listFields(kiosk.html, urls.voteCast(at()));
    const before = new Map(kiosk.cookies);
    await kiosk.post(urls.kioskLeave());
    await kiosk.post(urls.voteCast(at()), left);
    expect(kiosk.path).toBe(urls.kiosk());
    // nor with the cookies of then, on another device
    const elsewhere = site.visitor();
    for (const [name, value] of before) if (name !== 'borne') elsewhere.cookies.set(name, value);
    await elsewhere.send(urls.voteCast(at()), left);
    expect(await lines()).toEqual([]);
  });

  it('R79 a code: five minutes, one of two kiosks, void after five wrong ones, of its own point only', async () => {
    const second = await turnIntoKiosk(site, made);
    const late = await giveCodeTo(made, made.entries[0]!);
    site.travel('5 minutes 1 second');
    await enter(late);
    expect(kiosk.status).toBe(422);
    site.travel(null);

    const both = await giveCodeTo(made, made.entries[0]!);
    const answers = await Promise.all(
      [kiosk, second].map((device) => device.send(urls.kiosk(), { code: both })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);

    const third = await turnIntoKiosk(site, made);
    const waiting = await giveCodeTo(made, made.entries[1]!);
    const wrong = (Number(waiting) + 1).toString().padStart(6, '0').slice(-6);
    for (let tries = 1; tries <= 4; tries += 1) {
      await enter(wrong, third);
      expect(third.main).toContain('n’ouvre pas cette borne');
    }
    await enter(wrong, third);
    expect(third.main).toContain('Trop de codes faux');
    await enter(waiting, second);
    expect(second.status).toBe(422);

    const elsewhere = await makeOpenPoint(site, made.edition, { name: 'Gymnase' });
    const officer = await makePerson(site, { roles: ['officer'] });
    const other = await turnIntoKiosk(site, { point: elsewhere, officer });
    const ours = await giveCodeTo(made, made.entries[2]!);
    await enter(ours, other);
    expect(other.status).toBe(422);
    await enter('12a', other);
    expect(other.main).toContain('Tapez les six chiffres');
    await enter(`${ours.slice(0, 3)} ${ours.slice(3)}`);
    expect(kiosk.path).toBe(urls.vote(at()));
  });

  it('W3 R79 a kiosk of one town is nothing in another, and a browser that is none shows no waiting page', async () => {
    await insertOrganisation(site.db, {
      slug: 'voisine',
      name: 'Voisine',
      host: 'voisine.localhost',
      kind: 'town',
      colour: '#1F3A8A',
      contactEmail: 'mairie@voisine.example',
      tagline: '',
      charter: 'Respect.',
    }).catch(() => '');
    const stranger = site.visitor('voisine.localhost');
    stranger.cookies.set('borne', kiosk.cookies.get('borne')!);
    const code = await giveCodeTo(made, made.entries[0]!);
    await stranger.post(urls.kiosk(), { code });
    expect(stranger.status).toBe(410);
    const anybody = site.visitor();
    await anybody.post(urls.kiosk(), { code });
    expect(anybody.status).toBe(410);
    anybody.cookies.set('borne', 'inventee');
    await anybody.get(urls.home());
    expect(anybody.status).toBe(410);
    // and is an ordinary browser again
    await anybody.get(urls.home());
    expect(anybody.status).toBe(200);
  });

  it('R79 closed from the desk or with its point, it votes no more and forgets who was there', async () => {
    await enter(await giveCodeTo(made, made.entries[0]!));
    const { client } = made.officer;
    await client.get(urls.desk({ point: made.point.id }));
    expect(client.main).toContain('Quelqu’un vote');
    const close = /action="(\/bureau\/[^"]+\/bornes\/[^"]+\/fermer)"/.exec(client.html)![1]!;
    await client.post(close);
    expect(client.html).toContain('La borne est fermée.');
    await kiosk.get(urls.vote(at()));
    expect(kiosk.status).toBe(410);
    expect(await countOf('voter_pass')).toBe(0);
    const facts = await listFactsAbout(site, made.point.id);
    const kinds = facts.map(({ kind }) => kind).filter((kind) => kind.startsWith('kiosk'));
    expect(kinds).toEqual(['kiosk.opened', 'kiosk.closed']);

    const next = await turnIntoKiosk(site, made);
    site.travel('2 hours 1 minute');
    await next.get(urls.kiosk());
    expect(next.status).toBe(410);
  });

  it('R191 who has voted is given a code only to replace their vote, which stays one', async () => {
    await enter(await giveCodeTo(made, made.entries[0]!));
    await vote(kiosk, 1);
    await expect(giveCodeTo(made, made.entries[0]!)).rejects.toThrow('No code: 422');
    expect(made.officer.client.main).toContain('a voté entre-temps');
    expect(made.officer.client.main).toContain('pour changer son vote');
    await enter(await giveCodeTo(made, made.entries[0]!, { remplacer: 'oui' }));
    await vote(kiosk, 2);
    expect(kiosk.main).toContain('Votre vote est dans l’urne');
    expect(await lines()).toHaveLength(1);
    expect(await listSlots(site, made.poll)).toMatchObject([{ revision: 2 }]);
  });
});
