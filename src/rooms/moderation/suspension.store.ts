import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { findCase } from './case.store.ts';
import type { Judgement } from './judging.store.ts';
import { type Act, logAct } from './log.store.ts';
import { type Ground, refuseJudge } from './moderation.ts';

export interface Suspension extends Ground {
  id: string;
  words: string;
  suspendedAt: Date;
  until: Date;
}

/** Why somebody publishes nothing now, and until when; null: they may. */
export async function findSuspension(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<Suspension | null> {
  const { rows } = await sql<Suspension>`
    /* prepared: standing-suspension */ select id, article, article_title as "articleTitle", words,
      suspended_at as "suspendedAt", until
    from suspension where organisation_id = ${organisationId} and person_id = ${personId}
      and until > palabre_now() and lifted_at is null
    order by until desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** For what publishes in the name of somebody who may not be there: what they send themselves is shut before (`site/suspension`). */
export const isSuspended = async (
  db: Db,
  organisationId: string,
  personId: string,
): Promise<boolean> => (await findSuspension(db, organisationId, personId)) !== null;

/** Until so many days from now. Whoever is suspended already is told so: one at a time. */
export async function suspendIn(
  tx: Tx,
  act: Act,
  caseId: string,
  suspended: Ground & { words: string; days: number },
): Promise<Judgement<{ personId: string; until: Date }>> {
  const { organisationId, by } = act;
  const judged = await findCase(tx, organisationId, caseId, true);
  if (!judged) return { ok: false, refusal: 'gone' };
  const own = refuseJudge(judged, by);
  if (own) return { ok: false, refusal: own };
  if (!judged.authorId) return { ok: false, refusal: 'no-author' };
  if (suspended.article === null) return { ok: false, refusal: 'article-missing' };
  // of two cases about the same person, one suspends
  await sql`select pg_advisory_xact_lock(hashtextextended('suspension ' || ${judged.authorId}::text, 0))`.execute(
    tx,
  );
  const { rows } = await sql<{ until: Date }>`
    insert into suspension (organisation_id, case_id, person_id, article, article_title, words, suspended_by, until)
    select ${organisationId}, ${caseId}, ${judged.authorId}, ${suspended.article}, ${suspended.articleTitle},
      ${suspended.words}, ${by}, palabre_now() + ${suspended.days} * interval '1 day'
    where not exists (select from suspension where organisation_id = ${organisationId}
      and person_id = ${judged.authorId} and until > palabre_now() and lifted_at is null)
    on conflict on constraint suspension_once do nothing
    returning until`.execute(tx);
  if (!rows[0]) return { ok: false, refusal: 'already-suspended' };
  await logAct(tx, act, 'suspended', judged, suspended);
  return { ok: true, judged, personId: judged.authorId, until: rows[0].until };
}

/** Before its end; false: nothing stood. */
export async function liftSuspensionIn(tx: Tx, act: Act, caseId: string): Promise<boolean> {
  const { organisationId, by } = act;
  const { rows } = await sql<{ id: string }>`
    update suspension set lifted_by = ${by}, lifted_at = palabre_now()
    where organisation_id = ${organisationId} and case_id = ${caseId} and lifted_at is null
      and until > palabre_now() returning id`.execute(tx);
  if (rows.length === 0) return false;
  await recordFact(tx, {
    organisationId,
    kind: 'moderation.suspension-lifted',
    actorId: by,
    subject: { kind: 'moderation-case', id: caseId },
  });
  return true;
}

export interface Sanctions {
  warning: { words: string; articleTitle: string; warnedAt: Date } | null;
  suspension: (Suspension & { liftedAt: Date | null }) | null;
}

/** What a case had for consequence for who wrote it. */
export async function findSanctions(
  db: Db,
  organisationId: string,
  caseId: string,
): Promise<Sanctions> {
  const { rows: warnings } = await sql<NonNullable<Sanctions['warning']>>`
    select words, article_title as "articleTitle", warned_at as "warnedAt" from warning
    where organisation_id = ${organisationId} and case_id = ${caseId}`.execute(db);
  const { rows: suspensions } = await sql<NonNullable<Sanctions['suspension']>>`
    select id, article, article_title as "articleTitle", words, suspended_at as "suspendedAt", until,
      lifted_at as "liftedAt"
    from suspension where organisation_id = ${organisationId} and case_id = ${caseId}`.execute(db);
  return { warning: warnings[0] ?? null, suspension: suspensions[0] ?? null };
}
