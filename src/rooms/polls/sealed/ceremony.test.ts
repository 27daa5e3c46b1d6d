import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { listFields, makeFrozenEdition } from '../../../../tests/make/polls.ts';
import { TRUSTEE_NAMES } from '../../../../tests/make/sealed.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { type MadeKey, makeKey } from '../../../browser/ballot/key-parts.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { findPollOf } from '../index.ts';

let site: TestSite;
let client: SiteClient;
let edition: Edition;
let key: MadeKey;
beforeAll(async () => {
  site = await openTestSite();
  client = (await makePerson(site, { roles: ['officer'] })).client;
  edition = await makeFrozenEdition(site);
  key = await makeKey();
});
afterAll(() => site.close());

const address = () => urls.adminPollOpen({ edition: edition.slug });
const pollOf = () => findPollOf(site.db, site.organisationId, edition.id);

/** The opening form as proposed, for a sealed poll, with what a ceremony would have left in it. */
async function send(left: Record<string, string> = {}): Promise<void> {
  await client.get(urls.adminPoll({ edition: edition.slug }));
  const fields = { ...listFields(client.html, address()), profile: 'P2', ...left };
  await client.post(address(), fields);
}

const ceremony = (differing: Record<string, string> = {}) => ({
  sealingKey: key.publicKey,
  sealingHashes: key.shareHashes.join(' '),
  ...Object.fromEntries(TRUSTEE_NAMES.map((name, at) => [`trustee${at + 1}`, name])),
  ...differing,
});

describe('the key ceremony in the opening of a poll', () => {
  it('comes before the confirmation, and keeps what was typed; without scripts it says so', async () => {
    await send({ title: 'Un vote scellé' });
    expect(client.status).toBe(200);
    expect(client.html).toContain('Cérémonie des clés');
    expect(client.html).toContain('Cette étape demande JavaScript');
    expect(client.html).toContain('value="Un vote scellé"');
    expect(await pollOf()).toBeNull();
  });

  it('what no ceremony left is refused with words, and opens nothing', async () => {
    const point = Buffer.from(key.publicKey, 'base64url');
    point[40]! ^= 1;
    const [one, two] = key.shareHashes as [string, string];
    const wrong: Record<string, string>[] = [
      { sealingKey: point.toString('base64url') },
      { sealingKey: 'B'.repeat(87) },
      { sealingKey: '<script>' },
      { sealingHashes: '' },
      { sealingHashes: `${one} ${two}` },
      { sealingHashes: `${one} ${two} ${two}` },
      { sealingHashes: `${one} ${two} ${'z'.repeat(64)}` },
      { trustee2: '' },
      { trustee2: TRUSTEE_NAMES[0]! },
      { trustee3: 'a'.repeat(101) },
    ];
    for (const left of wrong) {
      await send(ceremony(left));
      expect(client.status, JSON.stringify(left)).toBe(422);
      expect(client.html).toContain('La cérémonie n’a pas abouti');
    }
    expect(await pollOf()).toBeNull();
  });

  it('then the terms are confirmed and frozen; a poll in clear keeps no key', async () => {
    await send(ceremony());
    expect(client.status).toBe(200);
    expect(client.html).toContain('Ouvrir ce scrutin');
    expect(client.html).toContain('Awa Élue');
    await client.post(address(), listFields(client.html, address()));
    const poll = await pollOf();
    expect(poll).toMatchObject({
      profile: 'P2',
      settings: { sealing: { publicKey: key.publicKey, threshold: 2, size: 64 } },
    });
    edition = await makeFrozenEdition(site);
    await send({ ...ceremony(), profile: 'P1' });
    await client.post(address(), listFields(client.html, address()));
    expect(await pollOf()).toMatchObject({ profile: 'P1' });
    expect((await pollOf())!.settings.sealing).toBeUndefined();
  });
});
