import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { ReminderKind } from './reminder.ts';

type WaveKind = ReminderKind | 'result';

interface PollKey {
  organisationId: string;
  pollId: string;
}

/** How far a mailing has gone; null: not begun. */
export async function findWave(
  db: Db,
  { organisationId, pollId }: PollKey,
  kind: WaveKind,
): Promise<{ place: string | null; ended: boolean } | null> {
  const row = await db
    .selectFrom('reminder_wave')
    .select(['place', 'ended'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Goes on from one place to the next in the transaction that queues the mails between them: of two nodes,
 * or of a job tried again, one only finds the mailing where it believes it to be. `to` null: it is over.
 */
export async function advanceWave(
  tx: Tx,
  { organisationId, pollId }: PollKey,
  kind: WaveKind,
  { from, to }: { from: string | null; to: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    insert into reminder_wave as w (organisation_id, poll_id, kind, place, ended)
    values (${organisationId}, ${pollId}, ${kind}, ${to}, ${to === null})
    on conflict on constraint reminder_wave_once do update
      set place = excluded.place, ended = excluded.ended
      where not w.ended and w.place is not distinct from ${from}
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** Mailings of a poll that began, over or not. */
export async function listBegunWaves(
  db: Db,
  { organisationId, pollId }: PollKey,
): Promise<Set<ReminderKind>> {
  const rows = await db
    .selectFrom('reminder_wave')
    .select('kind')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .execute();
  return new Set(rows.map(({ kind }) => kind as ReminderKind));
}

export async function recordRequest(
  db: Db,
  { organisationId, pollId }: PollKey,
  personId: string,
): Promise<void> {
  await db
    .insertInto('reminder_request')
    .values({ organisation_id: organisationId, poll_id: pollId, person_id: personId })
    .onConflict((once) => once.constraint('reminder_request_once').doNothing())
    .execute();
}

/** Of one poll, or (pollId null) whatever this person asked for. */
export async function withdrawRequest(
  db: Db,
  organisationId: string,
  personId: string,
  pollId: string | null,
): Promise<void> {
  let query = db
    .deleteFrom('reminder_request')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId);
  if (pollId) query = query.where('poll_id', '=', pollId);
  await query.execute();
}

export async function hasRequested(
  db: Db,
  { organisationId, pollId }: PollKey,
  personId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('reminder_request')
    .select('poll_id')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** In the order of the accounts, which is not that of asking. */
export async function listRequesters(
  db: Db,
  { organisationId, pollId }: PollKey,
): Promise<string[]> {
  const rows = await db
    .selectFrom('reminder_request')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

/** Who asked, and how far the mailings went: nothing of it is left after the close. */
export async function forgetReminders(db: Db, { organisationId, pollId }: PollKey): Promise<void> {
  await db
    .deleteFrom('reminder_request')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .execute();
  await db
    .updateTable('reminder_wave')
    .set({ place: null, ended: true })
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('kind', '!=', 'result')
    .execute();
}

/** Marks on the roll of those who voted, by whatever channel, or may not. */
export async function listVoted(db: Db, pollId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('elector as e')
    .innerJoin('elector_mark as m', (join) =>
      join.onRef('m.poll_id', '=', 'e.poll_id').onRef('m.elector_id', '=', 'e.id'),
    )
    .select('m.mark')
    .where('e.poll_id', '=', pollId)
    .where('e.channel_state', '!=', 'none')
    .where('m.kind', 'in', ['mailbox', 'account'])
    .execute();
  return new Set(rows.map((row) => row.mark));
}

/** The same for one account, by its marks. */
export async function hasVoted(db: Db, pollId: string, marks: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom('elector as e')
    .innerJoin('elector_mark as m', (join) =>
      join.onRef('m.poll_id', '=', 'e.poll_id').onRef('m.elector_id', '=', 'e.id'),
    )
    .select('e.id')
    .where('e.poll_id', '=', pollId)
    .where('e.channel_state', '!=', 'none')
    .where('m.mark', 'in', [...marks])
    .executeTakeFirst();
  return row !== undefined;
}
