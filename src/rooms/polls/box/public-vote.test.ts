import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import {
  castFor,
  countRows,
  fillBallot,
  listFields,
  type MadePoll,
  makePoll,
} from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
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
  made = await makePoll(site, { terms: { profile: 'P0' } });
  at = { edition: made.edition.slug };
});

async function listNamed() {
  const { rows } = await site.pool.query(
    `select person_id as person, nickname, b.commitment = s.commitment as held
      from public_ballot b left join ballot_slot s using (poll_id, commitment)
      where poll_id = $1 order by person_id`,
    [made.poll.id],
  );
  return rows;
}

const consent = { public: 'oui' };
const BANNER =
  'Vote public\u202f: votre nom public et votre vote seront publiés ensemble à la clôture';

describe('casting in a public vote', () => {
  it('R194 says so on every page, and asks for consent by a box, without scripts', async () => {
    const { client, nickname } = await makePerson(site);
    const { client: officer } = await makePerson(site, { roles: ['officer'] });
    await client.get(urls.vote(at));
    expect(client.main).toContain(BANNER);
    expect(client.main).toContain('Votre vote n’est pas secret');
    expect(client.main).not.toContain('le lien entre les deux est détruit');
    await client.post(urls.voteBasket(at), { ajouter: '1' });
    await client.get(urls.voteReview(at));
    expect(client.main).toContain(BANNER);
    expect(client.main).toContain(`Vous apparaîtrez sous le nom «\u202f${nickname}\u202f»`);
    expect(client.main).toMatch(/<input[^>]*name="public"[^>]*type="checkbox"/);
    await client.post(urls.voteCast(at), {
      ...listFields(client.html, urls.voteCast(at)),
      ...consent,
    });
    expect(client.path).toBe(urls.voteReceipt(at));
    expect(client.main).toContain(BANNER);
    await officer.get(urls.adminPoll(at));
    expect(officer.main).toContain(BANNER);
  });

  it('R190 refuses a vote without consent beside the box, keeps what was chosen, writes nothing', async () => {
    const { client } = await makePerson(site);
    const before = await countRows(site, made.poll);
    await client.post(urls.voteCast(at), fillBallot(made.poll));
    expect(client.status).toBe(422);
    expect(client.main).toMatch(/href="#public">Cochez «\u202fJ’accepte\u202f»/);
    expect(client.main).toMatch(/id="public-error"/);
    expect(client.main).toMatch(/<input[^>]*id="public"[^>]*aria-invalid="true"/);
    expect(client.main).toContain('Projet d’essai 1');
    expect(client.main).toContain('Projet d’essai 2');
    const { choix } = listFields(client.html, urls.voteCast(at));
    expect(choix).toEqual(['1', '2']);
    expect(await countRows(site, made.poll)).toEqual(before);
    expect(await listNamed()).toEqual([]);
    // from the page that came back, with the box ticked, it goes through
    await client.post(urls.voteCast(at), {
      ...listFields(client.html, urls.voteCast(at)),
      ...consent,
    });
    expect(client.path).toBe(urls.voteReceipt(at));
  });

  it('V1 V2 names each ballot in the box once: replaced, sent again or sent at once', async () => {
    const one = await makePerson(site);
    const other = await makePerson(site);
    const form = fillBallot(made.poll, consent);
    const all = await Promise.all(
      Array.from({ length: 12 }, () => one.client.send(urls.voteCast(at), form)),
    );
    expect(all.map(({ status }) => status)).toEqual(Array(12).fill(303));
    await other.client.post(urls.voteCast(at), fillBallot(made.poll, consent));
    const named = [one.id, other.id]
      .sort()
      .map((person) => ({ person, nickname: null, held: true }));
    expect(await listNamed()).toEqual(named);
    await castFor(site, made.poll, one.id, [3], { believedRevision: 1 });
    expect(await listNamed()).toEqual(named);
  });

  it('R190 never names a ballot of a secret poll, whatever the form says; the database refuses too', async () => {
    made = await makePoll(site);
    at = { edition: made.edition.slug };
    const { client, id } = await makePerson(site);
    await client.get(urls.vote(at));
    expect(client.main).not.toContain('Vote public');
    expect(client.main).toContain('le lien entre les deux est détruit');
    await client.post(urls.voteCast(at), fillBallot(made.poll, consent));
    expect(client.path).toBe(urls.voteReceipt(at));
    expect(await listNamed()).toEqual([]);
    const values = [site.organisationId, made.poll.id, id, 'a'.repeat(64)];
    const columns = 'organisation_id, poll_id, person_id, commitment';
    for (const profile of ['P0', 'P1'])
      await expect(
        site.pool.query(
          `insert into public_ballot (${columns}, profile) values ($1, $2, $3, $4, '${profile}')`,
          values,
        ),
      ).rejects.toThrow(/public_ballot_(of|in_public)_poll/);
  });

  it('V5 V6 takes no second vote from an account that changed its address after the first', async () => {
    const { id } = await makePerson(site);
    expect(await castFor(site, made.poll, id, [1])).toMatchObject({ ok: true });
    await site.pool.query(
      `update person set mailbox = concat('autre-', mailbox), email = concat('autre-', email) where id = $1`,
      [id],
    );
    expect(await castFor(site, made.poll, id, [2])).toEqual({ ok: false, refusal: 'already-cast' });
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
    expect(await listNamed()).toEqual([{ person: id, nickname: null, held: true }]);
  });

  it('keeps the box ticked when the answer was lost, so that pressing again is enough', async () => {
    const { client } = await makePerson(site);
    const form = fillBallot(made.poll, consent);
    await site.pool.query('alter table public_ballot rename to public_ballot_away');
    await client.post(urls.voteCast(at), form);
    await site.pool.query('alter table public_ballot_away rename to public_ballot');
    expect(client.status).toBe(503);
    expect(client.main).toMatch(/<input[^>]*name="public"[^>]*checked/);
    expect(await countRows(site, made.poll)).toMatchObject({ slots: 0, requests: 0 });
    await client.post(urls.voteCast(at), listFields(client.html, urls.voteCast(at)));
    expect(client.path).toBe(urls.voteReceipt(at));
    expect(await listNamed()).toHaveLength(1);
  });
});
