import type { Database } from '../../../platform/database/database.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { WrittenMark } from '../../electorate/index.ts';
import { hashSlot } from './box.crypto.ts';
import { type Channel, findElector } from './elector.store.ts';

/** What a voter finds of their own: whether they voted, under which revision, and the receipt of a form. */
export interface OwnBallot {
  /** 0: no ballot in the box. */
  revision: number;
  receipt: string | null;
  channel: Channel;
  /** Somebody else voted with a mark that this voter has proven. */
  markUsed: boolean;
}

export async function findOwnBallot(
  db: Database,
  keysFolder: string,
  voter: { pollId: string; marks: readonly WrittenMark[]; idempotencyKey: string | null },
): Promise<OwnBallot> {
  const nothing: OwnBallot = { revision: 0, receipt: null, channel: 'none', markUsed: false };
  const elector = await findElector(db, voter.pollId, voter.marks);
  if (!elector) return nothing;
  if (elector === 'mark-used') return { ...nothing, markUsed: true };
  const { channel } = elector;
  const linkKey = openKeys(keysFolder).readLinkKey(voter.pollId);
  if (!linkKey) return { ...nothing, channel };
  const slotKey = hashSlot(linkKey, elector.id);
  linkKey.fill(0);
  const row = await db
    .selectFrom('ballot_slot as b')
    .leftJoin('casting_request as r', (join) =>
      join
        .onRef('r.poll_id', '=', 'b.poll_id')
        .onRef('r.slot_key', '=', 'b.slot_key')
        .on('r.idempotency_key', '=', voter.idempotencyKey),
    )
    .select(['b.revision', 'r.receipt'])
    .where('b.poll_id', '=', voter.pollId)
    .where('b.slot_key', '=', slotKey)
    .executeTakeFirst();
  return { ...nothing, revision: row?.revision ?? 0, receipt: row?.receipt ?? null, channel };
}
