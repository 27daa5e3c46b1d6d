import { sql } from 'kysely';
import { toInstant } from '../../platform/clock/paris.ts';
import type { Db, Tx } from '../../platform/database/database.ts';

/** In the order in which they are written to; whoever is in two of them is written to once. */
export const PARTS = ['holders', 'supporters', 'askers'] as const;
export type Part = (typeof PARTS)[number];

export interface Mailing {
  part: Part;
  /** The last person of the part who was written to, or passed over. */
  place: string | null;
  endedAt: Date | null;
}

/** When its last letter was queued; null: it has not begun, or goes on. */
export async function findMailingEnd(
  db: Db,
  organisationId: string,
  surveyId: string,
): Promise<Date | null> {
  const row = await db
    .selectFrom('survey_mailing')
    .select('ended_at')
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .executeTakeFirst();
  return row?.ended_at ?? null;
}

/** Holds the mailing of a questionnaire until the transaction ends, begun if it was not. */
export async function lockMailing(
  tx: Tx,
  organisationId: string,
  surveyId: string,
): Promise<Mailing> {
  await tx
    .insertInto('survey_mailing')
    .values({ organisation_id: organisationId, survey_id: surveyId })
    .onConflict((conflict) => conflict.constraint('survey_mailing_once').doNothing())
    .execute();
  const row = await tx
    .selectFrom('survey_mailing')
    .select(['part', 'place', 'ended_at'])
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { part: row.part as Part, place: row.place, endedAt: row.ended_at };
}

/** `to` null: nobody is left. */
export async function moveMailing(
  tx: Tx,
  organisationId: string,
  surveyId: string,
  to: { part: Part; place: string | null } | null,
  written: number,
): Promise<void> {
  await tx
    .updateTable('survey_mailing')
    .set({
      ...(to ?? { ended_at: sql<Date>`palabre_now()` }),
      written: sql<number>`written + ${written}::int`,
    })
    .where('organisation_id', '=', organisationId)
    .where('survey_id', '=', surveyId)
    .execute();
}

/** Eight in the morning after the last day of a pre-electoral period: a letter that it held leaves then. */
export function afterPause({ endsOn }: { endsOn: string }): Date {
  const next = new Date(`${endsOn}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return toInstant({ day: next.toISOString().slice(0, 10), time: '08:00' })!;
}
