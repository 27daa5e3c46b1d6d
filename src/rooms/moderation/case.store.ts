import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { ModerationCase, QueueState } from './moderation.ts';

/** Cases on one page of the queue. */
export const PAGE_SIZE = 30;

const columns = sql`c.id, c.target_kind as "targetKind", c.target_id as "targetId", c.space_id as "spaceId", c.title,
  c.author_id as "authorId", c.reports, c.opened_at as "openedAt", c.raised_at as "raisedAt", c.asked_at as "askedAt",
  c.closed_at as "closedAt", c.closed_by as "closedBy", c.outcome`;

/** `lock`: held until the transaction ends, so that of two who judge at once the second sees what the first did. */
export async function findCase(
  db: Db,
  organisationId: string,
  id: string,
  lock = false,
): Promise<ModerationCase | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<ModerationCase>`select ${columns} from moderation_case c
    where c.organisation_id = ${organisationId} and c.id = ${id} ${lock ? sql`for update` : sql``}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Which cases somebody may see: all (null), or those of these spaces. */
export type Scope = readonly string[] | null;

const within = (scope: Scope): RawBuilder<unknown> =>
  scope === null ? sql`` : sql`and c.space_id = any(${[...scope]}::uuid[])`;

/** Places of the queue where cases stand and are counted. */
export type CaseState = Exclude<QueueState, 'closed' | 'held'>;

interface Asked {
  state: QueueState;
  scope: Scope;
  /** Id of the last one shown. */
  after: string | null;
}

/** A page of the queue, one more than fits: urgent first, then in order of time; what is closed, the latest first. */
export async function listCases(
  db: Db,
  organisationId: string,
  asked: Asked,
): Promise<ModerationCase[]> {
  return (await selectCases(organisationId, asked).execute(db)).rows;
}

/** The statement of `listCases`, so that its plan can be looked at. */
export function selectCases(
  organisationId: string,
  { state, scope, after }: Asked,
): RawBuilder<ModerationCase> {
  const edge = (keys: RawBuilder<unknown>) =>
    sql`(select ${keys} from moderation_case l where l.organisation_id = ${organisationId} and l.id = ${after})`;
  const here =
    state === 'closed'
      ? sql`c.closed_at is not null
          ${after ? sql`and (c.closed_at, c.id) < ${edge(sql`l.closed_at, l.id`)}` : sql``}`
      : sql`c.closed_at is null
          ${state === 'urgent' ? sql`and c.rank = 0` : state === 'asked' ? sql`and c.asked_at is not null` : sql``}
          ${after ? sql`and (c.rank, c.opened_at, c.id) > ${edge(sql`l.rank, l.opened_at, l.id`)}` : sql``}`;
  const order =
    state === 'closed' ? sql`c.closed_at desc, c.id desc` : sql`c.rank, c.opened_at, c.id`;
  return sql<ModerationCase>`select ${columns} from moderation_case c
    where c.organisation_id = ${organisationId} ${within(scope)} and ${here}
    order by ${order} limit ${PAGE_SIZE + 1}`;
}

/** What waits, as the tabs of the queue count it. */
export async function countCases(
  db: Db,
  organisationId: string,
  scope: Scope,
): Promise<Record<CaseState, number>> {
  const { rows } = await sql<Record<CaseState, number>>`
    select count(*)::int as waiting, count(*) filter (where c.rank = 0)::int as urgent,
      count(*) filter (where c.asked_at is not null)::int as asked
    from moderation_case c
    where c.organisation_id = ${organisationId} ${within(scope)} and c.closed_at is null`.execute(
    db,
  );
  return rows[0]!;
}

/** Other cases about what the same person wrote, the latest first. */
export async function listCasesOfAuthor(
  db: Db,
  organisationId: string,
  authorId: string,
  except: string,
): Promise<ModerationCase[]> {
  const { rows } = await sql<ModerationCase>`select ${columns} from moderation_case c
    where c.organisation_id = ${organisationId} and c.author_id = ${authorId} and c.id <> ${except}
    order by c.opened_at desc, c.id limit 20`.execute(db);
  return rows;
}

export interface Report {
  id: string;
  personId: string | null;
  article: number | null;
  articleTitle: string;
  words: string;
  reportedAt: Date;
}

/** What was reported, the latest first, a hundred at most: the case knows how many there are. */
export async function listReports(
  db: Db,
  organisationId: string,
  caseId: string,
): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select id, person_id as "personId", article, article_title as "articleTitle", words, reported_at as "reportedAt"
    from report where organisation_id = ${organisationId} and case_id = ${caseId}
    order by reported_at desc, id limit 100`.execute(db);
  return rows;
}

/** Why its author asks that it be hidden; null: they did not. */
export async function findRequest(
  db: Db,
  organisationId: string,
  caseId: string,
): Promise<{ justification: string; askedAt: Date } | null> {
  const row = await db
    .selectFrom('hide_request')
    .select(['justification', 'asked_at'])
    .where('organisation_id', '=', organisationId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row ? { justification: row.justification, askedAt: row.asked_at } : null;
}
