import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Acting } from './action.store.ts';
import { type Line, totalOf, type WrittenAction } from './action.ts';
import type { Version } from './version.ts';

type Kept = WrittenAction & { lines: readonly Line[] };

/** Keeps what is handed in now, whole. The caller holds the action's lock. */
export async function keepVersion(
  tx: Tx,
  act: Acting & { by: string },
  action: WrittenAction & { id: string },
  lines: readonly Line[],
): Promise<void> {
  const { organisationId, by } = act;
  const kept: Kept = {
    title: action.title,
    summary: action.summary,
    kind: action.kind,
    description: action.description,
    involvement: action.involvement,
    inclusion: action.inclusion,
    reproduction: action.reproduction,
    steps: action.steps,
    materials: action.materials,
    lines,
  };
  await tx
    .insertInto('fund_action_version')
    .values({
      organisation_id: organisationId,
      action_id: action.id,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from fund_action_version
        where organisation_id = ${organisationId} and action_id = ${action.id})`,
      content: JSON.stringify(kept),
      submitted_by: by,
    })
    .execute();
}

/** Every time it was handed in, the first first. */
export async function listVersions(
  db: Db,
  organisationId: string,
  actionId: string,
): Promise<Version[]> {
  const rows = await db
    .selectFrom('fund_action_version')
    .select(['number', 'content', 'submitted_by', 'submitted_at'])
    .where('organisation_id', '=', organisationId)
    .where('action_id', '=', actionId)
    .orderBy('number')
    .execute();
  return rows.map((row) => {
    const kept = row.content as unknown as Kept;
    return {
      ...kept,
      maximum: totalOf(kept.lines),
      number: row.number,
      submittedBy: row.submitted_by,
      submittedAt: row.submitted_at,
    };
  });
}

/** How often it was handed in. */
export async function countVersions(
  db: Db,
  organisationId: string,
  actionId: string,
): Promise<number> {
  const { versions } = await db
    .selectFrom('fund_action_version')
    .select(sql<number>`count(*)::int`.as('versions'))
    .where('organisation_id', '=', organisationId)
    .where('action_id', '=', actionId)
    .executeTakeFirstOrThrow();
  return versions;
}
