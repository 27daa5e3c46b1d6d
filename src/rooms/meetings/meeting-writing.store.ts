import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Act } from '../spaces/index.ts';
import { findMeeting } from './meeting.store.ts';
import { isMoved, type Meeting, type WrittenHosted, type WrittenMeeting } from './meeting.ts';
import { seatWaiting } from './registering.store.ts';
import { letGoOfMeeting } from './sessions/session-news.store.ts';
import { queueTelling } from './telling.store.ts';

export type MeetingWritten =
  | { ok: true; meeting: Meeting }
  | { ok: false; refusal: 'changed-meanwhile'; meeting: Meeting }
  | { ok: false; refusal: 'seats-taken' | 'sessions-outside' | 'gone' | 'too-many-texts' };

/** Whether what somebody announces is seen at once, read first, or one too many for now. */
export type AdmitMeeting = (
  tx: Tx,
  meeting: { id: string; title: string; text: string },
) => Promise<'published' | 'held' | 'too-many-texts'>;

/** Prepares a meeting: only officers see it until it is published. The caller has checked it. */
export async function insertMeeting(db: Db, act: Act, written: WrittenMeeting): Promise<Meeting> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx) => {
    await lockMeetings(tx, organisationId);
    const { id } = await tx
      .insertInto('meeting')
      .values({
        organisation_id: organisationId,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from meeting where organisation_id = ${organisationId})`,
        created_by: by,
        ...asRow(written),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const meeting = (await findMeeting(tx, organisationId, { id }))!;
    await tell(tx, act, 'meeting.made', meeting);
    return meeting;
  });
}

/**
 * Changes a meeting, unless somebody did meanwhile (`version`). Registrants of a public one are told of another date
 * or place, or of what the office has to say (`message`), by a job of this very transaction (R84). New words are admitted
 * as any other: changed into what waits, the event waits, and nobody is told.
 */
export async function changeMeeting(
  db: Db,
  act: Act,
  { id, version }: Pick<Meeting, 'id' | 'version'>,
  written: WrittenMeeting | WrittenHosted,
  message = '',
  admission?: { admit: AdmitMeeting; withhold: (tx: Tx) => Promise<void> },
): Promise<MeetingWritten> {
  const { organisationId } = act;
  try {
    return await inTransaction(db, async (tx): Promise<MeetingWritten> => {
      const before = await lockMeeting(tx, organisationId, id);
      if (!before) return { ok: false, refusal: 'gone' };
      if (before.version !== version)
        return { ok: false, refusal: 'changed-meanwhile', meeting: before };
      const { title, description: text } = written;
      const isSame = title === before.title && text === before.description;
      const state = isSame ? 'published' : await admission?.admit(tx, { id, title, text });
      if (state === 'too-many-texts') return { ok: false, refusal: state };
      await tx
        .updateTable('meeting')
        .set({ ...asRow(written), version: version + 1 })
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      await seatWaiting(tx, organisationId, id);
      const after = (await findMeeting(tx, organisationId, { id }))!;
      await tell(tx, act, 'meeting.changed', after);
      if (state === 'held') {
        await admission?.withhold(tx);
        return { ok: true, meeting: after };
      }
      if (isMoved(before, after) || message !== '')
        await queueTelling(tx, act.organisationId, after, 'changed', { message, by: act.by });
      return { ok: true, meeting: after };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'meeting_keeps_its_seats')
      return { ok: false, refusal: 'seats-taken' };
    if (violatedConstraint(error) === 'meeting_holds_its_sessions')
      return { ok: false, refusal: 'sessions-outside' };
    throw error;
  }
}

/** From now on everybody sees it; published a moment ago, it is as was wanted. */
export async function publishMeeting(db: Db, act: Act, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const published = await tx
      .updateTable('meeting')
      .set({ published_by: act.by, published_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .where('published_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!published) return;
    const meeting = (await findMeeting(tx, act.organisationId, { id }))!;
    await tell(tx, act, 'meeting.published', meeting);
    await queueTelling(tx, act.organisationId, meeting, 'published', { by: act.by });
  });
}

/** Cancels a public meeting that is not over, with the message that everybody reads (R84). false: too late for that. */
export async function cancelMeeting(
  db: Db,
  act: Act,
  id: string,
  message: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const cancelled = await tx
      .updateTable('meeting')
      .set({
        cancelled_by: act.by,
        cancelled_at: sql<Date>`palabre_now()`,
        cancel_message: message,
        version: sql<number>`version + 1`,
      })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .where('published_at', 'is not', null)
      .where('cancelled_at', 'is', null)
      .where('ends_at', '>', sql<Date>`palabre_now()`)
      .returning('id')
      .executeTakeFirst();
    if (!cancelled) return false;
    const meeting = (await findMeeting(tx, act.organisationId, { id }))!;
    await tell(tx, act, 'meeting.cancelled', meeting);
    await queueTelling(tx, act.organisationId, meeting, 'cancelled', { by: act.by });
    await letGoOfMeeting(tx, act.organisationId, meeting);
    return true;
  });
}

/** Takes away what nobody has seen yet. false: it is public, or was taken away already. */
export async function removeDraft(db: Db, act: Act, id: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const meeting = await lockMeeting(tx, act.organisationId, id);
    if (!meeting || meeting.publishedAt !== null) return false;
    await tx
      .deleteFrom('meeting')
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    await tell(tx, act, 'meeting.removed', meeting);
    return true;
  });
}

/** Numbers follow each other: whoever adds a meeting waits for the other who does. */
export async function lockMeetings(tx: Tx, organisationId: string): Promise<void> {
  const key = `meetings:${organisationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** Holds a meeting until the transaction ends; whoever takes a seat waits for it. */
export async function lockMeeting(tx: Tx, organisationId: string, id: string) {
  await sql`select 1 from meeting where organisation_id = ${organisationId} and id = ${id}::uuid
    for update`.execute(tx);
  return findMeeting(tx, organisationId, { id });
}

/** A fact about a meeting. */
export async function tell(
  tx: Tx,
  { organisationId, by }: Act,
  kind: `meeting.${string}`,
  meeting: Pick<Meeting, 'id' | 'number' | 'title' | 'editionId'>,
  more: Record<string, string> = {},
): Promise<void> {
  const { id, number, title, editionId } = meeting;
  await recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'meeting', id },
    detail: { number, title, ...(editionId && { editionId }), ...more },
  });
}

/** The columns of what was written; the office leaves those of a space's events alone. */
export function asRow(written: WrittenMeeting | WrittenHosted) {
  return {
    edition_id: written.editionId,
    kind: written.kind,
    title: written.title,
    description: written.description,
    starts_at: written.startsAt,
    ends_at: written.endsAt,
    place: written.place,
    access: written.access,
    latitude: written.point?.latitude ?? null,
    longitude: written.point?.longitude ?? null,
    target_kind: written.target?.kind ?? null,
    target_id: written.target?.id ?? null,
    takes_registrations: written.takesRegistrations,
    capacity: written.capacity,
    ...('address' in written && {
      category_id: written.categoryId,
      address: written.address,
      video_link: written.videoLink,
      external_url: written.externalUrl,
      lang: written.lang,
    }),
  };
}
