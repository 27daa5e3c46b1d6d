import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { dayInParis } from '../../platform/clock/paris.ts';
import { type Db, readNow } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { checkStep, type StepChange, type StepField, type StepRefusal } from './advance.ts';
import { findRealisationById } from './realisation.store.ts';
import type { Mode, Realisation, Stage } from './realisation.ts';
import {
  type Act,
  bumpVersion,
  type Gone,
  lockRealisation,
  type Named,
  tellRealisation,
} from './realisation-lock.store.ts';

/** Who leads it, and its money: everything but its steps. */
export interface Frame {
  departmentId: string | null;
  mode: Mode;
  /** Cents; null: not known. */
  committedCost: number | null;
  spentCost: number | null;
  /** What it changed, in one sentence. */
  outcome: string;
}

type Changed = { ok: false; refusal: 'changed-meanwhile'; realisation: Realisation };

/** Of what a form was made from: two people who save at once are told. */
const markOf = (...held: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(held)).digest('hex').slice(0, 16);

export const markFrame = (frame: Frame): string => {
  const { departmentId, mode, committedCost, spentCost, outcome } = frame;
  return markOf(departmentId, mode, committedCost, spentCost, outcome);
};

export function markStep(realisation: Realisation, stage: Stage): string {
  const step = realisation.steps.find((one) => one.stage === stage);
  return markOf(
    step?.title,
    step?.description,
    step?.plannedOn,
    step?.plannedIsMonth,
    step?.doneOn,
    step?.doneIsMonth,
  );
}

export async function saveFrame(
  db: Db,
  act: Act,
  named: Named,
  frame: Frame,
  mark: string,
): Promise<{ ok: true } | Changed | Gone> {
  return inTransaction(db, async (tx) => {
    const before = await lockRealisation(tx, act, named.realisationId);
    if (!before) return { ok: false, refusal: 'not-found' };
    if (markFrame(before) === markFrame(frame)) return { ok: true };
    if (mark !== markFrame(before))
      return { ok: false, refusal: 'changed-meanwhile', realisation: before };
    await tx
      .updateTable('realisation')
      .set({
        department_id: frame.departmentId,
        mode: frame.mode,
        committed_cost: frame.committedCost,
        spent_cost: frame.spentCost,
        outcome: frame.outcome,
        version: sql<number>`version + 1`,
      })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', named.realisationId)
      .execute();
    await tellRealisation(tx, act, before, named, 'realisation.changed', {
      from: { ...pickFrame(before) },
      to: { ...pickFrame(frame) },
    });
    return { ok: true };
  });
}

const pickFrame = ({ departmentId, mode, committedCost, spentCost, outcome }: Frame): Frame => ({
  departmentId,
  mode,
  committedCost,
  spentCost,
  outcome,
});

/** Tells a step. `mark`: of what the form was made from; left out by seeds. */
export async function saveStep(
  db: Db,
  act: Act,
  named: Named,
  stage: Stage,
  change: StepChange,
  mark?: string,
): Promise<
  | { ok: true; reached: boolean }
  | { ok: false; refusal: 'not-valid'; problems: Partial<Record<StepField, StepRefusal>> }
  | Changed
  | Gone
> {
  return inTransaction(db, async (tx) => {
    const before = await lockRealisation(tx, act, named.realisationId);
    const step = before?.steps.find((one) => one.stage === stage);
    if (!before || !step) return { ok: false, refusal: 'not-found' };
    const isSame = markStep(before, stage) === markOf(...contentOf(change));
    if (isSame) return { ok: true, reached: false };
    if (mark !== undefined && mark !== markStep(before, stage))
      return { ok: false, refusal: 'changed-meanwhile', realisation: before };
    const today = dayInParis(await readNow(tx));
    const problems = checkStep(before.steps, before.halt?.kind ?? null, stage, change, today);
    if (Object.keys(problems).length > 0) return { ok: false, refusal: 'not-valid', problems };
    await tx
      .updateTable('realisation_step')
      .set({
        title: change.title,
        description: change.description,
        planned_on: change.plannedOn,
        planned_is_month: change.plannedIsMonth,
        done_on: change.doneOn,
        done_is_month: change.doneIsMonth,
      })
      .where('organisation_id', '=', act.organisationId)
      .where('realisation_id', '=', before.id)
      .where('stage', '=', stage)
      .execute();
    await bumpVersion(tx, act, before.id);
    const reached = step.doneOn === null && change.doneOn !== null;
    await tellRealisation(
      tx,
      act,
      before,
      named,
      reached ? 'realisation.advanced' : 'realisation.step-told',
      {
        stage,
        from: { plannedOn: step.plannedOn, doneOn: step.doneOn },
        to: { plannedOn: change.plannedOn, doneOn: change.doneOn },
      },
    );
    return { ok: true, reached };
  });
}

const contentOf = (change: StepChange): unknown[] => [
  change.title,
  change.description,
  change.plannedOn,
  change.plannedIsMonth,
  change.doneOn,
  change.doneIsMonth,
];

/** Tells what was done of a step on its day, for seeds: what was done before it must be told before it. */
export async function recordStep(
  db: Db,
  organisationId: string,
  realisationId: string,
  step: { stage: Stage; title: string; description: string; doneOn: string | null },
): Promise<void> {
  const realisation = await findRealisationById(db, organisationId, realisationId);
  const before = realisation?.steps.find((one) => one.stage === step.stage);
  if (!before) throw new Error(`No step ${step.stage} to tell.`);
  const told = await saveStep(
    db,
    { organisationId, by: null },
    { realisationId, number: null, title: '' },
    step.stage,
    {
      title: step.title,
      description: step.description,
      plannedOn: before.plannedOn,
      plannedIsMonth: before.plannedIsMonth,
      doneOn: step.doneOn,
      doneIsMonth: false,
    },
  );
  if (!told.ok) throw new Error(`The step ${step.stage} is not told: ${told.refusal}.`);
}
