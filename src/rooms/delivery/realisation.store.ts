import { sql } from 'kysely';
import type { Database, Db } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import { findMode } from './mode.store.ts';
import {
  type HaltKind,
  type Mode,
  planSteps,
  type Realisation,
  type RealisationStep,
  STAGES,
} from './realisation.ts';

export interface Winner {
  projectId: string;
  /** Cents. */
  cost: number;
}

/** Makes a realisation with its planned steps for each winner that has none yet: may be called again. */
export async function beginRealisations(
  db: Database,
  organisationId: string,
  editionId: string,
  winners: readonly Winner[],
  announcedOn: string,
): Promise<void> {
  if (winners.length === 0) return;
  await db.transaction().execute(async (tx) => {
    const mode = await findMode(tx, organisationId, editionId);
    const begun = await tx
      .insertInto('realisation')
      .values(
        winners.map((winner) => ({
          organisation_id: organisationId,
          edition_id: editionId,
          project_id: winner.projectId,
          voted_cost: winner.cost,
          mode,
        })),
      )
      .onConflict((conflict) => conflict.constraint('realisation_once').doNothing())
      .returning('id')
      .execute();
    if (begun.length === 0) return;
    const plan = planSteps(announcedOn);
    await tx
      .insertInto('realisation_step')
      .values(
        begun.flatMap(({ id }) =>
          plan.map((step) => ({
            organisation_id: organisationId,
            realisation_id: id,
            position: STAGES.indexOf(step.stage),
            stage: step.stage,
            planned_on: step.plannedOn,
            done_on: step.doneOn,
          })),
        ),
      )
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'realisations.begun',
      actorId: null,
      subject: { kind: 'edition', id: editionId },
      detail: { realisations: begun.length },
    });
  });
}

/** Every realisation of an edition with its steps, in one query. */
export async function listRealisations(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Realisation[]> {
  return (
    await realisations(db, organisationId).where('r.edition_id', '=', editionId).execute()
  ).map(asRealisation);
}

/** Every realisation that one of these departments leads, of whatever edition. */
export async function listRealisationsLedBy(
  db: Db,
  organisationId: string,
  departmentIds: readonly string[],
): Promise<Realisation[]> {
  if (departmentIds.length === 0) return [];
  const rows = await realisations(db, organisationId)
    .where('r.department_id', 'in', [...departmentIds])
    .orderBy('r.next_on')
    .orderBy('r.id')
    .execute();
  return rows.map(asRealisation);
}

export async function findRealisation(
  db: Db,
  organisationId: string,
  projectId: string,
): Promise<Realisation | null> {
  const row = await realisations(db, organisationId)
    .where('r.project_id', '=', projectId)
    .executeTakeFirst();
  return row ? asRealisation(row) : null;
}

export async function findRealisationById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Realisation | null> {
  if (!isUuid(id)) return null;
  const row = await realisations(db, organisationId).where('r.id', '=', id).executeTakeFirst();
  return row ? asRealisation(row) : null;
}

function realisations(db: Db, organisationId: string) {
  return db
    .selectFrom('realisation as r')
    .select([
      'r.id',
      'r.edition_id',
      'r.project_id',
      'r.voted_cost',
      'r.committed_cost',
      'r.spent_cost',
      'r.department_id',
      'r.mode',
      'r.outcome',
    ])
    .select(
      sql<RealisationStep[]>`(select coalesce(jsonb_agg(jsonb_build_object(
          'id', s.id, 'stage', s.stage, 'title', s.title, 'description', s.description,
          'plannedOn', s.planned_on, 'doneOn', s.done_on,
          'plannedIsMonth', s.planned_is_month, 'doneIsMonth', s.done_is_month) order by s.position), '[]')
        from realisation_step s
        where s.organisation_id = r.organisation_id and s.realisation_id = r.id)`.as('steps'),
    )
    .select(
      sql<{ kind: HaltKind; reason: string; at: string } | null>`(
        select jsonb_build_object('kind', h.kind, 'reason', h.reason, 'at', h.halted_at)
        from realisation_halt h
        where h.organisation_id = r.organisation_id and h.realisation_id = r.id and h.lifted_at is null)`.as(
        'halt',
      ),
    )
    .where('r.organisation_id', '=', organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof realisations>['executeTakeFirstOrThrow']>>;

function asRealisation(row: Row): Realisation {
  return {
    id: row.id,
    editionId: row.edition_id,
    projectId: row.project_id,
    votedCost: row.voted_cost,
    committedCost: row.committed_cost,
    spentCost: row.spent_cost,
    departmentId: row.department_id,
    mode: row.mode as Mode,
    outcome: row.outcome,
    halt: row.halt && { ...row.halt, at: new Date(row.halt.at) },
    steps: row.steps,
  };
}
