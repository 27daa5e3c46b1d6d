import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { openBox } from '../box/box-access.store.ts';
import { isLineJustMade } from '../box/elector.store.ts';
import { forgetTurnout } from '../box/turnout.store.ts';
import { findPollAt, lockPoll } from '../poll.store.ts';
import { type Poll, pollState } from '../poll.ts';
import {
  countConcerned,
  holdBox,
  type MarkedRule,
  refuseConcerned,
  restoreLine,
} from './concerned.store.ts';
import {
  type ConfirmationRefusal,
  type InvalidationRule,
  type ProposalRefusal,
  type RestoringRefusal,
  refuseState,
} from './invalidation.ts';

type OfficerAct = Act & { by: string };
type Outcome<R> = { ok: true } | { ok: false; refusal: R };

class Refusal extends Error {
  readonly refusal: ConfirmationRefusal | RestoringRefusal;
  constructor(refusal: ConfirmationRefusal | RestoringRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** An act in one transaction; a refusal within ends it, and everything it wrote. */
async function act<R extends Refusal['refusal']>(
  db: Database,
  work: (tx: Tx) => Promise<void>,
): Promise<Outcome<R>> {
  const once = () => db.transaction().execute(work);
  try {
    await once().catch((error) => {
      // somebody came with one of the marks at the same instant: their line is there now
      if (isLineJustMade(error)) return once();
      throw error;
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error.refusal as R };
    throw error;
  }
}

/** The poll as it is now, under a lock that acts of the office wait for; votes do not. */
async function lockUnsealed(tx: Tx, organisationId: string, pollId: string): Promise<Poll> {
  await lockPoll(tx, organisationId, pollId);
  await holdBox(tx, pollId);
  const { poll, now } = await findPollAt(tx, organisationId, pollId);
  if (!poll) throw new Error(`No poll ${pollId}.`);
  const refusal = refuseState(pollState(poll, now));
  if (refusal) throw new Refusal(refusal);
  return poll;
}

/** Writes down a rule and its reason, with what it concerns now. Nothing leaves the box yet. */
export async function proposeInvalidation(
  db: Database,
  { organisationId, by }: OfficerAct,
  pollId: string,
  proposed: MarkedRule & { reason: string },
): Promise<Outcome<ProposalRefusal>> {
  return act(db, async (tx) => {
    const poll = await lockUnsealed(tx, organisationId, pollId);
    const { lines, ballots } = await countConcerned(tx, pollId, proposed);
    if (lines === 0) throw new Refusal('nobody-concerned');
    await tx
      .insertInto('poll_invalidation')
      .values({
        organisation_id: organisationId,
        poll_id: pollId,
        rule: JSON.stringify(proposed.rule),
        marks: [...proposed.marks],
        reason: proposed.reason,
        proposed_by: by,
        lines,
        ballots,
      })
      .execute();
    await tell(tx, 'proposed', { organisationId, by }, poll, { lines, ballots });
  });
}

/** Another officer agrees: the lines are refused and their ballots leave the box, all of it or nothing. */
export async function confirmInvalidation(
  db: Database,
  folders: { keysFolder: string },
  { organisationId, by }: OfficerAct,
  pollId: string,
  id: string,
): Promise<Outcome<ConfirmationRefusal>> {
  const opened = await openBox(db, folders, { organisationId, pollId });
  if (!opened.ok)
    return {
      ok: false,
      refusal: opened.refusal === 'box-out-of-reach' ? 'box-out-of-reach' : 'box-sealed',
    };
  const { linkKey } = opened.box;
  try {
    return await act(db, async (tx) => {
      const poll = await lockUnsealed(tx, organisationId, pollId);
      const waiting = await findWaiting(tx, organisationId, pollId, id);
      if (waiting.proposedBy === by) throw new Refusal('same-officer');
      const done = await refuseConcerned(tx, { organisationId, pollId }, linkKey, waiting);
      if (done.lines === 0) throw new Refusal('nobody-concerned');
      await settle(tx, organisationId, id, { outcome: 'confirmed', by, ...done });
      await tell(tx, 'confirmed', { organisationId, by }, poll, done);
    });
  } finally {
    linkKey.fill(0);
    forgetTurnout(pollId);
  }
}

/** Either of them, or anybody else of the office, gives a proposal up; after the sealing too. */
export async function withdrawInvalidation(
  db: Database,
  { organisationId, by }: OfficerAct,
  pollId: string,
  id: string,
): Promise<Outcome<'settled-already'>> {
  return act(db, async (tx) => {
    await lockPoll(tx, organisationId, pollId);
    const { poll } = await findPollAt(tx, organisationId, pollId);
    const { lines, ballots } = await findWaiting(tx, organisationId, pollId, id);
    await settle(tx, organisationId, id, { outcome: 'withdrawn', by, lines, ballots });
    await tell(tx, 'withdrawn', { organisationId, by }, poll!, { lines, ballots });
  });
}

/** Somebody who contests, and has proven who they are to an officer, may vote again until the close. */
export async function restoreVoter(
  db: Database,
  { organisationId, by }: OfficerAct,
  pollId: string,
  id: string,
  marks: readonly string[],
): Promise<Outcome<RestoringRefusal>> {
  return act(db, async (tx) => {
    const poll = await lockUnsealed(tx, organisationId, pollId);
    const { now } = await findPollAt(tx, organisationId, pollId);
    if (pollState(poll, now) !== 'open') throw new Refusal('vote-over');
    if (!(await restoreLine(tx, pollId, marks))) throw new Refusal('nobody-found');
    const counted = await tx
      .updateTable('poll_invalidation')
      .set((eb) => ({ restored: eb('restored', '+', 1) }))
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .where('id', '=', id)
      .where('outcome', '=', 'confirmed')
      .whereRef('restored', '<', 'lines')
      .returning('id')
      .executeTakeFirst();
    if (!counted) throw new Refusal('all-restored');
    await tell(tx, 'restored', { organisationId, by }, poll, {});
  });
}

async function findWaiting(
  tx: Tx,
  organisationId: string,
  pollId: string,
  id: string,
): Promise<MarkedRule & { proposedBy: string; lines: number; ballots: number }> {
  const row = await tx
    .selectFrom('poll_invalidation')
    .select(['rule', 'marks', 'proposed_by', 'outcome', 'lines', 'ballots'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row || row.outcome !== null) throw new Refusal('settled-already');
  const { marks, lines, ballots } = row;
  const rule = row.rule as unknown as InvalidationRule;
  return { rule, marks, lines, ballots, proposedBy: row.proposed_by };
}

async function settle(
  tx: Tx,
  organisationId: string,
  id: string,
  settled: { outcome: 'confirmed' | 'withdrawn'; by: string; lines: number; ballots: number },
): Promise<void> {
  const { outcome, by, lines, ballots } = settled;
  await tx
    .updateTable('poll_invalidation')
    .set({
      ...{ outcome, lines, ballots, marks: [] },
      settled_by: by,
      settled_at: sql`palabre_now()`,
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** Who did what to how many; never to whom. */
async function tell(
  tx: Tx,
  what: 'proposed' | 'confirmed' | 'withdrawn' | 'restored',
  { organisationId, by }: OfficerAct,
  { id, editionId }: Poll,
  counts: { lines?: number; ballots?: number },
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind: what === 'restored' ? 'poll.voter-restored' : `poll.invalidation-${what}`,
    actorId: by,
    subject: { kind: 'poll', id },
    detail: { editionId, ...counts },
  });
}
