import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { hashText, signText, writeCanonical } from '../box/box.crypto.ts';
import type { Poll } from '../poll.ts';
import type { SignedStatement } from './channels.store.ts';
import {
  lockPoints,
  type Refusable,
  type UrnAct,
  UrnRefused,
  withinKeying,
} from './keying-access.store.ts';
import type { PointTotals } from './totals.ts';

export interface KeptTotals {
  pointId: string;
  totals: PointTotals;
  importedBy: string;
  /** null: they wait for the second person. */
  confirmedBy: string | null;
  /** Of what is kept: who confirms says what they saw. */
  mark: string;
}

interface PollKey {
  organisationId: string;
  pollId: string;
}

export async function listTotals(
  db: Db,
  { organisationId, pollId }: PollKey,
): Promise<KeptTotals[]> {
  const rows = await db
    .selectFrom('paper_totals')
    .select(['point_id', 'body', 'imported_by', 'confirmed_by'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .orderBy('point_id')
    .execute();
  return rows.map(({ point_id, body, imported_by, confirmed_by }) => ({
    pointId: point_id,
    totals: body as unknown as PointTotals,
    importedBy: imported_by,
    confirmedBy: confirmed_by,
    mark: hashText(writeCanonical(body)),
  }));
}

/** Those that two people signed: what a count takes. */
export async function listSignedTotals(db: Db, poll: PollKey): Promise<PointTotals[]> {
  const kept = await listTotals(db, poll);
  return kept.flatMap(({ totals, confirmedBy }) => (confirmedBy === null ? [] : [totals]));
}

export async function listTotalsStatements(
  db: Db,
  { organisationId, pollId }: PollKey,
): Promise<SignedStatement[]> {
  const rows = await db
    .selectFrom('paper_totals')
    .select(['statement', 'signature'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('signed_at', 'is not', null)
    .orderBy('point_id')
    .execute();
  return rows.map((row) => ({ statement: row.statement!, signature: row.signature! }));
}

/** Keeps the totals of a point, in the place of those that waited; nothing counts before they are confirmed. */
export async function importTotals(
  db: Database,
  act: UrnAct,
  pointId: string,
  totals: PointTotals,
): Promise<Refusable<object>> {
  const { organisationId, pollId, by } = act;
  return withinKeying(db, act, async (tx) => {
    await expectOpenPoint(tx, act, pointId);
    const written = { body: JSON.stringify(totals), imported_by: by };
    await tx
      .insertInto('paper_totals')
      .values({ organisation_id: organisationId, poll_id: pollId, point_id: pointId, ...written })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'poll_id', 'point_id'])
          .doUpdateSet({ ...written, imported_at: sql<Date>`palabre_now()` }),
      )
      .execute();
    await tell(tx, act, 'urn.totals-imported', pointId, totals);
    return {};
  });
}

/** Takes back totals that nobody has confirmed. */
export async function removeTotals(
  db: Database,
  act: UrnAct,
  pointId: string,
): Promise<Refusable<object>> {
  return withinKeying(db, act, async (tx) => {
    const kept = await lockTotals(tx, act, pointId);
    await tx
      .deleteFrom('paper_totals')
      .where('organisation_id', '=', act.organisationId)
      .where('poll_id', '=', act.pollId)
      .where('point_id', '=', pointId)
      .execute();
    await tell(tx, act, 'urn.totals-removed', pointId, kept.totals);
    return {};
  });
}

/** A second person signs what they see; `mark` is of that. */
export async function confirmTotals(
  db: Database,
  folders: { keysFolder: string },
  act: UrnAct,
  poll: Poll,
  { pointId, mark }: { pointId: string; mark: string },
): Promise<Refusable<object>> {
  return withinKeying(db, act, async (tx) => {
    const kept = await lockTotals(tx, act, pointId);
    if (kept.mark !== mark) throw new UrnRefused('totals-changed');
    const statement = writeCanonical({
      format: 'pb-totals-v1',
      poll: poll.id,
      manifest: poll.manifestHash,
      point: pointId,
      ...kept.totals,
      roles: ['importer', 'confirmer'],
    });
    await tx
      .updateTable('paper_totals')
      .set({
        confirmed_by: act.by,
        statement,
        signature: signText(openKeys(folders.keysFolder).signingKey(), 'pb-totals-v1', statement),
        signed_at: sql<Date>`palabre_now()`,
      })
      .where('organisation_id', '=', act.organisationId)
      .where('poll_id', '=', act.pollId)
      .where('point_id', '=', pointId)
      .execute();
    await tell(tx, act, 'urn.totals-confirmed', pointId, kept.totals);
    return {};
  });
}

async function expectOpenPoint(tx: Tx, act: UrnAct, pointId: string): Promise<void> {
  await lockPoints(tx, act);
  const closed = await tx
    .selectFrom('paper_point_closing')
    .select('point_id')
    .where('organisation_id', '=', act.organisationId)
    .where('poll_id', '=', act.pollId)
    .where('point_id', '=', pointId)
    .executeTakeFirst();
  if (closed) throw new UrnRefused('point-closed');
}

async function lockTotals(tx: Tx, act: UrnAct, pointId: string): Promise<KeptTotals> {
  await lockPoints(tx, act);
  const kept = (await listTotals(tx, act)).find((one) => one.pointId === pointId);
  if (!kept) throw new UrnRefused('totals-changed');
  if (kept.confirmedBy !== null) throw new UrnRefused('batch-signed');
  return kept;
}

async function tell(
  tx: Tx,
  { organisationId, pollId, by }: UrnAct,
  kind: `urn.totals-${'imported' | 'removed' | 'confirmed'}`,
  pointId: string,
  { valid, blank, void: spoilt }: PointTotals,
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'poll', id: pollId },
    detail: { pointId, valid, blank, void: spoilt },
  });
}
