import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysOf, makeBatch, printedCodes } from '../../../../tests/make/codes.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { insertOrganisation } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { redeemCode } from '../index.ts';
import { revokeBatch } from './batch.store.ts';
import { checkCharacter, formatCode } from './code.ts';

let site: TestSite;
let officer: string;
beforeAll(async () => {
  site = await openTestSite();
  officer = (await makePerson(site, { roles: ['officer'] })).id;
  // windows of limits begin at full hours: a minute into one, nothing changes during a test
  site.travel(`${86_460 - (Math.floor(Date.now() / 1000) % 3600)} seconds`);
});
afterAll(() => site.close());

const ofEdition = (edition: Edition) => ({
  organisationId: site.organisationId,
  editionId: edition.id,
});
let networks = 0;
const newNetwork = () => {
  networks += 1;
  return `10.${networks >> 8}.${networks & 255}.1`;
};
const redeem = (
  edition: Edition,
  typed: string,
  { address = newNetwork(), browser = null as string | null } = {},
) => redeemCode(site.db, keysOf(site), ofEdition(edition), typed, { address, browser });
const refused = { ok: false, refusal: 'code-refused' };
/** A code that is well written and is nobody's. */
const invent = (at: number) => formatCode(String(at).padStart(10, '0'));

describe('W10 a code is refused', () => {
  it('in the same words when it is unknown, revoked, of another edition or another organisation', async () => {
    const edition = await makeEdition(site);
    const other = await makeEdition(site);
    const batch = await makeBatch(site, edition, { anonymous: 2 });
    const [code, second] = await printedCodes(site, batch);
    expect(await redeem(edition, invent(2))).toEqual(refused);
    expect(await redeem(other, code!)).toEqual(refused);
    const organisationId = await insertOrganisation(site.db, {
      slug: 'braye',
      name: 'Braye',
      host: 'braye.example',
      kind: 'town',
      colour: '#1B6B3A',
      contactEmail: 'a@braye.example',
      tagline: '',
      charter: 'Oui.',
    });
    const elsewhere = { organisationId, editionId: edition.id };
    const typist = { address: newNetwork(), browser: null };
    expect(await redeemCode(site.db, keysOf(site), elsewhere, code!, typist)).toEqual(refused);
    expect(await redeem(edition, code!)).toMatchObject({ ok: true });
    expect(await revokeBatch(site.db, keysOf(site), batch, officer)).toBe(true);
    expect(await revokeBatch(site.db, keysOf(site), batch, officer)).toBe(false);
    expect(await redeem(edition, code!)).toEqual(refused);
    expect(await redeem(edition, second!)).toEqual(refused);
    expect(keysOf(site).readCodesKey(batch.id)).toBeNull();
  });

  it('a typing error is no try, however often', async () => {
    const edition = await makeEdition(site);
    const [code] = await printedCodes(site, await makeBatch(site, edition, { anonymous: 1 }));
    const typist = { address: newNetwork(), browser: 'un navigateur' };
    const wrong = `${code!.slice(0, -1)}${checkCharacter('0000000000') === code!.at(-1) ? '1' : '0'}`;
    for (let times = 0; times < 250; times += 1)
      expect(await redeem(edition, wrong, typist)).toEqual({
        ok: false,
        refusal: 'code-unreadable',
      });
    expect(await redeem(edition, '  ', typist)).toEqual({ ok: false, refusal: 'code-missing' });
    expect(await redeem(edition, code!, typist)).toMatchObject({ ok: true });
  });

  it('ten wrong ones of one browser, then a wait, even for a right one; others go on', async () => {
    const edition = await makeEdition(site);
    const [code] = await printedCodes(site, await makeBatch(site, edition, { anonymous: 1 }));
    const browser = 'un autre navigateur';
    for (let at = 0; at < 10; at += 1)
      expect(await redeem(edition, invent(100 + at), { browser, address: newNetwork() })).toEqual(
        refused,
      );
    expect(await redeem(edition, code!, { browser, address: newNetwork() })).toMatchObject({
      refusal: 'code-too-often',
      wait: expect.any(Number),
    });
    expect(await redeem(edition, code!)).toMatchObject({ ok: true });
  });

  it('thirty a minute from one network, right or wrong', async () => {
    const edition = await makeEdition(site);
    const [code] = await printedCodes(site, await makeBatch(site, edition, { anonymous: 1 }));
    const address = '2001:db8:1:2::7';
    for (let at = 0; at < 30; at += 1)
      expect(await redeem(edition, code!, { address })).toMatchObject({ ok: true });
    expect(await redeem(edition, code!, { address: '2001:db8:1:2:ffff::1' })).toMatchObject({
      refusal: 'code-too-often',
    });
    expect(await redeem(edition, code!, { address: '2001:db8:1:3::7' })).toMatchObject({
      ok: true,
    });
  });

  it('15,000 wrong ones an hour in an edition, from wherever they come', async () => {
    const edition = await makeEdition(site);
    const other = await makeEdition(site);
    const [code] = await printedCodes(site, await makeBatch(site, edition, { anonymous: 1 }));
    expect(await redeem(edition, invent(300))).toEqual(refused);
    await site.pool.query(`update rate_counter set hits = 14999 where key = $1`, [
      `code-wrong-of:${edition.id}`,
    ]);
    expect(await redeem(edition, code!)).toMatchObject({ ok: true });
    expect(await redeem(edition, invent(301))).toEqual(refused);
    expect(await redeem(edition, code!)).toMatchObject({ refusal: 'code-too-often' });
    expect(await redeem(other, invent(302))).toEqual(refused);
  });
});
