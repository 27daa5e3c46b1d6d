import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys } from '../../src/platform/keys/keys.ts';
import { hashText, signText, writeCanonical } from '../../src/rooms/polls/box/box.crypto.ts';
import { commitPaper } from '../../src/rooms/polls/sealed/sealed.crypto.ts';
import { urls } from '../../src/urls.ts';
import { openPrivateKey } from '../../src/verifier/hpke.ts';
import { verifyBundle } from '../../src/verifier/verify.ts';
import { packFiles } from '../make/bundle.ts';
import { makePerson } from '../make/people.ts';
import { publish } from '../make/poll.ts';
import { castSealed, makeSealedPoll, openBox, type SealedPoll, sealFor } from '../make/sealed.ts';
import { openTestSite, type TestSite } from '../site-client.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('HPKE as the verifier writes it', () => {
  // RFC 9180, A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, sequence number 0
  const point = bytes(
    '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0',
  );
  const scalar = bytes('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2');
  const sealed = {
    key: bytes(
      '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
    ),
    info: bytes('4f6465206f6e2061204772656369616e2055726e'),
    aad: bytes('436f756e742d30'),
    ciphertext: bytes(
      '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
    ),
  };

  it('RFC 9180 A.3.1 opens the published vector, and nothing that differs from it', async () => {
    const key = await openPrivateKey(point, scalar);
    if (key === null || key === 'another-key') throw new Error('no key');
    const plain = await key.open(sealed, { aead: 1 });
    expect(Buffer.from(plain).toString()).toBe('Beauty is truth, truth beauty');
    for (const changed of [
      { aad: bytes('436f756e742d31') },
      { info: bytes('00') },
      { ciphertext: Uint8Array.from(sealed.ciphertext).reverse() },
    ])
      await expect(key.open({ ...sealed, ...changed }, { aead: 1 })).rejects.toThrow();
    await expect(key.open(sealed)).rejects.toThrow();
  });

  it('a private key of another public one is told', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const d = Uint8Array.from(Buffer.from(other.export({ format: 'jwk' }).d!, 'base64url'));
    expect(await openPrivateKey(point, d)).toBe('another-key');
    expect(await openPrivateKey(point, new Uint8Array(32))).toBe('another-key');
    expect(await openPrivateKey(new Uint8Array(65).fill(4), scalar)).toBe('another-key');
  });
});

interface SealedLine {
  commitment: string;
  sealed: string;
  token: string;
}

describe('V10 V12 the bundle of a sealed poll', () => {
  let site: TestSite;
  let held: SealedPoll;
  let genuine: Map<string, string>;
  let receipt: string;
  let invalid: string;
  beforeAll(async () => {
    site = await openTestSite();
    held = await makeSealedPoll(site);
    for (const choices of [[1, 2], [2, 3], [2], [4], [1, 3]]) {
      const cast = await castSealed(site, held.poll, (await makePerson(site)).id, choices);
      if (!cast.ok) throw new Error(cast.refusal);
      receipt = cast.receipt;
    }
    const foreign = await sealFor(site, held.poll, [5], randomUUID());
    const voter = await makePerson(site);
    const copied = await castSealed(site, held.poll, voter.id, [], { sealed: foreign });
    if (!copied.ok) throw new Error(copied.refusal);
    invalid = JSON.parse(copied.receipt).commitment;
    await openBox(site, held);
    const by = { organisationId: site.organisationId, by: null };
    await publish(site, by, held.poll.id, { sealed: true });
    const address = `http://localhost${urls.resultBundle({ edition: held.edition.slug })}`;
    const answer = await site.fetch(new Request(address));
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    genuine = new Map(
      Object.entries(files).map(([name, held]) => [name, Buffer.from(held).toString()]),
    );
  }, 120_000);
  afterAll(() => site.close());

  const read = <T>(files: Map<string, string>, name: string) =>
    files
      .get(name)!
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as T);
  const write = (files: Map<string, string>, name: string, lines: readonly object[]) =>
    files.set(name, lines.map((line) => `${writeCanonical(line)}\n`).join(''));

  /** The report of a bundle that whoever holds the signing key changed and signed again. */
  async function attack(change: (files: Map<string, string>) => void) {
    const files = new Map(genuine);
    change(files);
    const index = JSON.parse(files.get('bundle.json')!);
    for (const name of Object.keys(index.files))
      if (files.has(name)) index.files[name] = hashText(files.get(name)!);
      else delete index.files[name];
    files.set('bundle.json', writeCanonical(index));
    const key = openKeys(site.config.keysFolder).signingKey();
    const signatures = JSON.parse(files.get('signatures.json')!);
    signatures.bundle = signText(key, 'pb-bundle-v1', files.get('bundle.json')!);
    files.set('signatures.json', writeCanonical(signatures));
    return verifyBundle(packFiles(files), { receipts: [receipt] });
  }
  const named = async (change: (files: Map<string, string>) => void) => [
    ...new Set((await attack(change)).faults.map(({ id }) => id)),
  ];

  it('is sound as it is: the key, the ciphertexts, the invalid ballot and the receipt', async () => {
    const report = await attack(() => {});
    expect(report.faults).toEqual([]);
    expect(report.verdict).toBe('sound');
    expect(report.ballots).toBe(5);
    expect(report.checks.map(({ id, ok }) => [id, ok])).toContainEqual(['opening', true]);
    const opening = JSON.parse(genuine.get('opening.json')!);
    expect(opening.invalid).toEqual([{ commitment: invalid, flaw: 'does-not-open' }]);
    expect(read(genuine, 'sealed.jsonl')).toHaveLength(6);
    expect(genuine.get('leaves.txt')!.trim().split('\n')).toHaveLength(6);
    expect([...genuine.values()].join()).not.toMatch(/Awa|Bruno|Chloé/);
  });

  it('another key in the place of the private one', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const faults = await named((files) => {
      const opening = JSON.parse(files.get('opening.json')!);
      opening.privateKey = other.export({ format: 'jwk' }).d;
      files.set('opening.json', writeCanonical(opening));
    });
    expect(faults).toEqual(['key-not-of-poll']);
  });

  it('a ciphertext dropped, with its ballot or alone', async () => {
    const [first] = read<SealedLine>(genuine, 'sealed.jsonl');
    const without = (files: Map<string, string>, name: string) =>
      write(
        files,
        name,
        read<SealedLine>(files, name).filter(({ commitment }) => commitment !== first!.commitment),
      );
    expect(await named((files) => without(files, 'sealed.jsonl'))).toContain('ballot-dropped');
    const both = await named((files) => {
      without(files, 'sealed.jsonl');
      without(files, 'ballots.jsonl');
      files.set('leaves.txt', files.get('leaves.txt')!.replace(`${first!.commitment}\n`, ''));
    });
    expect(both).toContain('ballot-dropped');
  });

  it('a choice changed after the opening', async () => {
    const faults = await named((files) => {
      const lines = read<{ choices: string[] }>(files, 'ballots.jsonl');
      lines[0]!.choices = ['5'];
      write(files, 'ballots.jsonl', lines);
    });
    expect(faults).toContain('opened-otherwise');
    expect(faults).toContain('wrong-result');
  });

  it('a ballot announced as invalid that is not, and one that is and is not announced', async () => {
    const [first] = read<SealedLine>(genuine, 'ballots.jsonl');
    const hidden = await named((files) => {
      const opening = JSON.parse(files.get('opening.json')!);
      opening.invalid.push({ commitment: first!.commitment, flaw: 'not-allowed' });
      files.set('opening.json', writeCanonical(opening));
      write(files, 'ballots.jsonl', read<SealedLine>(files, 'ballots.jsonl').slice(1));
    });
    expect(hidden).toEqual(expect.arrayContaining(['invalid-wrongly', 'ballot-dropped']));
    const silent = await named((files) => {
      const opening = JSON.parse(files.get('opening.json')!);
      files.set('opening.json', writeCanonical({ ...opening, invalid: [] }));
    });
    expect(silent).toEqual(['invalid-unnamed']);
  });

  it('a token changed, so that a ballot would not open: its commitment tells', async () => {
    const faults = await named((files) => {
      const lines = read<SealedLine>(files, 'sealed.jsonl');
      [lines[0]!.token, lines[1]!.token] = [lines[1]!.token, lines[0]!.token];
      write(files, 'sealed.jsonl', lines);
    });
    expect(faults).toContain('sealed-altered');
    expect(faults).toContain('opened-otherwise');
  });

  it('a ciphertext that stands twice under two tokens', async () => {
    const faults = await named((files) => {
      const [first, second, ...rest] = read<SealedLine>(files, 'sealed.jsonl');
      const copy = { sealed: first!.sealed, token: second!.token };
      const commitment = commitPaper(held.poll.manifestHash, copy);
      write(files, 'sealed.jsonl', [first!, { ...copy, commitment }, ...rest]);
    });
    expect(faults).toContain('ballot-copied');
    expect(faults).toContain('ballot-added');
  });

  it('files that are missing or hold anything else never pass for a verdict', async () => {
    expect(await named((files) => files.delete('opening.json'))).toContain('file-missing');
    expect(await named((files) => files.delete('sealed.jsonl'))).toContain('file-missing');
    expect(await named((files) => files.set('opening.json', '[]'))).toContain('file-unreadable');
    const key = JSON.parse(genuine.get('opening.json')!).privateKey;
    const odd = await named((files) =>
      files.set(
        'opening.json',
        writeCanonical({ format: 'pb-opening-v1', privateKey: `${key}AA`, invalid: [] }),
      ),
    );
    expect(odd).toContain('key-not-of-poll');
    expect(await named((files) => files.set('sealed.jsonl', '{}\n'))).toContain('file-unreadable');
  });
});
