import type { Database } from '../../../platform/database/database.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { hashElector, hashSlot, markVoter } from './box.crypto.ts';

/** What a voter finds of their own: whether they voted, under which revision, and the receipt of a form. */
export interface OwnBallot {
  /** 0: no ballot in the box. */
  revision: number;
  receipt: string | null;
  channel: 'none' | 'online' | 'paper' | 'refused';
}

export async function findOwnBallot(
  db: Database,
  keysFolder: string,
  voter: {
    organisationId: string;
    pollId: string;
    personId: string;
    mailbox: string;
    idempotencyKey: string | null;
  },
): Promise<OwnBallot> {
  const keys = openKeys(keysFolder);
  const nothing: OwnBallot = { revision: 0, receipt: null, channel: 'none' };
  const personMark = markVoter(keys.rollKey(), voter.pollId, voter.personId);
  const keyHash = hashElector(keys.rollKey(), voter.pollId, voter.mailbox);
  const lines = await db
    .selectFrom('elector')
    .select(['id', 'channel_state', 'person_mark'])
    .where('poll_id', '=', voter.pollId)
    .where(({ eb, or }) => or([eb('key_hash', '=', keyHash), eb('person_mark', '=', personMark)]))
    .execute();
  // the account's own line; otherwise that of its mailbox, unless another account voted under it
  const elector =
    lines.find((line) => line.person_mark === personMark) ??
    lines.find((line) => line.person_mark === null);
  if (!elector) return nothing;
  const channel = elector.channel_state as OwnBallot['channel'];
  const linkKey = keys.readLinkKey(voter.pollId);
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
  return { revision: row?.revision ?? 0, receipt: row?.receipt ?? null, channel };
}
