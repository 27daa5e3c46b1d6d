import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Category, Helping, HelpRequest, RequestFilter } from './request.ts';

export const PAGE_SIZE = 20;

const columns = sql`r.id, r.number, r.component_id as "componentId", r.category, r.title, r.question, r.lang,
  r.deadline::text, r.asked_by as "askedBy", r.asked_at as "askedAt", r.shared_at as "sharedAt",
  r.accepted_comment as "acceptedComment", r.closed_at as "closedAt", r.hidden_at as "hiddenAt", r.held_at as "heldAt",
  r.refused_at as "refusedAt"`;

/** By id, by the number of its address, or by the form that made it. `lock`: held until the transaction ends. */
export async function findRequest(
  db: Db,
  organisationId: string,
  by: { id: string } | { number: number } | { madeFrom: string },
  lock = false,
): Promise<HelpRequest | null> {
  const which =
    'id' in by
      ? sql`r.id = ${by.id}::uuid`
      : 'number' in by
        ? sql`r.number = ${by.number}`
        : sql`r.made_from = ${by.madeFrom}::uuid`;
  const { rows } = await sql<HelpRequest>`select ${columns} from help_request r
    where r.organisation_id = ${organisationId} and ${which} ${lock ? sql`for update` : sql``}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Which requests of a component somebody sees, as `seesRequest` says it. */
function seenBy({ personId, isTeam, helps }: Helping): RawBuilder<unknown> {
  return sql`((r.hidden_at is null and (r.shared_at is not null or ${isTeam}::boolean
      or r.category = any(${[...helps]}::text[]))) or (r.asked_by = ${personId}::uuid
      and (r.hidden_at is null or r.held_at is not null)))`;
}

interface Asked extends RequestFilter {
  componentId: string;
}

/** A page of the requests that somebody sees, the newest first. */
export async function listRequests(
  db: Db,
  organisationId: string,
  asked: Asked,
  helping: Helping,
): Promise<{ requests: HelpRequest[]; next: number | null }> {
  const { rows } = await selectRequests(organisationId, asked, helping).execute(db);
  const requests = rows.slice(0, PAGE_SIZE);
  return { requests, next: rows.length > PAGE_SIZE ? requests.at(-1)!.number : null };
}

/** The statement of `listRequests`, so that its plan can be looked at. */
export function selectRequests(
  organisationId: string,
  { componentId, state, category, part, after }: Asked,
  helping: Helping,
) {
  const { personId, helps } = helping;
  const filters = [
    ...(state ? [states[state]] : []),
    ...(category ? [sql`and r.category = ${category}`] : []),
    ...(part === 'mine' ? [sql`and r.asked_by = ${personId}::uuid`] : []),
    ...(part === 'waiting'
      ? [
          sql`and r.category = any(${[...helps]}::text[]) and r.asked_by <> ${personId}::uuid ${states.open}`,
        ]
      : []),
    ...(after === null ? [] : [sql`and r.number < ${after}`]),
  ];
  return sql<HelpRequest>`select ${columns} from help_request r
    where r.organisation_id = ${organisationId} and r.component_id = ${componentId}::uuid
      and ${seenBy(helping)} ${sql.join(filters, sql` `)}
    order by r.number desc limit ${PAGE_SIZE + 1}`;
}

const states = {
  open: sql`and r.accepted_comment is null and r.closed_at is null`,
  answered: sql`and r.accepted_comment is not null and r.closed_at is null`,
  closed: sql`and r.closed_at is not null`,
} as const;

/** How many requests of each component every reader of its space finds there. */
export async function countSharedRequests(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; requests: number }>`
    select component_id as id, count(*)::int as requests from help_request
    where organisation_id = ${organisationId} and component_id = any(${[...componentIds]}::uuid[])
      and shared_at is not null and hidden_at is null
    group by component_id`.execute(db);
  return new Map(rows.map(({ id, requests }) => [id, requests]));
}

/** Open requests of every organisation whose deadline is near and whose helpers were not reminded. */
export async function listRequestsToRecall(
  db: Db,
  from: string,
  until: string,
): Promise<{ organisationId: string; id: string }[]> {
  const { rows } = await sql<{ organisationId: string; id: string }>`
    select organisation_id as "organisationId", id from help_request
    where deadline between ${from}::date and ${until}::date and recalled_at is null
      and accepted_comment is null and closed_at is null and hidden_at is null
    order by deadline, id limit 500`.execute(db);
  return rows;
}

/** Categories that a component offers, in order; both unless its team settled it. */
export async function listCategories(
  db: Db,
  organisationId: string,
  componentId: string,
): Promise<Category[]> {
  const { rows } = await sql<{ categories: Category[] }>`select categories from help_setting
    where organisation_id = ${organisationId} and component_id = ${componentId}::uuid`.execute(db);
  return rows[0]?.categories ?? ['legal', 'technical'];
}
