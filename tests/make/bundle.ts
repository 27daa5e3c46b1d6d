import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { zipSync } from 'fflate';
import type { Choices } from '../../src/rooms/polls/ballot/ballot.ts';
import {
  commitBallot,
  hashText,
  makeNonce,
  sha256,
  signReceipt,
  signText,
  writeCanonical,
} from '../../src/rooms/polls/box/box.crypto.ts';
import { fromHex, toHex } from '../../src/rooms/polls/box/commitment.ts';
import { growTree, rootOf } from '../../src/rooms/polls/box/merkle.ts';
import { type CountedPoll, countBallots, writeManifest } from './counted-polls.ts';

/** A line of ballots.jsonl. */
export interface BallotLine {
  choices: Choices;
  commitment: string;
  nonce: string;
}

/** A bundle before it is packed, with the keys that only its maker holds. */
export interface MadeBundle {
  /** Text of each file but bundle.json and signatures.json. */
  files: Map<string, string>;
  key: KeyObject;
  verifyKey: string;
  manifestHash: string;
  lines: BallotLine[];
}

export interface MadeHead {
  poll: string;
  at: string;
  ballots: number;
  withdrawn?: number;
  root: string;
  signature: string;
}

/** The same as the site writes, from a poll, its ballots and a new key; heads at noon and at the close. */
export function makeBundle(drawn: CountedPoll, nonceOf: () => string = makeNonce): MadeBundle {
  const { poll, ballots } = drawn;
  const { privateKey: key } = generateKeyPairSync('ed25519');
  const verifyKey = createPublicKey(key).export({ format: 'jwk' }).x!;
  const manifest = writeCanonical(writeManifest(poll, verifyKey));
  const manifestHash = hashText(manifest);
  const lines = ballots
    .map((choices): BallotLine => {
      const nonce = nonceOf();
      return { choices, nonce, commitment: commitBallot(manifestHash, choices, nonce) };
    })
    .sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
  const half = lines.slice(0, Math.floor(lines.length / 2));
  const heads = [
    signHead(key, poll.id, '2026-03-09T12:00:00.000Z', half),
    signHead(key, poll.id, '2026-03-16T17:00:01.000Z', lines),
  ];
  const { root } = heads[1]!;
  const result = countBallots(drawn, { root, manifest: manifestHash });
  const record = {
    acts: ['opened', 'closed', 'reconciled', 'sealed', 'counted', 'published'].map((kind, day) => ({
      kind,
      at: new Date(Date.UTC(2026, 2, 16 + day)).toISOString(),
    })),
    extensions: [],
    turnout: { voters: lines.length, online: lines.length, paper: 0 },
  };
  const files = new Map([
    ['manifest.json', manifest],
    ['labels.json', writeCanonical(Object.fromEntries(poll.options.map((o) => [o.key, o.label])))],
    ['ballots.jsonl', writeLines(lines)],
    ['leaves.txt', writeLeaves(lines)],
    ['heads.json', writeCanonical(heads)],
    ['record.json', writeCanonical(record)],
    ['result.json', writeCanonical(result)],
    ['LISEZ-MOI.txt', 'Pour vérifier : node verify.mjs urne.zip\n'],
  ]);
  return { files, key, verifyKey, manifestHash, lines };
}

export function signHead(
  key: KeyObject,
  poll: string,
  at: string,
  lines: readonly BallotLine[],
  withdrawn = 0,
): MadeHead {
  const held = { poll, at, ballots: lines.length, root: findRoot(lines) };
  const stated = withdrawn > 0 ? { ...held, withdrawn } : held;
  return { ...stated, signature: signText(key, 'pb-head-v1', writeCanonical(stated)) };
}

function findRoot(lines: readonly BallotLine[]): string {
  const leaves = lines.map(({ commitment }) => fromHex(commitment)!);
  return toHex(rootOf(sha256, growTree(sha256, leaves)));
}

export const writeLines = (lines: readonly BallotLine[]) =>
  lines.map((line) => `${writeCanonical(line)}\n`).join('');

export const writeLeaves = (lines: readonly BallotLine[]) =>
  lines.map(({ commitment }) => `${commitment}\n`).join('');

/** The receipt of a ballot, as the site signs it. */
export function makeReceipt({ key, files, manifestHash }: MadeBundle, line: BallotLine): string {
  const { poll } = JSON.parse(files.get('manifest.json')!) as { poll: string };
  const { commitment } = line;
  return signReceipt(key, { poll, manifest: manifestHash, commitment, nonceBy: 'browser' });
}

/** The table of contents and its signature, for the files as they are. */
export function signContents(made: MadeBundle): Map<string, string> {
  const manifest = JSON.parse(made.files.get('manifest.json')!) as { poll: string };
  const contents = writeCanonical({
    format: 'pb-bundle-v1',
    poll: manifest.poll,
    manifest: made.manifestHash,
    ballots: made.lines.length,
    heads: (JSON.parse(made.files.get('heads.json')!) as unknown[]).length,
    files: Object.fromEntries([...made.files].map(([name, text]) => [name, hashText(text)])),
  });
  const signatures = {
    manifest: signText(made.key, 'pb-manifest-v1', made.files.get('manifest.json')!),
    bundle: sign(null, Buffer.from(`pb-bundle-v1\n${contents}`), made.key).toString('base64url'),
  };
  return new Map([
    ['bundle.json', contents],
    ['signatures.json', writeCanonical(signatures)],
    ...made.files,
  ]);
}

export function packFiles(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      [...files].map(([name, held]) => [name, typeof held === 'string' ? Buffer.from(held) : held]),
    ),
  );
}

/** A genuine bundle, packed. */
export const packBundle = (made: MadeBundle): Uint8Array => packFiles(signContents(made));
