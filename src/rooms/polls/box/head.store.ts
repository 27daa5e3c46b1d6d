import { type Db, readNow } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { sha256, signText, writeCanonical } from './box.crypto.ts';
import { listCommitments } from './box.store.ts';
import { toHex } from './commitment.ts';
import type { Head } from './head.ts';
import { keepHead } from './head-file.crypto.ts';
import { growTree, rootOf, type Tree } from './merkle.ts';
import { countWithdrawn } from './withdrawal.store.ts';

/** The latest head of a poll; null before the first. */
export async function findLatestHead(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<Head | null> {
  return (await listHeads(db, organisationId, pollId, 1))[0] ?? null;
}

/** Newest first. */
export async function listHeads(
  db: Db,
  organisationId: string,
  pollId: string,
  limit = 1000,
): Promise<Head[]> {
  const rows = await db
    .selectFrom('poll_head')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    poll: row.poll_id,
    at: row.at.toISOString(),
    ballots: row.ballots,
    ...(row.withdrawn > 0 && { withdrawn: row.withdrawn }),
    root: row.root,
    signature: row.signature,
  }));
}

export async function countHeads(db: Db, organisationId: string, pollId: string): Promise<number> {
  const { heads } = await db
    .selectFrom('poll_head')
    .select(({ fn }) => fn.countAll<number>().as('heads'))
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .executeTakeFirstOrThrow();
  return heads;
}

export interface Grown {
  head: Head;
  /** The sorted commitments, 32 bytes each. */
  leaves: readonly Uint8Array[];
  tree: Tree;
}

/** The trees of the latest heads: one that was grown for a voter serves the next ones. */
const grown = new Map<string, Grown>();
const TREES = 4;

/** The latest head with the tree under it; null before the first. */
export async function growLatestTree(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<Grown | null> {
  const head = await findLatestHead(db, organisationId, pollId);
  if (!head) return null;
  const known = grown.get(pollId);
  if (known?.head.at === head.at) return known;
  const row = await db
    .selectFrom('poll_head_leaves')
    .select('commitments')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('at', '=', new Date(head.at))
    .executeTakeFirst();
  // a newer head was published between the two reads
  if (!row) return growLatestTree(db, organisationId, pollId);
  const leaves = asLeaves(row.commitments);
  const one = { head, leaves, tree: growTree(sha256, leaves) };
  if (grown.size >= TREES) grown.delete(grown.keys().next().value!);
  grown.set(pollId, one);
  return one;
}

/**
 * Signs what the box holds now. The head goes to the file outside the database first (F2): a database
 * that forgets ballots afterwards is found out, and one that never got the head has lost nothing.
 */
export async function publishHead(
  db: Db,
  folders: { keysFolder: string; varFolder: string },
  organisationId: string,
  pollId: string,
): Promise<Head> {
  const commitments = (await listCommitments(db, pollId)).map((hex) => Buffer.from(hex, 'hex'));
  const withdrawn = await countWithdrawn(db, pollId);
  const at = await readNow(db);
  const stated = {
    poll: pollId,
    at: at.toISOString(),
    ballots: commitments.length,
    ...(withdrawn > 0 && { withdrawn }),
    root: toHex(rootOf(sha256, growTree(sha256, commitments))),
  };
  const signature = signText(
    openKeys(folders.keysFolder).signingKey(),
    'pb-head-v1',
    writeCanonical(stated),
  );
  const head = { ...stated, signature };
  keepHead(folders.varFolder, head);
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('poll_head')
      .values({
        organisation_id: organisationId,
        poll_id: pollId,
        at,
        ballots: head.ballots,
        withdrawn,
        root: head.root,
        signature,
      })
      .execute();
    const leaves = { at, commitments: Buffer.concat(commitments) };
    await tx
      .insertInto('poll_head_leaves')
      .values({ organisation_id: organisationId, poll_id: pollId, ...leaves })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'poll_id']).doUpdateSet(leaves),
      )
      .execute();
  });
  return head;
}

function asLeaves(joined: Buffer): Uint8Array[] {
  return Array.from({ length: joined.length / 32 }, (_, at) =>
    joined.subarray(at * 32, (at + 1) * 32),
  );
}
