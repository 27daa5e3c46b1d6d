import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Db, Tx } from '../database/database.ts';
import type { JsonObject } from '../database/tables.ts';
import { queueJobs } from '../jobs/queue.ts';

/** A fact is in the past tense: `idea.submitted`. It never tells what somebody voted, nor that they did. */
export interface Fact {
  organisationId: string;
  kind: `${string}.${string}`;
  actorId: string | null;
  subject: { kind: string; id: string | null };
  detail?: JsonObject;
}

/** Records a fact and one job that reads it, in the writer's transaction. */
export async function recordFact(tx: Tx, fact: Fact): Promise<void> {
  await recordFacts(tx, [fact]);
}

/** Many facts of one act, each with its job, in two statements: some hundreds at once. */
export async function recordFacts(tx: Tx, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return;
  const recorded = await tx
    .insertInto('fact')
    .values(
      facts.map((fact) => ({
        organisation_id: fact.organisationId,
        kind: fact.kind,
        actor_id: fact.actorId,
        subject_kind: fact.subject.kind,
        subject_id: fact.subject.id,
        detail: JSON.stringify(fact.detail ?? {}),
      })),
    )
    .returning(['organisation_id', 'id'])
    .execute();
  await queueJobs(
    tx,
    'read-fact',
    recorded.map((fact) => ({ organisationId: fact.organisation_id, factId: fact.id })),
  );
}

export interface RecordedFact extends Required<Fact> {
  id: string;
  recordedAt: Date;
}

export async function findFact(
  db: Db,
  organisationId: string,
  id: string,
): Promise<RecordedFact | null> {
  const row = await db
    .selectFrom('fact')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asFact(row) : null;
}

export const FACTS_A_PAGE = 50;

/**
 * The newest facts first, 50 a page, those recorded before the fact `before`. `without`: kinds left out;
 * `only`: no others; `about`: of one subject.
 * The cursor is a fact and not a time: a time read into JavaScript loses its microseconds.
 */
export async function listFacts(
  db: Db,
  organisationId: string,
  {
    before,
    without = [],
    only,
    about,
  }: {
    before?: string | undefined;
    without?: readonly string[];
    only?: readonly string[];
    about?: { kind: string; id: string };
  } = {},
): Promise<RecordedFact[]> {
  let query = db
    .selectFrom('fact')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`kind <> all(${[...without]}::text[])`)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .limit(FACTS_A_PAGE);
  if (only) query = query.where(sql<boolean>`kind = any(${[...only]}::text[])`);
  if (about)
    query = query.where('subject_kind', '=', about.kind).where('subject_id', '=', about.id);
  if (before) {
    const edge = sql`(select recorded_at from fact
      where organisation_id = ${organisationId} and id = ${before}::uuid)`;
    query = query.where(
      sql<boolean>`(recorded_at < ${edge} or (recorded_at = ${edge} and id > ${before}::uuid))`,
    );
  }
  return (await query.execute()).map(asFact);
}

/** Facts of some kinds recorded between two instants (the second is left out), the oldest first. */
export async function listFactsDuring(
  db: Db,
  organisationId: string,
  kinds: readonly string[],
  { from, until }: { from: Date; until: Date },
  most: number,
): Promise<RecordedFact[]> {
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`kind = any(${[...kinds]}::text[])`)
    .where('recorded_at', '>=', from)
    .where('recorded_at', '<', until)
    .orderBy('recorded_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(asFact);
}

function asFact(row: {
  organisation_id: string;
  id: string;
  kind: string;
  actor_id: string | null;
  subject_kind: string;
  subject_id: string | null;
  detail: unknown;
  recorded_at: Date;
}): RecordedFact {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    kind: row.kind as Fact['kind'],
    actorId: row.actor_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    detail: row.detail as JsonObject,
    recordedAt: row.recorded_at,
  };
}

/**
 * Chains the facts that are not chained yet, in order of commit: only transactions older than every
 * one still running are taken, so that no fact can slip in before one already chained. Whoever finds
 * another chaining leaves it to them: their next round, or the next fact, takes the rest.
 */
export async function chainFacts(db: Database, organisationId: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const turn = sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`chain:${organisationId}`}, 0)) as mine`;
    if (!(await turn.execute(tx)).rows[0]!.mine) return 0;
    const { rows } = await sql<FactRow & { sequence: number; previous: string }>`
      with last as (
        select l.sequence, l.hash, f.written_xid
        from fact_link l join fact f on f.organisation_id = l.organisation_id and f.id = l.fact_id
        where l.organisation_id = ${organisationId} order by l.sequence desc limit 1)
      select coalesce((select sequence from last), 0) as sequence,
        coalesce((select hash from last), '') as previous, ${factColumns}
      from fact f
      where f.organisation_id = ${organisationId}
        and f.written_xid < pg_snapshot_xmin(pg_current_snapshot())
        and (f.written_xid > (select written_xid from last) or not exists (select from last)
          -- a journal restored on another server counts its transactions anew
          or (select written_xid from last) >= pg_snapshot_xmax(pg_current_snapshot()))
        and not exists (select from fact_link l where l.organisation_id = f.organisation_id and l.fact_id = f.id)
      order by f.written_xid, f.recorded_at, f.id`.execute(tx);
    if (rows.length === 0) return 0;
    let { sequence, previous } = rows[0]!;
    const links = rows.map((row) => {
      sequence += 1;
      const hash = hashFact(row, sequence, previous);
      const link = {
        organisation_id: organisationId,
        sequence,
        fact_id: row.id,
        previous_hash: previous,
        hash,
      };
      previous = hash;
      return link;
    });
    for (let start = 0; start < links.length; start += 1000) {
      await tx
        .insertInto('fact_link')
        .values(links.slice(start, start + 1000))
        .execute();
    }
    return links.length;
  });
}

/** Walks the whole chain again. Names the first link that does not hold. */
export async function verifyJournal(
  db: Db,
  organisationId: string,
): Promise<{ ok: true; facts: number } | { ok: false; sequence: number; reason: string }> {
  const { rows } = await sql<FactRow & { sequence: number; previous_hash: string; hash: string }>`
    select l.sequence, l.previous_hash, l.hash, ${factColumns}
    from fact_link l join fact f on f.organisation_id = l.organisation_id and f.id = l.fact_id
    where l.organisation_id = ${organisationId} order by l.sequence`.execute(db);
  let previous = '';
  for (const [index, row] of rows.entries()) {
    if (row.sequence !== index + 1)
      return { ok: false, sequence: index + 1, reason: 'missing-link' };
    if (row.previous_hash !== previous)
      return { ok: false, sequence: row.sequence, reason: 'broken-chain' };
    if (row.hash !== hashFact(row, row.sequence, previous)) {
      return { ok: false, sequence: row.sequence, reason: 'changed-fact' };
    }
    previous = row.hash;
  }
  return { ok: true, facts: rows.length };
}

interface FactRow {
  id: string;
  body: string;
}

const factColumns = sql`f.id, jsonb_build_array(f.organisation_id, f.id, f.kind, f.actor_id, f.subject_kind,
  f.subject_id, f.detail, to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))::text as body`;

function hashFact(row: FactRow, sequence: number, previous: string): string {
  return createHash('sha256').update(`${sequence}\n${previous}\n${row.body}`).digest('hex');
}
