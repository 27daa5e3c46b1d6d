import { sql } from 'kysely';
import type { Database, Db } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { planSteps, type Realisation, type RealisationStep, STAGES } from './realisation.ts';

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
    const begun = await tx
      .insertInto('realisation')
      .values(
        winners.map((winner) => ({
          organisation_id: organisationId,
          edition_id: editionId,
          project_id: winner.projectId,
          voted_cost: winner.cost,
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

/** Tells what was done of a step: for seeds now, for the departments' screens later. */
export async function recordStep(
  db: Database,
  organisationId: string,
  realisationId: string,
  step: {
    stage: RealisationStep['stage'];
    title: string;
    description: string;
    doneOn: string | null;
  },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('realisation_step')
      .set({ title: step.title, description: step.description, done_on: step.doneOn })
      .where('organisation_id', '=', organisationId)
      .where('realisation_id', '=', realisationId)
      .where('stage', '=', step.stage)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'realisation.advanced',
      actorId: null,
      subject: { kind: 'realisation', id: realisationId },
      detail: { stage: step.stage },
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

function realisations(db: Db, organisationId: string) {
  return db
    .selectFrom('realisation as r')
    .select(['r.id', 'r.project_id', 'r.voted_cost'])
    .select(
      sql<RealisationStep[]>`(select coalesce(jsonb_agg(jsonb_build_object(
          'id', s.id, 'stage', s.stage, 'title', s.title, 'description', s.description,
          'plannedOn', s.planned_on, 'doneOn', s.done_on) order by s.position), '[]')
        from realisation_step s
        where s.organisation_id = r.organisation_id and s.realisation_id = r.id)`.as('steps'),
    )
    .where('r.organisation_id', '=', organisationId);
}

function asRealisation(row: {
  id: string;
  project_id: string;
  voted_cost: number;
  steps: RealisationStep[];
}): Realisation {
  return { id: row.id, projectId: row.project_id, votedCost: row.voted_cost, steps: row.steps };
}
