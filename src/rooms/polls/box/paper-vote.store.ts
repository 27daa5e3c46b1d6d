import type { Database, Tx } from '../../../platform/database/database.ts';
import type { WrittenMark } from '../../electorate/index.ts';
import type { PaperRule } from '../settings.ts';
import { hashSlot } from './box.crypto.ts';
import { type BoxRefusal, expectOpen, openBox, Refusal, withinVote } from './box-access.store.ts';
import { type Arrival, type Elector, lockElector, markVoted } from './elector.store.ts';
import { withdrawBallot } from './withdrawal.store.ts';

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

export type PaperOutcome =
  /** `withdrew`: a ballot that this person had cast online no longer counts. */
  { ok: true; withdrew: boolean } | { ok: false; refusal: BoxRefusal };

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
      if (!line.before) return { ok: true, withdrew: false };
      const withdrew = await settleOnline(tx, vote, line.before, linkKey);
      await markVoted(tx, vote, line.id, arrival);
      return { ok: true, withdrew };
    });
  try {
    return await withinVote(record);
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
  if (elector.channel !== 'online') throw new Refusal('voted-on-paper');
  if (vote.rule !== 'paper-wins') throw new Refusal('voted-online');
  return withdrawBallot(tx, vote, hashSlot(linkKey, elector.id), 'paper');
}
