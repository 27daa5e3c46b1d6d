import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { partition } from '../box/partitions.store.ts';
import type { Poll } from '../poll.ts';
import { listPointPapers } from './point-paper.store.ts';
import { isSettled, type PointPaper } from './point-paper.ts';

export type Settlement =
  | { settled: true; points: PointPaper[]; ballots: number }
  /** `box-differs`: the box does not hold the ballots of the signed batches. */
  | { settled: false; why: 'paper-not-settled' | 'box-differs' };

/** Where the paper of a poll stands, asked by the sealing under its lock. */
export async function settlePaper(
  tx: Tx,
  organisationId: string,
  poll: Pick<Poll, 'id' | 'editionId' | 'settings'>,
): Promise<Settlement> {
  const points =
    poll.settings.paper === 'none' ? [] : await listPointPapers(tx, organisationId, poll);
  if (!points.every(isSettled)) return { settled: false, why: 'paper-not-settled' };
  const { rows } = await sql<{ held: number }>`select count(*) as held
    from ${partition('ballot_slot', poll.id)} where channel = 'paper'`.execute(tx);
  const ballots = points.reduce((sum, { valid }) => sum + valid, 0);
  return rows[0]!.held === ballots
    ? { settled: true, points, ballots }
    : { settled: false, why: 'box-differs' };
}

/** How each paper was typed is forgotten with the order of the box; what was signed stays. */
export async function forgetKeying(
  tx: Tx,
  { organisationId, pollId }: { organisationId: string; pollId: string },
): Promise<void> {
  for (const table of ['paper_keyed_ballot', 'paper_decision'] as const)
    await tx
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .execute();
}
