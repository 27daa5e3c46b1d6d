import { type Db, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Meeting } from '../meeting.ts';
import { lockMeeting, tell } from '../meeting-writing.store.ts';
import type { Closing, WrittenClosing } from './closing.ts';

export async function findClosing(
  db: Db,
  organisationId: string,
  meetingId: string,
): Promise<Closing | null> {
  const row = await db
    .selectFrom('meeting_closing')
    .select(['report', 'organisations', 'speakers', 'attendance', 'version', 'closed_at'])
    .where('organisation_id', '=', organisationId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  if (!row) return null;
  const { closed_at: closedAt, ...written } = row;
  return { ...written, closedAt };
}

export type Closed =
  | { ok: true }
  | { ok: false; refusal: 'changed-meanwhile'; closing: Closing }
  | { ok: false; refusal: 'not-over' };

/** Closes an event, or corrects what was told of it; `version` 0: nothing was told yet. */
export async function closeMeeting(
  db: Db,
  { organisationId, by }: { organisationId: string; by: string },
  meeting: Meeting,
  written: WrittenClosing,
  version: number,
): Promise<Closed> {
  try {
    return await inTransaction(db, async (tx): Promise<Closed> => {
      await lockMeeting(tx, organisationId, meeting.id);
      const before = await findClosing(tx, organisationId, meeting.id);
      if (before && before.version !== version)
        return { ok: false, refusal: 'changed-meanwhile', closing: before };
      const row = {
        report: written.report,
        organisations: [...written.organisations],
        speakers: [...written.speakers],
        attendance: written.attendance,
        closed_by: by,
        version: (before?.version ?? 0) + 1,
      };
      await tx
        .insertInto('meeting_closing')
        .values({ organisation_id: organisationId, meeting_id: meeting.id, ...row })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'meeting_id']).doUpdateSet(row),
        )
        .execute();
      await tell(tx, { organisationId, by }, 'meeting.closed', meeting);
      return { ok: true };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'meeting_closed_by_host_after_end')
      return { ok: false, refusal: 'not-over' };
    throw error;
  }
}
