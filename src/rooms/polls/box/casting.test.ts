import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import {
  castFor,
  countRows,
  fillBallot,
  listFields,
  listSlots,
  type MadePoll,
  makePoll,
} from '../../../../tests/make/polls.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { isSigned, readReceipt, writeCanonical } from './box.crypto.ts';

let site: TestSite;
let made: MadePoll;
let voter: MadePerson;
let at: { edition: string };
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  made = await makePoll(site);
  at = { edition: made.edition.slug };
  voter = await makePerson(site);
});

describe('V1 one hundred submits at once', () => {
  it('V1 with one form leave one ballot, one émargement, one receipt', async () => {
    const fields = fillBallot(made.poll);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => voter.client.send(urls.voteCast(at), fields)),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(100).fill(303));
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1, requests: 1 });
  });

  it('V1 R191 with one hundred forms leave one ballot; the others say that one is there', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, one) =>
        voter.client.send(
          urls.voteCast(at),
          fillBallot(made.poll, { choix: [String((one % 5) + 1)] }),
        ),
      ),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(99);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1, requests: 1 });
    const refused = answers.find((answer) => answer.status === 409)!;
    expect(await refused.text()).toContain('Vous avez déjà déposé un vote');
  });

  it('V1 replacing from two windows at once keeps one of the two', async () => {
    await castFor(site, made.poll, voter.id, [1]);
    const outcomes = await Promise.all(
      [2, 3, 4].map((number) =>
        castFor(site, made.poll, voter.id, [number], { believedRevision: 1 }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual(
      Array(2).fill({ ok: false, refusal: 'already-cast' }),
    );
    expect(await listSlots(site, made.poll)).toMatchObject([{ revision: 2 }]);
  });

  it('votes of different people do not wait for each other', async () => {
    const other = await makePerson(site);
    await castFor(site, made.poll, voter.id, [1]);
    const client = await site.pool.connect();
    try {
      await client.query('begin');
      await client.query('select 1 from elector where poll_id = $1 for update', [made.poll.id]);
      expect(await castFor(site, made.poll, other.id, [2])).toMatchObject({ ok: true });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('V2 a form sent again', () => {
  it('V2 brings back the same receipt, byte for byte', async () => {
    const idempotencyKey = randomUUID();
    const first = await castFor(site, made.poll, voter.id, [2, 1], { idempotencyKey });
    const again = await castFor(site, made.poll, voter.id, [1, 2], { idempotencyKey });
    expect(first.ok && again.ok && again.receipt === first.receipt).toBe(true);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1, requests: 1 });
  });

  it('V2 with another ballot, or from someone else, is refused with 422', async () => {
    const fields = fillBallot(made.poll);
    expect((await voter.client.send(urls.voteCast(at), fields)).status).toBe(303);
    await voter.client.post(urls.voteCast(at), { ...fields, choix: ['3'] });
    expect(voter.client.status).toBe(422);
    const other = await makePerson(site);
    await other.client.post(urls.voteCast(at), fields);
    expect(other.client.status).toBe(422);
    expect(await listSlots(site, made.poll)).toMatchObject([{ choices: ['1', '2'] }]);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
  });

  it('a receipt opens for its voter only, even on a shared computer', async () => {
    await voter.client.post(urls.voteCast(at), fillBallot(made.poll));
    expect(voter.client.html).toContain('Votre vote est déposé');
    const other = await makePerson(site);
    other.client.cookies.set('depot', voter.client.cookies.get('depot')!);
    await other.client.get(urls.voteReceipt(at));
    expect(other.client.html).not.toContain('receipt-code');
    other.client.cookies.set('depot', "'; drop table poll; --");
    await other.client.get(urls.voteReceipt(at));
    expect(other.client.status).toBe(200);
  });

  it('a receipt is signed over the manifest and the commitment in the box', async () => {
    const nonce = 'ab'.repeat(32);
    const cast = await castFor(site, made.poll, voter.id, [1], { nonce });
    const { signature, ...receipt } = readReceipt((cast as { receipt: string }).receipt);
    expect(receipt).toMatchObject({
      poll: made.poll.id,
      manifest: made.poll.manifestHash,
      nonceBy: 'browser',
    });
    const key = openKeys(site.config.keysFolder).verifyKey();
    expect(isSigned(key, 'pb-receipt-v1', writeCanonical(receipt), signature)).toBe(true);
    expect(isSigned(key, 'pb-head-v1', writeCanonical(receipt), signature)).toBe(false);
    const { rows } = await site.pool.query('select commitment, nonce from ballot_slot');
    expect(rows).toContainEqual({ commitment: receipt.commitment, nonce });
  });
});

describe('V3 a ballot that does not hold', () => {
  const bad: [string, Record<string, string | string[]>][] = [
    ['nothing chosen', { choix: [] }],
    ['four projects', { choix: ['1', '2', '3', '4'] }],
    ['the same project twice', { choix: ['1', '1'] }],
    ['an unknown project', { choix: ['99'] }],
    ['a negative number', { choix: ['-1'] }],
    ['no number', { choix: ['NaN'] }],
    ['an infinite number', { choix: ['1e309'] }],
    ['a fraction', { choix: ['1.5'] }],
    ['ten thousand items', { choix: Array(10_000).fill('1') }],
    ['SQL', { choix: ["1'); drop table poll; --"] }],
    ['a prototype', { choix: ['__proto__'] }],
    ['another poll', { scrutin: randomUUID() }],
    ['no poll', { scrutin: '' }],
    ['no key', { cle: '' }],
    ['a key that is none', { cle: 'abc' }],
    ['a revision that is none', { revision: '-1' }],
    ['a huge revision', { revision: '9999999999' }],
    ['a nonce that is none', { alea: 'zz' }],
    ['a nonce too short', { alea: 'ab' }],
  ];
  it.each(bad)('V3 %s: 422 on the same page, and nothing is written', async (_, fields) => {
    const before = await countRows(site, made.poll);
    await voter.client.post(urls.voteCast(at), fillBallot(made.poll, fields));
    expect(voter.client.status).toBe(422);
    expect(voter.client.html).toContain('Vérifier mon vote');
    expect(await countRows(site, made.poll)).toEqual(before);
  });

  it('V3 a field sent twice, no edition, or no account gets a 4xx with words', async () => {
    await voter.client.post(urls.voteCast(at), {
      ...fillBallot(made.poll),
      cle: [randomUUID(), randomUUID()],
    });
    expect(voter.client.status).toBe(400);
    await voter.client.post(urls.voteCast({ edition: 'nulle-part' }), fillBallot(made.poll));
    expect(voter.client.status).toBe(404);
    const stranger = site.visitor();
    await stranger.post(urls.voteCast(at), fillBallot(made.poll));
    expect(stranger.status).toBe(401);
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 0, slots: 0 });
  });
});

describe('what casting writes', () => {
  it('writes slot, émargement and request, and nothing else: no fact, no job, no counter', async () => {
    await voter.client.get(urls.voteReview(at));
    const before = await countRows(site, made.poll);
    await voter.client.post(urls.voteCast(at), fillBallot(made.poll));
    expect(await countRows(site, made.poll)).toEqual({
      ...before,
      electors: 1,
      slots: 1,
      requests: 1,
    });
  });

  it('R191 a vote on paper is not followed by one online', async () => {
    await castFor(site, made.poll, voter.id, [1]);
    const other = await makePerson(site);
    await castFor(site, made.poll, other.id, [1]);
    await site.pool.query(`delete from ballot_slot where poll_id = $1`, [made.poll.id]);
    await site.pool.query(`update elector set channel_state = 'paper' where poll_id = $1`, [
      made.poll.id,
    ]);
    expect(await castFor(site, made.poll, voter.id, [2])).toEqual({
      ok: false,
      refusal: 'voted-on-paper',
    });
    await voter.client.post(urls.voteBasket(at), { ajouter: '1' });
    await voter.client.get(urls.voteReview(at));
    expect(voter.client.html).toContain('Vous avez déjà voté sur papier');
  });

  it('takes no vote under other keys than those the poll was opened with', async () => {
    // the link key of this poll beside a roll key of another installation
    const folder = join(site.config.varFolder, `other-keys-${randomUUID()}`);
    const link = `link-${made.poll.id}.key`;
    mkdirSync(folder);
    copyFileSync(join(site.config.keysFolder, link), join(folder, link));
    const other = { ...site, config: { ...site.config, keysFolder: folder } };
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const refused = { ok: false, refusal: 'box-out-of-reach' };
    expect(await castFor(other, made.poll, voter.id, [1])).toEqual(refused);
    rmSync(join(folder, link));
    expect(await castFor(other, made.poll, voter.id, [1])).toEqual(refused);
    vi.restoreAllMocks();
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 0, slots: 0 });
    expect(await castFor(site, made.poll, voter.id, [1])).toMatchObject({ ok: true });
  });
});

describe('an answer that was lost', () => {
  it('V8 F5 says so, keeps the form, settles by sending it again, and leaves no choice in an error', async () => {
    const said: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((...words) => void said.push(words.join(' ')));
    const fields = fillBallot(made.poll, { alea: 'cd'.repeat(32) });
    await site.pool.query(
      `alter table casting_request add constraint out_of_order check (receipt = '') not valid`,
    );
    await voter.client.post(urls.voteCast(at), fields);
    await site.pool.query('alter table casting_request drop constraint out_of_order');
    vi.restoreAllMocks();
    expect(voter.client.status).toBe(503);
    expect(voter.client.html).toContain('Nous ne savons pas encore si votre vote est enregistré');
    const words = said.join('\n');
    expect(words).toContain('out_of_order');
    for (const secret of [voter.id, voter.email, voter.nickname, fields.alea, fields.cle, '["1"'])
      expect(words).not.toContain(secret);

    const again = listFields(voter.client.html, urls.voteCast(at));
    expect(again).toEqual(fields);
    await voter.client.post(urls.voteCast(at), again);
    expect(voter.client.html).toContain('Votre vote est déposé');
    expect(await countRows(site, made.poll)).toMatchObject({ electors: 1, slots: 1 });
  });
});
