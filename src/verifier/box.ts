/**
 * The ballots and the leaves: each ballot is hashed anew, the two lists are laid side by side, and the
 * root over them is compared with the one that was signed when the box was closed.
 */
import { eachLine } from './lines.ts';
import type { Manifest } from './manifest.ts';
import { findRoot } from './merkle.ts';
import { Findings } from './report.ts';
import type { OpenedBox } from './sealed-box.ts';
import { fromHex, sha256, toHex, utf8 } from './sha256.ts';
import { Shape, writeCanonical } from './shape.ts';
import { type Choice, findFlaw, readChoices } from './validity.ts';

/** One line of ballots.jsonl. */
interface Line {
  commitment: string;
  nonce: string;
  choices: Choice[];
  /** The choices in canonical form, which is what is hashed. */
  written: string;
}

/** Equal ballots, with their number. */
export interface Pile {
  choices: readonly Choice[];
  times: number;
}

export interface Box {
  ballots: Findings;
  validity: Findings;
  /** Every ballot of the file that can be read. */
  piles: Pile[];
  count: number;
  /** Ballots whose choices match their commitment under the manifest's hash. */
  matching: number;
  /** All commitments of leaves.txt, in order, without repetition. */
  leaves: ReadonlySet<string>;
  /** Over the leaves, hexadecimal. */
  root: string;
}

/** SHA-256("pb-ballot-v1" ‖ M ‖ canonical choices ‖ nonce), hexadecimal. */
function commit(manifestHash: Uint8Array, choices: string, nonce: Uint8Array): string {
  return toHex(sha256(LABEL, manifestHash, utf8(choices), nonce));
}
const LABEL = utf8('pb-ballot-v1');

/** How many of the first ballots match their commitment under a manifest's hash. */
export function countMatching(ballots: Uint8Array, manifestHash: string, among: number): number {
  const hash = fromHex(manifestHash);
  if (!hash) return 0;
  let matching = 0;
  let read = 0;
  for (const bytes of eachLine(ballots)) {
    if (read++ >= among) break;
    const line = readLine(bytes);
    if (line && recommit(hash, line) === line.commitment) matching += 1;
  }
  return matching;
}

/** `manifest` null: whether ballots are allowed cannot be told; `opened`: the box of a sealed poll, opened again. */
export function checkBox(
  files: { ballots: Uint8Array; leaves: Uint8Array },
  manifestHash: string,
  manifest: Manifest | null,
  progress: (share: number) => void,
  opened: OpenedBox | null = null,
): Box {
  const ballots = new Findings();
  const validity = new Findings();
  const leaves = readLeaves(files.leaves, ballots);
  const hash = fromHex(manifestHash)!;
  const piles = new Map<
    string,
    { choices: Choice[]; times: number; flaw: ReturnType<typeof findFlaw> }
  >();
  const seen = new Set<string>();
  let before = '';
  let number = 0;
  let matching = 0;
  let readBytes = 0;
  for (const bytes of eachLine(files.ballots)) {
    number += 1;
    readBytes += bytes.length + 1;
    if (number % 2000 === 0) progress(readBytes / files.ballots.length);
    const line = readLine(bytes);
    if (!line) {
      ballots.add('file-unreadable', `ballots.jsonl:${number}`, NOT_A_BALLOT);
      continue;
    }
    const { commitment } = line;
    if (commitment < before) ballots.add('ballots-reordered', `ballots.jsonl:${number}`);
    else before = commitment;
    if (seen.has(commitment)) ballots.add('ballot-twice', commitment);
    else if (!leaves.has(commitment)) ballots.add('ballot-added', commitment, NO_LEAF);
    seen.add(commitment);
    if (opened) {
      if (!opened.holds(line)) ballots.add('opened-otherwise', commitment);
    } else if (recommit(hash, line) === commitment) matching += 1;
    else ballots.add('ballot-flipped', commitment);
    const { written } = line;
    let pile = piles.get(written);
    if (!pile) {
      pile = {
        choices: line.choices,
        times: 0,
        flaw: manifest && findFlaw(manifest, line.choices),
      };
      piles.set(written, pile);
    }
    pile.times += 1;
    if (pile.flaw) validity.add('ballot-invalid', commitment, pile.flaw);
  }
  for (const leaf of leaves)
    if (!seen.has(leaf) && !opened?.isInvalid(leaf)) ballots.add('ballot-dropped', leaf, NO_BALLOT);
  const sorted = [...leaves].sort().map((leaf) => fromHex(leaf)!);
  return {
    ballots,
    validity,
    piles: [...piles.values()].map(({ choices, times }) => ({ choices, times })),
    count: number,
    matching: opened?.matching ?? matching,
    leaves,
    root: findRoot(sorted),
  };
}

const NOT_A_BALLOT = {
  fr: 'cette ligne n’est pas un bulletin écrit sous sa forme canonique',
  en: 'this line is no ballot in canonical form',
};
const NOT_A_LEAF = { fr: 'cette ligne n’est pas une empreinte', en: 'this line is no commitment' };
const NO_LEAF = { fr: ' : leaves.txt ne l’annonce pas', en: ': leaves.txt does not announce it' };
const NO_BALLOT = { fr: ' : leaves.txt l’annonce', en: ': leaves.txt announces it' };

function recommit(hash: Uint8Array, { written, nonce }: Line): string {
  return commit(hash, written, fromHex(nonce)!);
}

export function readLeaves(bytes: Uint8Array, findings = new Findings()): Set<string> {
  const leaves = new Set<string>();
  let before = '';
  let number = 0;
  for (const line of eachLine(bytes)) {
    number += 1;
    const leaf = new TextDecoder().decode(line);
    if (!fromHex(leaf)) findings.add('file-unreadable', `leaves.txt:${number}`, NOT_A_LEAF);
    else if (leaves.has(leaf)) findings.add('ballot-twice', leaf);
    else {
      if (leaf < before) findings.add('ballots-reordered', `leaves.txt:${number}`);
      else before = leaf;
      leaves.add(leaf);
    }
  }
  return leaves;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** null: no ballot, or one that is not written in canonical form (a key twice hides something). */
function readLine(bytes: Uint8Array): Line | null {
  try {
    const text = decoder.decode(bytes);
    const value: unknown = JSON.parse(text);
    const shape = new Shape(value);
    const commitment = shape.text('commitment');
    const nonce = shape.text('nonce');
    const choices = readChoices(shape.get('choices'));
    if (!choices || !fromHex(commitment) || !fromHex(nonce)) return null;
    if (text !== writeCanonical(value)) return null;
    return { commitment, nonce, choices, written: writeCanonical(choices) };
  } catch {
    return null;
  }
}
