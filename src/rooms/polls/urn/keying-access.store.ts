import { sql } from 'kysely';
import { type Database, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { partition } from '../box/partitions.store.ts';
import { findPoll } from '../poll.store.ts';
import type { Poll } from '../poll.ts';
import { findBatch } from './batch.store.ts';
import type { Batch, BatchRefusal } from './batch.ts';
import type { ClosingRefusal } from './point-paper.ts';

type UrnRefusal = BatchRefusal | ClosingRefusal;

/** Ends the transaction with a refusal, and everything it wrote with it. */
export class UrnRefused extends Error {
  readonly refusal: UrnRefusal;
  constructor(refusal: UrnRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Who does something to the paper of which poll. */
export interface UrnAct {
  organisationId: string;
  pollId: string;
  by: string;
}

export type Refusable<T, R extends UrnRefusal = BatchRefusal> =
  | ({ ok: true } & T)
  | { ok: false; refusal: R };

/** In a transaction that a sealing waits for, and that waits for a sealing. */
export async function withinKeying<T, R extends UrnRefusal = BatchRefusal>(
  db: Database,
  act: UrnAct,
  work: (tx: Tx) => Promise<T>,
): Promise<Refusable<T, R>> {
  try {
    return await db.transaction().execute(async (tx) => {
      await expectKeying(tx, act);
      return { ok: true as const, ...(await work(tx)) };
    });
  } catch (error) {
    if (error instanceof UrnRefused) return { ok: false, refusal: error.refusal as R };
    const refusal = ofConstraint[violatedConstraint(error) ?? ''];
    if (refusal) return { ok: false, refusal: refusal as R };
    throw error;
  }
}

const ofConstraint: Record<string, BatchRefusal> = {
  paper_batch_once: 'batch-number-taken',
  paper_batch_is_signed: 'batch-signed',
  paper_keying_two_persons: 'batch-taken',
  paper_totals_two_persons: 'totals-same-person',
};

/** After the close and before the sealing, where one may vote on paper; asked under the box's own lock. */
async function expectKeying(tx: Tx, { organisationId, pollId }: UrnAct): Promise<void> {
  await sql`lock table ${partition('ballot_slot', pollId)} in row exclusive mode`.execute(tx);
  const { rows } = await sql<{ open: boolean }>`
    select palabre_now() >= p.closes_at and coalesce(p.settings ->> 'paper', 'none') <> 'none'
      and not exists (select 1 from poll_act a where a.organisation_id = p.organisation_id
        and a.poll_id = p.id and a.kind in ('closed', 'locked')) as open
    from poll p where p.organisation_id = ${organisationId} and p.id = ${pollId}`.execute(tx);
  if (!rows[0]?.open) throw new UrnRefused('keying-not-open');
}

/** A point is closed, or opens a batch: one after the other. */
export async function lockPoints(tx: Tx, { organisationId, pollId }: UrnAct): Promise<void> {
  await tx
    .selectFrom('poll')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', pollId)
    .forNoKeyUpdate()
    .execute();
}

/** A batch and its poll, nobody else changing it until the end of the transaction. */
export async function lockBatch(
  tx: Tx,
  { organisationId, pollId }: UrnAct,
  batchId: string,
): Promise<{ batch: Batch; poll: Poll }> {
  await tx
    .selectFrom('paper_batch')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('id', '=', batchId)
    .forUpdate()
    .execute();
  const batch = await findBatch(tx, { organisationId, pollId }, batchId);
  const poll = await findPoll(tx, organisationId, pollId);
  // removed a moment ago
  if (!batch || !poll) throw new UrnRefused('batch-gone');
  if (batch.signed) throw new UrnRefused('batch-signed');
  return { batch, poll };
}
