import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';
import { lockAssignments } from './opinion-writing.store.ts';
import { findRun } from './run.store.ts';
import { refuseUndo, SKIPPED, type Skipped, type UndoRefusal } from './run.ts';

export interface RunOutcome {
  /** How many ideas were left as they were, by why. */
  skipped: Record<Skipped, number>;
  /** How many of what it asked a department has begun, answered or given back. */
  begun: number;
}

export async function findRunOutcome(
  db: Db,
  organisationId: string,
  id: string,
): Promise<RunOutcome> {
  const items = await sql<{ outcome: string; count: number }>`
    select outcome, count(*) as count from assignment_item
    where organisation_id = ${organisationId} and run_id = ${id} and outcome is not null group by outcome`.execute(
    db,
  );
  const skipped = Object.fromEntries(
    SKIPPED.map((why) => [why, items.rows.find(({ outcome }) => outcome === why)?.count ?? 0]),
  ) as Record<Skipped, number>;
  return { skipped, begun: await countBegun(db, organisationId, id) };
}

async function countBegun(db: Db, organisationId: string, runId: string): Promise<number> {
  const { rows } = await sql<{ begun: number }>`
    select count(*) as begun from opinion where organisation_id = ${organisationId} and run_id = ${runId}
      and (state in ('given', 'returned') or (state = 'asked' and saved_at >= asked_at))`.execute(
    db,
  );
  return rows[0]!.begun;
}

/** Takes back everything that a run asked, unless a department has begun to answer. */
export async function undoRun(
  db: Db,
  { organisationId, by }: Act,
  id: string,
): Promise<{ ok: true; withdrawn: number } | { ok: false; refusal: UndoRefusal }> {
  return inTransaction(db, async (tx) => {
    const run = await findRun(tx, organisationId, id, { lock: true });
    if (!run) return { ok: false, refusal: 'undone' };
    await lockAssignments(tx, organisationId, run.editionId);
    // whoever answers now waits, and finds that it is not asked any more
    await sql`select from opinion where organisation_id = ${organisationId} and run_id = ${id}
      order by idea_id for update`.execute(tx);
    const refusal = refuseUndo(run, await countBegun(tx, organisationId, id));
    if (refusal) return { ok: false, refusal };
    const { rows } = await sql`update opinion set state = 'withdrawn', version = version + 1
      where organisation_id = ${organisationId} and run_id = ${id} and state = 'asked' returning id`.execute(
      tx,
    );
    await tx
      .updateTable('assignment_run')
      .set({ undone_at: sql<Date>`palabre_now()`, undone_by: by })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'assignment-run.undone',
      actorId: by,
      subject: { kind: 'assignment-run', id },
      detail: { editionId: run.editionId, departmentId: run.departmentId, ideas: rows.length },
    });
    return { ok: true, withdrawn: rows.length };
  });
}
