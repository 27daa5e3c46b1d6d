/**
 * The tree over the sorted commitments of a box (integrity part 0, point 4). Leaves and nodes are
 * hashed under different first bytes, so that a node can never pass for a ballot. Nodes go two by two;
 * the last of an odd row moves up as it is (the tree of RFC 6962).
 */
import { HASH_BYTES, type Hash, joinBytes } from './commitment.ts';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Rows of hashes, from the leaves' to the root's; no row for an empty box. */
export type Tree = readonly (readonly Uint8Array[])[];

export interface ProofStep {
  /** On which side of the path the sibling stands. */
  side: 'left' | 'right';
  hash: Uint8Array;
}

/** The tree over leaves already in order. */
export function growTree(hash: Hash, leaves: readonly Uint8Array[]): Tree {
  if (leaves.length === 0) return [];
  const rows = [leaves.map((leaf) => hash(joinBytes([LEAF, leaf])))];
  for (let row = rows[0]!; row.length > 1; rows.push(row)) row = pairUp(hash, row);
  return rows;
}

function pairUp(hash: Hash, row: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let at = 0; at < row.length; at += 2) {
    const right = row[at + 1];
    above.push(right ? hash(joinBytes([NODE, row[at]!, right])) : row[at]!);
  }
  return above;
}

/** The root; that of no leaf is the hash of nothing. */
export function rootOf(hash: Hash, tree: Tree): Uint8Array {
  return tree.at(-1)?.[0] ?? hash(new Uint8Array());
}

/** Siblings from the leaf at `position` up to the root. */
export function proveLeaf(tree: Tree, position: number): ProofStep[] {
  if (!(position >= 0 && position < (tree[0]?.length ?? 0))) throw new RangeError('No such leaf.');
  const steps: ProofStep[] = [];
  let at = position;
  for (const row of tree) {
    const sibling = row[at ^ 1];
    if (sibling) steps.push({ side: at % 2 === 1 ? 'left' : 'right', hash: sibling });
    at >>= 1;
  }
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
