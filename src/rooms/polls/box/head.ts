/** A head: a signed statement of what the box held at a moment, without telling any ballot. */

export interface Head {
  poll: string;
  /** ISO 8601, UTC. */
  at: string;
  ballots: number;
  /** Ballots withdrawn by then, where there were any: with those of the box they never become fewer. */
  withdrawn?: number;
  /** Of the tree over the sorted commitments, hexadecimal. */
  root: string;
  signature: string;
}

/** Below this many new ballots an hour waits for the next, lest a head point at someone. */
const FEWEST_NEW_BALLOTS = 10;

/** Every ballot that ever was in the box: those that are, and those that were withdrawn. */
export interface BoxCount {
  ballots: number;
  withdrawn: number;
}

const allOf = (box: { ballots: number; withdrawn?: number } | null) =>
  (box?.ballots ?? 0) + (box?.withdrawn ?? 0);

/** Whether enough ballots came since the latest head for another one (integrity part 0, point 4). */
export function isHeadDue(latest: Head | null, box: BoxCount): boolean {
  return allOf(box) - allOf(latest) >= FEWEST_NEW_BALLOTS;
}

export interface BoxLoss {
  announced: number;
  held: number;
}

/** A box that holds fewer ballots than a head announced, and did not give them back, has lost some (F2). */
export function findLoss(head: Head | null, box: BoxCount): BoxLoss | null {
  const [announced, held] = [allOf(head), allOf(box)];
  return held < announced ? { announced, held } : null;
}
