import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { ContributionKind } from '../../platform/http/contribution.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Appeal, Hiding } from './moderation.ts';

const columns = sql`h.id, h.case_id as "caseId", h.target_kind as "targetKind", h.target_id as "targetId", h.article,
  h.article_title as "articleTitle", h.words, h.hidden_by as "hiddenBy", h.hidden_at as "hiddenAt",
  h.lifted_at as "liftedAt", h.lifted_words as "liftedWords"`;

export async function findHiding(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Hiding | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<Hiding>`select ${columns} from hiding h
    where h.organisation_id = ${organisationId} and h.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function findHidingOfCase(
  db: Db,
  organisationId: string,
  caseId: string,
): Promise<Hiding | null> {
  const { rows } = await sql<Hiding>`select ${columns} from hiding h
    where h.organisation_id = ${organisationId} and h.case_id = ${caseId}`.execute(db);
  return rows[0] ?? null;
}

/** Why a contribution is out of sight now; null: it is not. */
export async function findStandingHiding(
  db: Db,
  organisationId: string,
  kind: ContributionKind,
  id: string,
): Promise<Hiding | null> {
  const { rows } = await sql<Hiding>`select ${columns} from hiding h
    where h.organisation_id = ${organisationId} and h.target_kind = ${kind} and h.target_id = ${id}
      and h.lifted_at is null`.execute(db);
  return rows[0] ?? null;
}

const appealColumns = sql`a.hiding_id as "hidingId", a.words, a.appealed_at as "appealedAt",
  a.answered_at as "answeredAt", a.answer, a.outcome`;

export async function findAppeal(
  db: Db,
  organisationId: string,
  hidingId: string,
): Promise<Appeal | null> {
  const { rows } = await sql<Appeal>`select ${appealColumns} from appeal a
    where a.organisation_id = ${organisationId} and a.hiding_id = ${hidingId}`.execute(db);
  return rows[0] ?? null;
}

export interface WaitingAppeal extends Appeal {
  caseId: string;
  title: string;
  targetKind: ContributionKind;
}

/** Appeals that nobody answered, the oldest first, a hundred at most. */
export async function listAppeals(
  db: Db,
  organisationId: string,
  scope: readonly string[] | null,
): Promise<WaitingAppeal[]> {
  const { rows } = await sql<WaitingAppeal>`
    select ${appealColumns}, c.id as "caseId", c.title, c.target_kind as "targetKind"
    from appeal a
    join hiding h on h.organisation_id = a.organisation_id and h.id = a.hiding_id
    join moderation_case c on c.organisation_id = h.organisation_id and c.id = h.case_id
    where a.organisation_id = ${organisationId} and a.answered_at is null
      ${scope === null ? sql`` : sql`and c.space_id = any(${[...scope]}::uuid[])`}
    order by a.appealed_at, a.hiding_id limit 100`.execute(db);
  return rows;
}
