import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { lockDossier } from './dossier.store.ts';
import { MOST_EVENTS } from './dossier.ts';
import type { DossierAct } from './dossier-writing.store.ts';

/** Ids of the events that a dossier is about. */
export async function listLinkedMeetings(
  db: Db,
  organisationId: string,
  dossierId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('dossier_meeting')
    .select('meeting_id as id')
    .where('organisation_id', '=', organisationId)
    .where('dossier_id', '=', dossierId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Links an event, or takes the link away; the caller has seen that both stand in one space. false: it is closed, or full. */
export async function linkMeeting(
  db: Db,
  { organisationId, by }: DossierAct,
  dossierId: string,
  meetingId: string,
  isLinked: boolean,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const dossier = await lockDossier(tx, organisationId, dossierId);
    if (!dossier || dossier.closedAt) return false;
    if (!isLinked) {
      await tx
        .deleteFrom('dossier_meeting')
        .where('organisation_id', '=', organisationId)
        .where('dossier_id', '=', dossierId)
        .where('meeting_id', '=', meetingId)
        .execute();
      return true;
    }
    if ((await listLinkedMeetings(tx, organisationId, dossierId)).length >= MOST_EVENTS)
      return false;
    await tx
      .insertInto('dossier_meeting')
      .values({
        organisation_id: organisationId,
        dossier_id: dossierId,
        meeting_id: meetingId,
        linked_by: by,
      })
      .onConflict((on) => on.doNothing())
      .execute();
    return true;
  });
}
