import { type Database, readNow, type Tx } from '../../../platform/database/database.ts';
import type { WrittenMark } from '../../electorate/index.ts';
import type { PaperRule } from '../settings.ts';
import { countVote } from '../watch/counts.store.ts';
import { hashSlot } from './box.crypto.ts';
import { type BoxRefusal, expectOpen, openBox, Refusal, withinVote } from './box-access.store.ts';
import {
  type Arrival,
  type Elector,
  isEnvelopeTaken,
  lockElector,
  markVoted,
  unmarkVoted,
} from './elector.store.ts';
import { forgetTurnout } from './turnout.store.ts';
import { isSetAside, withdrawBallot } from './withdrawal.store.ts';

/** A paper handed to a person at a point of vote. */
export interface PaperVote {
  organisationId: string;
  pollId: string;
  marks: readonly WrittenMark[];
  pointId: string;
  rule: PaperRule;
  /** Of the outer envelope, where online wins; null elsewhere. */
  envelopeNumber: string | null;
}

export type PaperRefusal = BoxRefusal | 'envelope-used';

export type PaperOutcome =
  /** `withdrew`: a ballot that this person had cast online no longer counts. */
  { ok: true; withdrew: boolean } | { ok: false; refusal: PaperRefusal };

class EnvelopeUsed extends Error {}

/**
 * Émargement of a vote on paper, under the same lock as a ballot cast online (R53, R191): of the two at the
 * same instant one comes second, and the rule of the poll decides.
 */
export async function recordPaperVote(
  db: Database,
  folders: { keysFolder: string },
  vote: PaperVote,
): Promise<PaperOutcome> {
  const opened = await openBox(db, folders, vote);
  if (!opened.ok) return opened;
  const { linkKey } = opened.box;
  const arrival: Arrival = {
    channel: 'paper',
    pointId: vote.pointId,
    envelopeNumber: vote.rule === 'online-wins' ? vote.envelopeNumber : null,
  };
  const record = () =>
    db.transaction().execute(async (tx): Promise<PaperOutcome> => {
      const line = await lockElector(tx, vote, vote.marks, arrival);
      if (!line.found) throw new Refusal(line.why);
      await expectOpen(tx, vote);
      const withdrew = line.before !== null && (await settleOnline(tx, vote, line.before, linkKey));
      if (line.before) await markVoted(tx, vote, line.id, arrival);
      await expectUnusedEnvelope(tx, vote, arrival);
      return { ok: true, withdrew };
    });
  try {
    const outcome = await withinVote(record);
    if (outcome.ok) {
      forgetTurnout(vote.pollId);
      countVote(db, { ...vote, channel: 'paper', at: await readNow(db) });
    }
    return outcome;
  } catch (error) {
    if (error instanceof EnvelopeUsed || isEnvelopeTaken(error))
      return { ok: false, refusal: 'envelope-used' };
    throw error;
  } finally {
    linkKey.fill(0);
  }
}

/** Only where paper wins is a ballot taken out of the box again. */
async function settleOnline(
  tx: Tx,
  vote: PaperVote,
  elector: Elector,
  linkKey: Buffer,
): Promise<boolean> {
  if (elector.channel === 'none') return false;
  if (elector.channel === 'refused') throw new Refusal('declared-invalid');
  if (elector.channel !== 'online') throw new Refusal('voted-on-paper');
  if (vote.rule !== 'paper-wins') throw new Refusal('voted-online');
  return withdrawBallot(tx, vote, hashSlot(linkKey, elector.id), 'paper');
}

/** Asked once the number is written: whoever had it has either let it go, or set it aside, by now. */
async function expectUnusedEnvelope(
  tx: Tx,
  vote: PaperVote,
  { pointId, envelopeNumber: number }: Arrival,
): Promise<void> {
  if (pointId && number && (await isSetAside(tx, vote, { pointId, number })))
    throw new EnvelopeUsed();
}

export type TakenBack = { ok: true } | { ok: false; refusal: BoxRefusal | 'no-paper-here' };

/**
 * A paper handed out by mistake comes back before it was used: the line says again that nobody came. Only
 * from paper of this very point to nothing: a ballot that the paper had withdrawn stays withdrawn, and its
 * voter votes anew.
 */
export async function takeBackPaper(
  db: Database,
  vote: Pick<PaperVote, 'organisationId' | 'pollId' | 'marks' | 'pointId'>,
): Promise<TakenBack> {
  const none: Arrival = { channel: 'paper', pointId: vote.pointId, envelopeNumber: null };
  const taken = await withinVote(() =>
    db.transaction().execute(async (tx): Promise<{ ok: true }> => {
      const line = await lockElector(tx, vote, vote.marks, none);
      if (!line.found) throw new Refusal(line.why);
      await expectOpen(tx, vote);
      if (line.before?.channel !== 'paper' || line.before.pointId !== vote.pointId)
        throw new NoPaperHere();
      await unmarkVoted(tx, vote, line.id);
      return { ok: true };
    }),
  ).catch((error) => {
    if (error instanceof NoPaperHere) return { ok: false, refusal: 'no-paper-here' } as const;
    throw error;
  });
  if (taken.ok) forgetTurnout(vote.pollId);
  return taken;
}

class NoPaperHere extends Error {}
