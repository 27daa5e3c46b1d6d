/**
 * The root over the commitments of a box, sorted: leaves are hashed after a byte 0, nodes after a byte 1,
 * two by two; the last of an odd row moves up as it is (RFC 6962). No leaf at all: the hash of nothing.
 */
import { sha256, toHex } from './sha256.ts';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export function findRoot(sortedCommitments: readonly Uint8Array[]): string {
  if (sortedCommitments.length === 0) return toHex(sha256(new Uint8Array()));
  let row = sortedCommitments.map((commitment) => sha256(LEAF, commitment));
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < row.length; at += 2) {
      const right = row[at + 1];
      above.push(right ? sha256(NODE, row[at]!, right) : row[at]!);
    }
    row = above;
  }
  return toHex(row[0]!);
}
