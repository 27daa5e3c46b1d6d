import { createHash, randomBytes } from 'node:crypto';
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type MadeKey, makeKey } from '../../../browser/ballot/key-parts.ts';
import { sealChoices } from '../../../browser/ballot/sealing.ts';
import { commitPaper, isPublicKey, openWith, rebuildKey } from './sealed.crypto.ts';
import { readSealed, unpackBallot } from './sealed-ballot.ts';
import { measureBallots, type Sealing } from './sealing.ts';
import { endsLike, readShare, writeShare } from './share.ts';

const hex = () => randomBytes(32).toString('hex');
const size = 128;
let made: MadeKey;
let sealing: Sealing;
beforeAll(async () => {
  made = await makeKey();
  sealing = {
    publicKey: made.publicKey,
    shareHashes: made.shareHashes,
    trustees: ['Ana', 'Bo', 'Cléo'],
    threshold: 2,
    size,
  };
});

const seal = (written: string, boundTo: { manifestHash: string; token: string }) =>
  sealChoices(written, { publicKey: made.publicKey, size, ...boundTo });

async function open() {
  const rebuilt = await rebuildKey(sealing, [made.shares[0]!, made.shares[2]!]);
  if (!rebuilt.ok) throw new Error(rebuilt.refusal);
  return openWith(rebuilt.privateKey, sealing);
}

describe('a sealed ballot', () => {
  it('V12 opens under its own manifest and slot, to what was sealed; all have one length', async () => {
    const boundTo = { manifestHash: hex(), token: hex() };
    const sealed = await seal('["01","02"]', boundTo);
    expect((await seal('[]', boundTo)).length).toBe(sealed.length);
    const plain = await (await open())(sealed, boundTo);
    expect(unpackBallot(plain!, size)).toEqual({
      nonce: expect.stringMatching(/^[0-9a-f]{64}$/),
      written: '["01","02"]',
    });
  });

  it('V12 does not open under another slot, another manifest or with a byte changed', async () => {
    const boundTo = { manifestHash: hex(), token: hex() };
    const sealed = await seal('["01"]', boundTo);
    const opened = await open();
    expect(await opened(sealed, { ...boundTo, token: hex() })).toBeNull();
    expect(await opened(sealed, { ...boundTo, manifestHash: hex() })).toBeNull();
    for (const at of [1, 40, 65, 100, 208]) {
      const bytes = Buffer.from(sealed, 'base64url');
      bytes[at]! ^= 1;
      expect(await opened(bytes.toString('base64url'), boundTo)).toBeNull();
    }
    expect(commitPaper(boundTo.manifestHash, { sealed, token: boundTo.token })).not.toBe(
      commitPaper(boundTo.manifestHash, { sealed, token: hex() }),
    );
  });

  it('V12 malformed, truncated, huge, or written in a second way: not read', async () => {
    const sealed = await seal('["01"]', { manifestHash: hex(), token: hex() });
    expect(readSealed(sealed, size)).not.toBeNull();
    for (const bad of [
      '',
      sealed.slice(0, -4),
      `${sealed}AAAA`,
      sealed.replace(/^./, '!'),
      `A${sealed.slice(1)}`,
      `${sealed.slice(0, -1)}=`,
      'A'.repeat(200_000),
      // the last letter carries bits that say nothing
      ...['B', 'C', 'D', 'x', '_'].map((last) => sealed.slice(0, -1) + last),
    ])
      expect(bad === sealed || readSealed(bad, size) === null, bad.slice(0, 40)).toBe(true);
  });

  it('V12 a plaintext that hides something behind its choices is none', () => {
    const bytes = new Uint8Array(size);
    new DataView(bytes.buffer).setUint32(32, 2);
    bytes.set(new TextEncoder().encode('[]'), 36);
    expect(unpackBallot(bytes, size)?.written).toBe('[]');
    expect(unpackBallot(Uint8Array.from(bytes).fill(1, size - 1), size)).toBeNull();
    new DataView(bytes.buffer).setUint32(32, 4_000_000_000);
    expect(unpackBallot(bytes, size)).toBeNull();
    expect(unpackBallot(bytes.subarray(1), size)).toBeNull();
  });

  it('every ballot that the poll allows fits its size', () => {
    const options = Array.from({ length: 40 }, (_, at) => ({
      key: String(at + 1).padStart(2, '0'),
    }));
    const poll = { kind: 'cumulative' as const, maximumChoices: 40, options };
    const longest = JSON.stringify(options.map(({ key }) => [key, 999_999]));
    expect(measureBallots(poll)).toBeGreaterThanOrEqual(longest.length + 36);
    expect(measureBallots({ ...poll, kind: 'approval', maximumChoices: 3 })).toBe(64);
  });
});

describe('the key of a sealed poll', () => {
  it('V11 any two parts bring it back, as they were kept or typed by hand', async () => {
    const [one, two, three] = made.shares as [string, string, string];
    expect(isPublicKey(made.publicKey)).toBe(true);
    for (const pair of [
      [one, two],
      [two, three],
      [three, one],
      [one, two, three],
      [one.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'), two],
      [`Palabre, part 1 de 3\n\n${one}\n\nÀ garder hors ligne.`, two, ''],
    ])
      expect(await rebuildKey(sealing, pair)).toMatchObject({ ok: true });
    expect(endsLike(one, one.slice(-9).toLowerCase())).toBe(true);
    expect(endsLike(one, two.slice(-9))).toBe(false);
  });

  it('V11 one part, a wrong one, one of another poll, the same twice: refused in one word', async () => {
    const [one, two] = made.shares as [string, string];
    const other = await makeKey();
    const changed = `${one.slice(0, 10)}${one[10] === 'A' ? 'B' : 'A'}${one.slice(11)}`;
    // well written, of the right key, and nobody's part
    const forged = forgeShare(one);
    const cases: [string[], string, number | null][] = [
      [[], 'too-few-shares', null],
      [[one], 'too-few-shares', null],
      [[one, '  '], 'too-few-shares', null],
      [[one, one], 'same-share-twice', 1],
      [[one, changed], 'share-unreadable', 1],
      [[one.slice(0, -5), two], 'share-unreadable', 0],
      [['rien', two], 'share-unreadable', 0],
      [[one, other.shares[1]!], 'share-of-another-poll', 1],
      [[forged, two], 'share-unknown', 0],
    ];
    for (const [texts, refusal, which] of cases)
      expect(await rebuildKey(sealing, texts)).toEqual({ ok: false, refusal, which });
    // parts whose hashes were frozen, of a key that is not this one
    const swapped = {
      ...sealing,
      publicKey: made.publicKey,
      shareHashes: [hashOf(forged), hashOf(two)],
    };
    expect(await rebuildKey(swapped, [forged, two])).toMatchObject({
      refusal: 'shares-do-not-fit',
    });
  });

  it('a point that is not on the curve is no key', () => {
    const bytes = Buffer.from(made.publicKey, 'base64url');
    bytes[64]! ^= 1;
    expect(isPublicKey(bytes.toString('base64url'))).toBe(false);
    expect(isPublicKey('')).toBe(false);
  });
});

const hashOf = (share: string) =>
  createHash('sha256').update('pb-share-v1').update(readShare(share)!.share).digest('hex');

function forgeShare(share: string): string {
  const kept = readShare(share)!;
  const point = Buffer.from(made.publicKey, 'base64url');
  kept.share[5]! ^= 1;
  return writeShare(point, kept.share);
}

describe('the library that seals', () => {
  it('RFC 9180 A.3.1: opens the published vector', async () => {
    const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
    const suite = new CipherSuite({
      kem: new DhkemP256HkdfSha256(),
      kdf: new HkdfSha256(),
      aead: new Aes128Gcm(),
    });
    const skRm = bytes('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2');
    const enc = bytes(
      '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
    );
    const opened = await suite.open(
      {
        recipientKey: await suite.kem.importKey('raw', skRm.buffer, false),
        enc,
        info: bytes('4f6465206f6e2061204772656369616e2055726e'),
      },
      bytes(
        '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
      ),
      bytes('436f756e742d30'),
    );
    expect(Buffer.from(opened).toString()).toBe('Beauty is truth, truth beauty');
  });
});
