import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Act } from '../spaces/index.ts';
import type { Meeting } from './meeting.ts';
import { tell } from './meeting-writing.store.ts';
import { queuePresence } from './telling.store.ts';

export interface Presence {
  meetingId: string;
  personId: string;
  assignedAt: Date;
}

/** Somebody of the town will be there (R55); said twice, they are there once. They are told once it is public. */
export async function addPresence(
  db: Db,
  act: Act,
  meeting: Meeting,
  personId: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const added = await tx
      .insertInto('meeting_presence')
      .values({
        organisation_id: act.organisationId,
        meeting_id: meeting.id,
        person_id: personId,
        assigned_by: act.by,
      })
      .onConflict((conflict) => conflict.constraint('meeting_presence_once').doNothing())
      .returning('person_id')
      .executeTakeFirst();
    if (!added) return;
    await tell(tx, act, 'meeting.presence-added', meeting, { personId });
    await queuePresence(tx, act.organisationId, meeting.id, personId);
  });
}

/** They will not be there; taken off a moment ago, it is as was wanted. */
export async function removePresence(
  db: Db,
  act: Act,
  meeting: Meeting,
  personId: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const removed = await tx
      .deleteFrom('meeting_presence')
      .where('organisation_id', '=', act.organisationId)
      .where('meeting_id', '=', meeting.id)
      .where('person_id', '=', personId)
      .returning('person_id')
      .executeTakeFirst();
    if (removed) await tell(tx, act, 'meeting.presence-removed', meeting, { personId });
  });
}

/** Who of the town is at these meetings, in the order in which they were asked. */
export async function listPresences(
  db: Db,
  organisationId: string,
  of: { meetingIds: readonly string[] } | { personId: string },
): Promise<Presence[]> {
  if ('meetingIds' in of && of.meetingIds.length === 0) return [];
  const query = db
    .selectFrom('meeting_presence')
    .select(['meeting_id', 'person_id', 'assigned_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('assigned_at')
    .orderBy('person_id');
  const rows = await ('personId' in of
    ? query.where('person_id', '=', of.personId)
    : query.where('meeting_id', 'in', [...of.meetingIds])
  ).execute();
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    personId: row.person_id,
    assignedAt: row.assigned_at,
  }));
}
