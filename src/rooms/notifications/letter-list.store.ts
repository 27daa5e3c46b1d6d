import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { queueSending } from './letter.store.ts';
import type { Topic } from './letter.ts';
import { type Fate, type LetterState, stateOf } from './letter-fate.ts';

/** A letter as the office sees it. */
export interface OfficeLetter extends Fate {
  id: string;
  topic: Topic;
  address: string;
  subject: string;
  queuedAt: Date;
  triedAt: Date | null;
  tries: number;
  failure: string;
  state: LetterState;
  personId: string | null;
}

const LETTERS_A_PAGE = 50;

export const conditions: Record<LetterState, ReturnType<typeof sql<boolean>>> = {
  waiting: sql<boolean>`sent_at is null and refused_at is null and given_up_at is null`,
  sent: sql<boolean>`sent_at is not null and refused_at is null and given_up_at is null`,
  undelivered: sql<boolean>`(refused_at is not null or given_up_at is not null)`,
};

/** The newest first, 50 a page, those queued before the letter `before`. `search`: part of an address or a subject. */
export async function listLetters(
  db: Db,
  organisationId: string,
  asked: { state?: LetterState | null; search?: string; before?: string | null } = {},
): Promise<{ letters: OfficeLetter[]; next: string | null }> {
  let query = letters(db, organisationId)
    .orderBy('queued_at', 'desc')
    .orderBy('id')
    .limit(LETTERS_A_PAGE + 1);
  if (asked.state) query = query.where(conditions[asked.state]);
  if (asked.search) {
    const like = `%${asked.search.replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`(address ilike ${like} or subject ilike ${like})`);
  }
  if (asked.before) {
    const edge = sql`(select queued_at from letter
      where organisation_id = ${organisationId} and id = ${asked.before}::uuid)`;
    query = query.where(
      sql<boolean>`(queued_at < ${edge} or (queued_at = ${edge} and id > ${asked.before}::uuid))`,
    );
  }
  const rows = (await query.execute()).map(asLetter);
  const shown = rows.slice(0, LETTERS_A_PAGE);
  return { letters: shown, next: rows.length > shown.length ? shown.at(-1)!.id : null };
}

/** How many letters are in each state: what the lists hold. */
export async function countLetters(
  db: Db,
  organisationId: string,
): Promise<Record<LetterState, number>> {
  const { rows } = await sql<Record<LetterState, number>>`
    select count(*) filter (where ${conditions.waiting})::int as waiting,
      count(*) filter (where ${conditions.sent})::int as sent,
      count(*) filter (where ${conditions.undelivered})::int as undelivered
    from letter where organisation_id = ${organisationId}`.execute(db);
  return rows[0]!;
}

export async function findLetter(
  db: Db,
  organisationId: string,
  id: string,
): Promise<(OfficeLetter & { body: string }) | null> {
  const row = await letters(db, organisationId)
    .select('body')
    // as text: what an address holds may be no id at all
    .where(sql`id::text`, '=', id)
    .executeTakeFirst();
  return row ? { ...asLetter(row), body: row.body } : null;
}

/** Letters that somebody received, the newest first, 20 a page. */
export async function listLettersTo(
  db: Db,
  organisationId: string,
  personId: string,
  before: string | null = null,
): Promise<{ letters: OfficeLetter[]; next: string | null }> {
  const edge = sql`(select queued_at from letter
    where organisation_id = ${organisationId} and id = ${before}::uuid)`;
  const rows = await letters(db, organisationId)
    .where('person_id', '=', personId)
    .where(
      sql<boolean>`(${before}::uuid is null or queued_at < ${edge} or (queued_at = ${edge} and id > ${before}::uuid))`,
    )
    .orderBy('queued_at', 'desc')
    .orderBy('id')
    .limit(21)
    .execute();
  const shown = rows.slice(0, 20).map(asLetter);
  return { letters: shown, next: rows.length > 20 ? shown.at(-1)!.id : null };
}

/** Tries an undelivered letter again, at the address that its reader has now. False: it is not undelivered. */
export async function sendAgain(
  tx: Tx,
  organisationId: string,
  id: string,
  act: { by: string; address: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('letter')
    .set({
      address: act.address,
      refused_at: null,
      given_up_at: null,
      sent_at: null,
      queued_at: sql<Date>`palabre_now()`,
      tries: 0,
      failure: '',
    })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .where(conditions.undelivered)
    .where('body', '<>', '')
    .returning('topic')
    .executeTakeFirst();
  if (!row) return false;
  await recordFact(tx, {
    organisationId,
    kind: 'letter.sent-again',
    actorId: act.by,
    subject: { kind: 'letter', id },
    detail: { topic: row.topic },
  });
  await queueSending(tx, organisationId, id);
  return true;
}

/** A bounce that came back by mail for a letter already sent. False: no such letter, or known already. */
export async function recordBounce(tx: Tx, id: string, failure: string): Promise<boolean> {
  const row = await tx
    .updateTable('letter')
    .set({ refused_at: sql<Date>`palabre_now()`, failure: failure.slice(0, 500) })
    .where(sql`id::text`, '=', id)
    .where('refused_at', 'is', null)
    .returning(['organisation_id', 'topic'])
    .executeTakeFirst();
  if (!row) return false;
  await recordFact(tx, {
    organisationId: row.organisation_id,
    kind: 'letter.undelivered',
    actorId: null,
    subject: { kind: 'letter', id },
    detail: { topic: row.topic, end: 'refused' },
  });
  return true;
}

export async function forgetOldBodies(db: Db): Promise<void> {
  await db
    .updateTable('letter')
    .set({ body: '' })
    .where('body', '<>', '')
    .where('queued_at', '<', sql<Date>`palabre_now() - interval '365 days'`)
    .execute();
}

function letters(db: Db, organisationId: string) {
  return db
    .selectFrom('letter')
    .select([
      'id',
      'topic',
      'address',
      'subject',
      'queued_at',
      'tried_at',
      'tries',
      'failure',
      'sent_at',
      'refused_at',
      'given_up_at',
      'person_id',
    ])
    .where('organisation_id', '=', organisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof letters>['executeTakeFirstOrThrow']>>;

function asLetter(row: Row): OfficeLetter {
  const fate = { sentAt: row.sent_at, refusedAt: row.refused_at, givenUpAt: row.given_up_at };
  return {
    ...fate,
    id: row.id,
    topic: row.topic as Topic,
    address: row.address,
    subject: row.subject,
    queuedAt: row.queued_at,
    triedAt: row.tried_at,
    tries: row.tries,
    failure: row.failure,
    state: stateOf(fate),
    personId: row.person_id,
  };
}
