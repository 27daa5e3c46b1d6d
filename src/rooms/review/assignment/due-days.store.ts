import { sql } from 'kysely';
import { type Db, readNow } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { type Act, dayInParis } from '../../spaces/index.ts';
import { checkDueDay, type DueRefusal } from './assignment.ts';
import { findAssignment } from './opinion.store.ts';
import {
  aboutOf,
  lockAssignments,
  refuseSettled,
  type SettleRefusal,
} from './opinion-writing.store.ts';
import { type Choice, selectChosen } from './study-list.store.ts';

/** Another last day for what is asked. `seen`: the day that the form was made from. */
export async function changeDueDay(
  db: Db,
  { organisationId, by }: Act,
  id: string,
  { dueOn, seen }: { dueOn: string | null; seen: string },
): Promise<
  { ok: true } | { ok: false; refusal: SettleRefusal | DueRefusal | 'changed-meanwhile' }
> {
  return inTransaction(db, async (tx) => {
    const refusal = checkDueDay(dueOn, dayInParis(await readNow(tx)));
    if (refusal) return { ok: false, refusal };
    const opinion = await findAssignment(tx, organisationId, id, { lock: true });
    if (opinion?.state !== 'asked') return { ok: false, refusal: refuseSettled(opinion) };
    if (opinion.dueOn !== seen) return { ok: false, refusal: 'changed-meanwhile' };
    await tx
      .updateTable('opinion')
      .set({ due_on: dueOn! })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'opinion.due-changed',
      actorId: by,
      subject: { kind: 'idea', id: opinion.ideaId },
      detail: { ...aboutOf(opinion), from: opinion.dueOn, to: dueOn! },
    });
    return { ok: true };
  });
}

/** Another last day for everything that is asked of the ideas chosen, of one department or of all. */
export async function changeDueDays(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  choice: Choice,
  { dueOn, departmentId }: { dueOn: string | null; departmentId: string | null },
): Promise<{ ok: true; changed: number } | { ok: false; refusal: DueRefusal | 'nothing-chosen' }> {
  return inTransaction(db, async (tx) => {
    const refusal = checkDueDay(dueOn, dayInParis(await readNow(tx)));
    if (refusal) return { ok: false, refusal };
    await lockAssignments(tx, organisationId, editionId);
    const { rows } = await sql`
      update opinion set due_on = ${dueOn}::date
      where organisation_id = ${organisationId} and edition_id = ${editionId} and state = 'asked'
        and due_on <> ${dueOn}::date and (${departmentId}::uuid is null or department_id = ${departmentId}::uuid)
        and idea_id in (select s.idea_id ${selectChosen(organisationId, editionId, choice)})
      returning id`.execute(tx);
    if (rows.length === 0) return { ok: false, refusal: 'nothing-chosen' };
    await recordFact(tx, {
      organisationId,
      kind: 'opinions.due-changed',
      actorId: by,
      subject: { kind: 'edition', id: editionId },
      detail: { editionId, departmentId, opinions: rows.length, to: dueOn! },
    });
    return { ok: true, changed: rows.length };
  });
}
