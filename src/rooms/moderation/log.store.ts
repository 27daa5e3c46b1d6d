import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Ground, LoggedAct, ModerationCase } from './moderation.ts';

/** Acts on one page of the public log. */
export const LOG_PAGE = 50;

/** Who judges, in which organisation. */
export interface Act {
  organisationId: string;
  by: string;
}

/** An act of a moderator: a fact for the office, and for everybody a line without names. */
export async function logAct(
  tx: Tx,
  { organisationId, by }: Act,
  kind: Exclude<LoggedAct['kind'], 'published' | 'refused'>,
  { id, targetKind }: Pick<ModerationCase, 'id' | 'targetKind'>,
  { article, articleTitle }: Ground = { article: null, articleTitle: '' },
): Promise<void> {
  await tx
    .insertInto('moderation_act')
    .values({
      organisation_id: organisationId,
      kind,
      target_kind: targetKind,
      article,
      article_title: articleTitle,
    })
    .execute();
  await recordFact(tx, {
    organisationId,
    kind: `moderation.${kind}`,
    actorId: by,
    subject: { kind: 'moderation-case', id },
    detail: { target: targetKind, ...(article !== null && { article }) },
  });
}

/** The latest first, from below an act; one more than fits. */
export async function listActs(
  db: Db,
  organisationId: string,
  before: number | null,
): Promise<LoggedAct[]> {
  const { rows } = await sql<LoggedAct>`
    select sequence, kind, texts, target_kind as "targetKind", article, article_title as "articleTitle", acted_at as "actedAt"
    from moderation_act where organisation_id = ${organisationId}
      ${before === null ? sql`` : sql`and sequence < ${before}`}
    order by sequence desc limit ${LOG_PAGE + 1}`.execute(db);
  return rows;
}
