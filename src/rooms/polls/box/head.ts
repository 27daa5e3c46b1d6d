/** A head: a signed statement of what the box held at a moment, without telling any ballot. */

export interface Head {
  poll: string;
  /** ISO 8601, UTC. */
  at: string;
  ballots: number;
  /** Of the tree over the sorted commitments, hexadecimal. */
  root: string;
  signature: string;
}

/** Below this many new ballots an hour waits for the next, lest a head point at someone. */
const FEWEST_NEW_BALLOTS = 10;

/** Whether enough ballots came since the latest head for another one (integrity part 0, point 4). */
export function isHeadDue(latest: Head | null, ballots: number): boolean {
  return ballots - (latest?.ballots ?? 0) >= FEWEST_NEW_BALLOTS;
}

export interface BoxLoss {
  announced: number;
  held: number;
}

/** A box that holds fewer ballots than a head announced has lost some (F2). */
export function findLoss(head: Head | null, held: number): BoxLoss | null {
  return head && held < head.ballots ? { announced: head.ballots, held } : null;
}
