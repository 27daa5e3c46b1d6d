import { sql } from 'kysely';
import { toInstant } from '../../platform/clock/paris.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { readRecentDelivery } from '../delivery/index.ts';
import { listMeetings } from '../meetings/index.ts';
import { addDays, listEditions } from '../spaces/index.ts';
import { daysAround, listTurns, type Week } from './week.ts';

const MOST_MEETINGS = 50;

/** Midnight as the town hall has it: a day that begins twice or never is none in Paris. */
const midnight = (day: string): Date => toInstant({ day, time: '00:00' })!;

/** The seven days behind a day and the fourteen ahead. `until`: where those behind end; the letter ends them at midnight. */
export async function readWeek(
  db: Db,
  organisationId: string,
  today: string,
  until: Date = midnight(today),
): Promise<Week> {
  const days = daysAround(today);
  const end = midnight(addDays(days.lastDay, 1));
  const [delivery, { meetings }, editions] = await Promise.all([
    readRecentDelivery(db, organisationId, { ...days, from: midnight(days.since), until }),
    listMeetings(db, organisationId, { when: 'coming', now: until, limit: MOST_MEETINGS }),
    listEditions(db, organisationId),
  ]);
  return {
    days,
    delivery,
    meetings: meetings.filter(({ startsAt, cancelledAt }) => startsAt < end && !cancelledAt),
    turns: listTurns(editions, until, end),
    editions: new Map(editions.map(({ id, slug }) => [id, slug])),
  };
}

/** Holds the letter of a Monday until the transaction ends; false: it is written already, or somebody writes it. */
export async function claimLetter(
  tx: Tx,
  organisationId: string,
  monday: string,
): Promise<boolean> {
  const claimed = await tx
    .insertInto('weekly_letter')
    .values({ organisation_id: organisationId, monday, written: 0 })
    .onConflict((conflict) => conflict.constraint('weekly_letter_once').doNothing())
    .returning('monday')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** How many it went to; that it did is a fact of the journal. */
export async function recordWritten(
  tx: Tx,
  organisationId: string,
  monday: string,
  written: number,
): Promise<void> {
  if (written === 0) return;
  await tx
    .updateTable('weekly_letter')
    .set({ written })
    .where('organisation_id', '=', organisationId)
    .where('monday', '=', monday)
    .execute();
  await recordFact(tx, {
    organisationId,
    kind: 'week.told',
    actorId: null,
    subject: { kind: 'organisation', id: organisationId },
    detail: { monday, count: written },
  });
}

/** The last letter; null: none was ever written. */
export async function findLastLetter(
  db: Db,
  organisationId: string,
): Promise<{ monday: string; written: number } | null> {
  const row = await db
    .selectFrom('weekly_letter')
    .select(['monday', 'written'])
    .where('organisation_id', '=', organisationId)
    .orderBy('monday', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Those whose letter of a Monday is not written yet. */
export async function listUnwritten(
  db: Db,
  organisationIds: readonly string[],
  monday: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from unnest(${[...organisationIds]}::uuid[]) as o (id)
    where not exists (select from weekly_letter w where w.organisation_id = o.id and w.monday = ${monday}::date)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
