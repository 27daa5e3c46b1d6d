/**
 * The tree over the sorted commitments of a box (integrity part 0, point 4). Leaves and nodes are
 * hashed under different first bytes, so that a node can never pass for a ballot; a tree of n leaves
 * splits at the largest power of two below n (as in RFC 6962).
 */
import { HASH_BYTES, type Hash, joinBytes } from './commitment.ts';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export interface ProofStep {
  /** On which side of the path the sibling stands. */
  side: 'left' | 'right';
  hash: Uint8Array;
}

/** The root over leaves already in order; that of no leaf is the hash of nothing. */
export function findRoot(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash(new Uint8Array());
  return rootOf(hash, leaves, 0, leaves.length, null);
}

/** The place of a commitment among sorted leaves; -1 when it is not there. */
export function findLeaf(leaves: readonly Uint8Array[], commitment: Uint8Array): number {
  let from = 0;
  let to = leaves.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const order = compareBytes(leaves[middle]!, commitment);
    if (order === 0) return middle;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return -1;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < HASH_BYTES; at += 1) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}

/** Siblings from the leaf at `position` up to the root. */
export function proveLeaf(
  hash: Hash,
  leaves: readonly Uint8Array[],
  position: number,
): ProofStep[] {
  if (!(position >= 0 && position < leaves.length)) throw new RangeError('No such leaf.');
  const steps: ProofStep[] = [];
  rootOf(hash, leaves, 0, leaves.length, { position, steps });
  return steps;
}

/** The root that a commitment and its proof lead to. */
export function followProof(
  hash: Hash,
  commitment: Uint8Array,
  steps: readonly ProofStep[],
): Uint8Array {
  return steps.reduce(
    (reached, step) =>
      hash(
        joinBytes(step.side === 'left' ? [NODE, step.hash, reached] : [NODE, reached, step.hash]),
      ),
    hash(joinBytes([LEAF, commitment])),
  );
}

function rootOf(
  hash: Hash,
  leaves: readonly Uint8Array[],
  from: number,
  to: number,
  path: { position: number; steps: ProofStep[] } | null,
): Uint8Array {
  if (to - from === 1) return hash(joinBytes([LEAF, leaves[from]!]));
  const middle = from + splitPoint(to - from);
  const goesLeft = path !== null && path.position < middle;
  const left = rootOf(hash, leaves, from, middle, goesLeft ? path : null);
  const right = rootOf(hash, leaves, middle, to, goesLeft ? null : path);
  if (path)
    path.steps.push(goesLeft ? { side: 'right', hash: right } : { side: 'left', hash: left });
  return hash(joinBytes([NODE, left, right]));
}

/** The largest power of two below `size`. */
function splitPoint(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}
