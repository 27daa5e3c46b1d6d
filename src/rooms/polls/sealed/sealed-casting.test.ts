import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import {
  castFor,
  countRows,
  fillBallot,
  listFields,
  makePoll,
} from '../../../../tests/make/polls.ts';
import {
  castSealed,
  makeSealedPoll,
  type SealedPoll,
  sealFor,
} from '../../../../tests/make/sealed.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { readReceipt } from '../box/box.crypto.ts';

let site: TestSite;
let held: SealedPoll;
beforeAll(async () => {
  site = await openTestSite();
  held = await makeSealedPoll(site);
});
afterAll(() => site.close());

const person = async () => (await makePerson(site)).id;

describe('casting in a sealed poll', () => {
  it('the manifest freezes the public key, the hashes of the parts and the size; no name, no part', async () => {
    const { rows } = await site.pool.query('select body from poll_manifest where poll_id = $1', [
      held.poll.id,
    ]);
    const { publicKey, shareHashes } = held.key;
    const size = held.poll.settings.sealing!.size;
    expect(JSON.parse(rows[0].body)).toMatchObject({
      profile: 'P2',
      sealing: { publicKey, shareHashes, trustees: 3, threshold: 2, size },
    });
    expect(rows[0].body).not.toMatch(/Awa|Bruno|Chloé/);
  });

  it('V12 takes a ciphertext, gives a receipt for it, and replaces it until the close', async () => {
    const voter = await person();
    const key = randomUUID();
    const sealed = await sealFor(site, held.poll, [1, 2], key);
    const first = await castSealed(site, held.poll, voter, [], { sealed, idempotencyKey: key });
    const again = await castSealed(site, held.poll, voter, [], { sealed, idempotencyKey: key });
    expect(again).toEqual({ ...first, again: true });
    expect(first).toMatchObject({ ok: true, replaced: false });
    const { receipt } = first as { receipt: string };
    expect(readReceipt(receipt).nonceBy).toBe('browser');
    const { rows } = await site.pool.query(
      'select choices, commitment from ballot_slot where poll_id = $1 and commitment = $2',
      [held.poll.id, readReceipt(receipt).commitment],
    );
    expect(rows).toEqual([{ choices: sealed, commitment: readReceipt(receipt).commitment }]);
    expect(await castSealed(site, held.poll, voter, [3], { believedRevision: 1 })).toMatchObject({
      ok: true,
      replaced: true,
    });
  });

  it('V12 a ciphertext copied from another voter is refused, whatever the form, and writes nothing', async () => {
    const key = randomUUID();
    const sealed = await sealFor(site, held.poll, [1], key);
    await castSealed(site, held.poll, await person(), [], { sealed, idempotencyKey: key });
    const thief = await person();
    const before = await countRows(site, held.poll);
    expect(await castSealed(site, held.poll, thief, [], { sealed })).toEqual({
      ok: false,
      refusal: 'ballot-copied',
    });
    expect(await castSealed(site, held.poll, thief, [], { sealed, idempotencyKey: key })).toEqual({
      ok: false,
      refusal: 'key-used-for-another-ballot',
    });
    expect(await countRows(site, held.poll)).toEqual(before);
  });

  it('V12 malformed, truncated, huge or missing: 422 in words, nothing written', async () => {
    const voter = (await makePerson(site)).client;
    const at = { edition: held.edition.slug };
    const sealed = await sealFor(site, held.poll, [1], randomUUID());
    const before = await countRows(site, held.poll);
    for (const [scelle, words] of [
      ['', 'n’est pas arrivé chiffré'],
      [sealed.slice(0, -8), 'abîmé'],
      [`${sealed}${sealed}`, 'abîmé'],
      ['é'.repeat(sealed.length), 'abîmé'],
      ['A'.repeat(200_000), 'abîmé'],
    ] as const) {
      const fields = fillBallot(held.poll, { choix: ['01', '02'], scelle });
      await voter.post(urls.voteCast(at), fields);
      expect(voter.status).toBe(422);
      expect(voter.html).toContain(words);
    }
    expect(await countRows(site, held.poll)).toEqual(before);
  });

  it('a ciphertext is no ballot of a poll in clear, and a ballot in clear none of a sealed one', async () => {
    const clear = await makePoll(site);
    const voter = await person();
    expect(await castFor(site, held.poll, voter, [1, 2])).toMatchObject({
      refusal: 'ballot-not-sealed',
    });
    const sealed = await sealFor(site, held.poll, [1], randomUUID());
    expect(await castFor(site, clear.poll, voter, [], { sealed })).toMatchObject({
      refusal: 'no-choice',
    });
  });

  it('A6 without scripts the pages say plainly that this vote needs them; no choice goes into a cookie', async () => {
    const voter = (await makePerson(site)).client;
    const at = { edition: held.edition.slug };
    for (const address of [urls.vote(at), urls.voteReview(at)]) {
      await voter.get(address);
      expect(voter.html).toContain('Ce vote demande JavaScript');
    }
    await voter.post(urls.voteBasket(at), { ajouter: held.poll.options[0]!.key });
    await voter.get(urls.voteReview(at));
    const fields = listFields(voter.html, urls.voteCast(at));
    expect(fields.scelle).toBe('');
    expect(fields.choix).toBeUndefined();
    expect(voter.cookies.has('panier')).toBe(false);
  });
});
