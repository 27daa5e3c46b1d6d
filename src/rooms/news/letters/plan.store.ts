import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { HeldFor, Plan } from './plan.ts';

export async function findPlan(
  db: Db,
  organisationId: string,
  newsletterId: string,
): Promise<Plan | null> {
  return (await findPlans(db, organisationId, [newsletterId])).get(newsletterId) ?? null;
}

/** By newsletter. */
export async function findPlans(
  db: Db,
  organisationId: string,
  newsletterIds: readonly string[],
): Promise<Map<string, Plan>> {
  if (newsletterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('newsletter_plan')
    .select(['newsletter_id', 'sends_at', 'pause_reason', 'planned_by', 'held_for'])
    .where('organisation_id', '=', organisationId)
    .where('newsletter_id', 'in', newsletterIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.newsletter_id,
      {
        sendsAt: row.sends_at,
        pauseReason: row.pause_reason,
        plannedBy: row.planned_by,
        heldFor: row.held_for as HeldFor | null,
      },
    ]),
  );
}

/** In the place of the one that was there, held or not. */
export async function putPlan(
  tx: Tx,
  organisationId: string,
  newsletterId: string,
  { sendsAt, pauseReason, plannedBy }: Omit<Plan, 'heldFor'>,
): Promise<void> {
  await removePlan(tx, organisationId, newsletterId);
  await tx
    .insertInto('newsletter_plan')
    .values({
      organisation_id: organisationId,
      newsletter_id: newsletterId,
      sends_at: sendsAt,
      pause_reason: pauseReason,
      planned_by: plannedBy,
    })
    .execute();
}

/** False: there was none. */
export async function removePlan(
  tx: Tx,
  organisationId: string,
  newsletterId: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('newsletter_plan')
    .where('organisation_id', '=', organisationId)
    .where('newsletter_id', '=', newsletterId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function markHeld(
  tx: Tx,
  organisationId: string,
  newsletterId: string,
  heldFor: HeldFor,
): Promise<void> {
  await tx
    .updateTable('newsletter_plan')
    .set({ held_for: heldFor, held_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', organisationId)
    .where('newsletter_id', '=', newsletterId)
    .execute();
}

/** Of every organisation, those whose hour has come and whose job is lost: no more than a round deals with. */
export async function listDuePlans(
  db: Db,
): Promise<{ organisationId: string; newsletterId: string }[]> {
  const rows = await db
    .selectFrom('newsletter_plan')
    .select(['organisation_id', 'newsletter_id'])
    .where('held_for', 'is', null)
    .where('sends_at', '<=', sql<Date>`palabre_now()`)
    .orderBy('sends_at')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    newsletterId: row.newsletter_id,
  }));
}
