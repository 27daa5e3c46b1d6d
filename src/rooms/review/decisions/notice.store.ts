import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Outcome } from './decision.ts';

/** A published decision whose holders have not been written to yet. */
export interface ToldDecision {
  ideaId: string;
  round: number;
  outcome: Outcome;
  reasonId: string | null;
  publicText: string;
  personalText: string;
  publishedAt: Date;
  /** When the one before it was published; null: it is the first. */
  before: Date | null;
}

/** Decisions at a time between two commits: killed in the middle, at most these are written again. */
const CHUNK = 100;

/** Takes some decisions of a batch whose letters are to be written: held until the transaction ends, and marked. */
export async function takeUntold(
  tx: Tx,
  organisationId: string,
  batchId: string,
): Promise<ToldDecision[]> {
  const { rows } = await sql<ToldDecision>`
    with taken as (
      select organisation_id, idea_id, round from decision
      where organisation_id = ${organisationId} and batch_id = ${batchId}
        and published_at is not null and notified_at is null
      order by idea_id limit ${CHUNK} for update skip locked)
    update decision d set notified_at = palabre_now()
    from taken t
    where d.organisation_id = t.organisation_id and d.idea_id = t.idea_id and d.round = t.round
    returning d.idea_id as "ideaId", d.round, d.outcome, d.reason_id as "reasonId", d.public_text as "publicText",
      d.personal_text as "personalText", d.published_at as "publishedAt",
      (select b.published_at from decision b where b.organisation_id = d.organisation_id
        and b.idea_id = d.idea_id and b.round = d.round - 1) as before`.execute(tx);
  return rows;
}

export interface NewNotice {
  ideaId: string;
  round: number;
  personId: string | null;
  name: string;
  channel: 'mail' | 'paper';
}

export async function insertNotices(
  tx: Tx,
  organisationId: string,
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return;
  await tx
    .insertInto('decision_notice')
    .values(
      notices.map((notice) => ({
        organisation_id: organisationId,
        idea_id: notice.ideaId,
        round: notice.round,
        person_id: notice.personId,
        name: notice.name,
        channel: notice.channel,
      })),
    )
    .execute();
}

/** Somebody without a mailbox, with what they are to be told on paper. */
export interface PaperNotice extends Omit<ToldDecision, 'before'> {
  name: string;
  before: Date | null;
  toldAt: Date | null;
}

/** Who of a batch is told on paper, in order of name. */
export async function listPaperNotices(
  db: Db,
  organisationId: string,
  batchId: string,
): Promise<PaperNotice[]> {
  const { rows } = await sql<PaperNotice>`
    select n.name, n.told_at as "toldAt", d.idea_id as "ideaId", d.round, d.outcome, d.reason_id as "reasonId",
      d.public_text as "publicText", d.personal_text as "personalText", d.published_at as "publishedAt",
      (select b.published_at from decision b where b.organisation_id = d.organisation_id
        and b.idea_id = d.idea_id and b.round = d.round - 1) as before
    from decision d
    join decision_notice n on n.organisation_id = d.organisation_id and n.idea_id = d.idea_id and n.round = d.round
    where d.organisation_id = ${organisationId} and d.batch_id = ${batchId} and n.channel = 'paper'
    order by lower(n.name), d.idea_id`.execute(db);
  return rows;
}

/** The letters of a batch were posted or handed over: those that were not yet. */
export async function markPaperTold(
  db: Db,
  { organisationId, by }: { organisationId: string; by: string | null },
  batchId: string,
): Promise<void> {
  await sql`update decision_notice n set told_by = ${by}::uuid, told_at = palabre_now()
    from decision d
    where n.organisation_id = ${organisationId} and n.channel = 'paper' and n.told_at is null
      and d.organisation_id = n.organisation_id and d.idea_id = n.idea_id and d.round = n.round
      and d.batch_id = ${batchId}`.execute(db);
}
