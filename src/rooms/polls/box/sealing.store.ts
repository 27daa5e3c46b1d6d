import { sql } from 'kysely';
import { type Database, readNow, type Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { forgetPasses } from '../../electorate/index.ts';
import type { Act } from '../../spaces/index.ts';
import { findPoll, recordAct } from '../poll.store.ts';
import { refuseSealing, type SealingRefusal } from '../poll.ts';
import { forgetReminders } from '../reminders/reminder.store.ts';
import { forgetKeying, settlePaper } from '../urn/settling.store.ts';
import { publishHead } from './head.store.ts';
import { checkpoint, lockPartitions, partition, rewriteRoll } from './partitions.store.ts';
import { queueForgettingMarks } from './rounds.store.ts';
import { forgetSetAside } from './withdrawal.store.ts';

export type Sealed = { ok: true; ballots: number } | { ok: false; refusal: SealingRefusal };

class Refusal extends Error {
  readonly refusal: SealingRefusal;
  constructor(refusal: SealingRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/**
 * Closes, reconciles and seals in one go, once the paper is settled: waits for the votes under way, writes the box in the order of its commitments and the roll in an order drawn at random, both
 * on new pages, and destroys the link key. Nobody can tell whose a ballot is from then on, nor can we.
 * Asked twice at the same moment, it happens once.
 */
export async function sealPoll(
  db: Database,
  folders: { keysFolder: string; varFolder: string },
  { organisationId, by }: Act,
  pollId: string,
): Promise<Sealed> {
  const poll = await findPoll(db, organisationId, pollId);
  if (!poll) throw new Error(`No poll ${pollId}.`);
  const refusal = refuseSealing(poll, await readNow(db));
  if (refusal) return { ok: false, refusal };
  try {
    const ballots = await db.transaction().execute(async (tx) => {
      if (!(await recordAct(tx, organisationId, pollId, { kind: 'closed', by })))
        throw new Refusal('already-sealed');
      await lockPartitions(tx, pollId);
      const online = await countOnline(tx, pollId);
      if (online.voters !== online.ballots) throw new Refusal('roll-and-box-differ');
      const paper = await settlePaper(tx, organisationId, poll);
      if (!paper.settled)
        throw new Refusal(paper.why === 'box-differs' ? 'roll-and-box-differ' : paper.why);
      const found = { online: online.ballots, paper: paper.ballots };
      const ballots = found.online + found.paper;
      await recordAct(tx, organisationId, pollId, {
        kind: 'reconciled',
        by,
        detail: { ...found, points: paper.points.map((point) => ({ ...point })) },
      });
      await sql`insert into sealed_ballot (organisation_id, poll_id, commitment, nonce, choices, channel)
        select organisation_id, poll_id, commitment, nonce, choices, channel
        from ${partition('ballot_slot', pollId)} order by commitment`.execute(tx);
      await rewriteRoll(tx, pollId);
      await forgetReminders(tx, { organisationId, pollId });
      await forgetPasses(tx, { organisationId, pollId });
      await forgetSetAside(tx, { organisationId, pollId });
      await forgetKeying(tx, { organisationId, pollId });
      await queueForgettingMarks(tx, { organisationId, pollId, closesAt: poll.closesAt });
      const { root } = await publishHead(tx, folders, organisationId, pollId);
      await recordAct(tx, organisationId, pollId, {
        kind: 'sealed',
        by,
        detail: { ballots, root },
      });
      await recordFact(tx, {
        organisationId,
        kind: 'poll.sealed',
        actorId: by,
        subject: { kind: 'poll', id: pollId },
        detail: { editionId: poll.editionId, ...found },
      });
      // Last of all: if the transaction fails after this, the poll is closed all the same and seals again.
      openKeys(folders.keysFolder).destroyLinkKey(pollId);
      openKeys(folders.keysFolder).destroyReminderKey(pollId);
      return ballots;
    });
    await checkpoint(db);
    return { ok: true, ballots };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Of those who voted online, there is one ballot each. */
async function countOnline(tx: Tx, pollId: string): Promise<{ voters: number; ballots: number }> {
  const { rows } = await sql<{ voters: number; ballots: number }>`select
    (select count(*) from ${partition('elector', pollId)} where channel_state = 'online') as voters,
    (select count(*) from ${partition('ballot_slot', pollId)} where channel = 'online') as ballots`.execute(
    tx,
  );
  return rows[0]!;
}
