/**
 * A sealed box (profile P2), opened again: the published key is held against the public one of the manifest,
 * each ciphertext against its commitment and its leaf, and what it opens to against what was published.
 */

import { openPrivateKey, type PrivateKey } from './hpke.ts';
import { eachLine } from './lines.ts';
import type { Manifest, Sealing } from './manifest.ts';
import { Findings } from './report.ts';
import { fromHex, sha256, toHex, utf8 } from './sha256.ts';
import { Malformed, parseJson, Shape, writeCanonical } from './shape.ts';
import { readBase64Url } from './signature.ts';
import { type Choice, findFlaw, keyOf, pointsOf, readChoices } from './validity.ts';

/** What opening.json says. */
export interface Opening {
  /** 32 bytes; null: it is none. */
  privateKey: Uint8Array<ArrayBuffer> | null;
  /** Commitments of ballots that were announced as invalid. */
  invalid: ReadonlySet<string>;
}

/** Throws `Malformed`. */
export function readOpening(value: unknown): Opening {
  const root = new Shape(value);
  const format = root.text('format');
  if (format !== 'pb-opening-v1')
    throw new Malformed(`format « ${format} » inconnu`, `unknown format “${format}”`);
  const key = readBase64Url(root.text('privateKey'));
  return {
    privateKey: key?.length === 32 ? key : null,
    invalid: new Set(root.shapes('invalid', (one) => one.text('commitment'))),
  };
}

export interface OpenedBox {
  findings: Findings;
  /** false: this browser cannot open ballots. */
  checkable: boolean;
  /** Ballots whose ciphertext matches its commitment under the manifest's hash. */
  matching: number;
  /** Whether a published ballot is what its ciphertext holds. */
  holds(ballot: { commitment: string; nonce: string; written: string }): boolean;
  /** Whether a leaf has no ballot with reason. */
  isInvalid(commitment: string): boolean;
}

/** One line of sealed.jsonl. */
interface Line {
  commitment: string;
  token: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

const LABEL = utf8('pb-sealed-ballot-v1');
const INFO = utf8('pb-sealed-v1');
const POINT = 65;
const TAG = 16;

/** SHA-256("pb-sealed-ballot-v1" ‖ M ‖ token ‖ ciphertext), hexadecimal. */
const recommit = (manifestHash: Uint8Array, { token, bytes }: Line) =>
  toHex(sha256(LABEL, manifestHash, token, bytes));

/** How many of the first sealed ballots match their commitment under a manifest's hash. */
export function countMatchingSealed(
  sealed: Uint8Array,
  manifestHash: string,
  among: number,
): number {
  const hash = fromHex(manifestHash);
  if (!hash) return 0;
  let matching = 0;
  let read = 0;
  for (const bytes of eachLine(sealed)) {
    if (read++ >= among) break;
    const line = readLine(bytes);
    if (line && recommit(hash, line) === line.commitment) matching += 1;
  }
  return matching;
}

/** `leaves`: all commitments of leaves.txt. */
export async function openSealedBox(
  files: { sealed: Uint8Array; leaves: ReadonlySet<string> },
  opening: Opening,
  manifestHash: string,
  manifest: Manifest & { sealing: Sealing },
  progress: (share: number) => void,
): Promise<OpenedBox> {
  const findings = new Findings();
  const hash = fromHex(manifestHash)!;
  const key =
    opening.privateKey === null
      ? 'another-key'
      : await openPrivateKey(manifest.sealing.publicKey, opening.privateKey);
  if (key === 'another-key') findings.add('key-not-of-poll', null);
  const held = new Map<string, string | null>();
  const copies = new Set<string>();
  let number = 0;
  let matching = 0;
  let readBytes = 0;
  for (const bytes of eachLine(files.sealed)) {
    number += 1;
    readBytes += bytes.length + 1;
    if (number % 200 === 0) progress(readBytes / files.sealed.length);
    const line = readLine(bytes);
    if (!line) {
      findings.add('file-unreadable', `sealed.jsonl:${number}`, NOT_SEALED);
      continue;
    }
    const { commitment } = line;
    if (held.has(commitment)) findings.add('ballot-twice', commitment);
    else if (!files.leaves.has(commitment)) findings.add('ballot-added', commitment, NO_LEAF);
    const print = toHex(sha256(line.bytes));
    if (copies.has(print)) findings.add('ballot-copied', commitment);
    copies.add(print);
    if (recommit(hash, line) === commitment) matching += 1;
    else findings.add('sealed-altered', commitment);
    if (typeof key === 'string' || key === null) {
      held.set(commitment, null);
      continue;
    }
    const opened = await openLine(key, line, hash, manifest);
    held.set(commitment, opened);
    const announced = opening.invalid.has(commitment);
    if (opened === null && !announced) findings.add('invalid-unnamed', commitment);
    if (opened !== null && announced) findings.add('invalid-wrongly', commitment);
  }
  for (const leaf of files.leaves)
    if (!held.has(leaf)) findings.add('ballot-dropped', leaf, NOT_THERE);
  for (const one of opening.invalid) if (!held.has(one)) findings.add('invalid-wrongly', one);
  const told = typeof key === 'string' || key === null;
  return {
    findings,
    checkable: key !== null,
    matching,
    // without the key nothing can be said of a ballot, and that is said once
    holds: ({ commitment, nonce, written }) => told || held.get(commitment) === nonce + written,
    isInvalid: (commitment) =>
      told ? opening.invalid.has(commitment) : held.get(commitment) === null,
  };
}

const NOT_SEALED = {
  fr: 'cette ligne n’est pas un bulletin scellé écrit sous sa forme canonique',
  en: 'this line is no sealed ballot in canonical form',
};
const NO_LEAF = { fr: ' : leaves.txt ne l’annonce pas', en: ': leaves.txt does not announce it' };
const NOT_THERE = { fr: ' : sealed.jsonl ne l’a pas', en: ': sealed.jsonl does not have it' };

/** Nonce and canonical choices, one after the other; null: the ballot is invalid. */
async function openLine(
  key: PrivateKey,
  { bytes, token }: Line,
  manifestHash: Uint8Array,
  manifest: Manifest & { sealing: Sealing },
): Promise<string | null> {
  const { size } = manifest.sealing;
  if (bytes.length !== POINT + size + TAG) return null;
  const info = new Uint8Array(INFO.length + manifestHash.length);
  info.set(INFO);
  info.set(manifestHash, INFO.length);
  const [sender, ciphertext] = [bytes.slice(0, POINT), bytes.slice(POINT)];
  let plain: Uint8Array;
  try {
    plain = await key.open({ key: sender, info, aad: token, ciphertext });
  } catch {
    return null;
  }
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(32);
  if (36 + length > size || plain.subarray(36 + length).some((byte) => byte !== 0)) return null;
  let choices: Choice[] | null;
  let written: string;
  try {
    const value = parseJson(plain.subarray(36, 36 + length));
    written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(plain.subarray(36, 36 + length));
    choices = readChoices(value);
  } catch {
    return null;
  }
  if (!choices || writeCanonical(choices) !== written || !isWrittenOnce(manifest, choices))
    return null;
  return findFlaw(manifest, choices) ? null : toHex(plain.subarray(0, 32)) + written;
}

/** Points that say nothing are not written, and no figure has more than six digits. */
function isWrittenOnce({ kind }: Manifest, choices: readonly Choice[]): boolean {
  const shares = kind === 'cumulative' || kind === 'scoring';
  return choices.every((choice) => {
    const points = pointsOf(choice);
    const sound = points === null || (points < 1_000_000 && !(shares && points === 0));
    return sound && !keyOf(choice).includes(':');
  });
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readLine(bytes: Uint8Array): Line | null {
  try {
    const text = decoder.decode(bytes);
    const value: unknown = JSON.parse(text);
    const shape = new Shape(value);
    const commitment = shape.text('commitment');
    const token = fromHex(shape.text('token'));
    const sealed = readBase64Url(shape.text('sealed'));
    if (!token || !sealed || !fromHex(commitment) || text !== writeCanonical(value)) return null;
    return { commitment, token: Uint8Array.from(token), bytes: sealed };
  } catch {
    return null;
  }
}
