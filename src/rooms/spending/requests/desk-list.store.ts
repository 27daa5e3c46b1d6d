import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { asRequest, requests } from '../request.store.ts';
import type { Request, RequestState } from '../request.ts';
import { DESK_STATES, type DeskFilter, type DeskState, isQueue } from './desk-filter.ts';

const ON_A_PAGE = 50;

/** A page of what came to the desk. `groupId` goes with the filter's group: null, of whatever group. */
export async function listForDesk(
  db: Db,
  organisationId: string,
  filter: DeskFilter,
  groupId: string | null,
  limit = ON_A_PAGE,
): Promise<{ requests: Request[]; next: number | null }> {
  const { state, source, category, timing, campaign, from, to, words, after } = filter;
  const ascending = isQueue(state);
  let query = requests(db, organisationId).where('state', 'in', state ? [state] : DESK_STATES);
  if (groupId) query = query.where('group_id', '=', groupId);
  if (source) query = query.where('source', '=', source);
  if (category) query = query.where('category', '=', category);
  if (timing) query = query.where('timing', '=', timing);
  if (campaign !== null) query = query.where('campaign', '=', campaign);
  if (from) query = query.where(sql<boolean>`spent_on >= ${from}::date`);
  if (to) query = query.where(sql<boolean>`spent_on <= ${to}::date`);
  for (const word of words.split(/\s+/).filter((one) => one !== '')) {
    const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`unaccent(lower(title || ' ' || explanation)) like unaccent(lower(${like}))`,
    );
  }
  if (after !== null) query = query.where('number', ascending ? '>' : '<', after);
  const rows = await query
    .orderBy('number', ascending ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit).map(asRequest);
  return { requests: page, next: rows.length > limit ? page.at(-1)!.number : null };
}

/** How many are in each state that the desk knows. */
export async function countForDesk(
  db: Db,
  organisationId: string,
): Promise<ReadonlyMap<DeskState, number>> {
  const rows = await db
    .selectFrom('spending_request')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .where('deleted_at', 'is', null)
    .where('state', 'in', DESK_STATES)
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state as DeskState, Number(count)]));
}

/** A document of another request that holds the same bytes as one of this one's. */
export interface SameDocument {
  title: string;
  number: number;
  state: RequestState;
}

/** What was handed in elsewhere too, whoever sent it, refused requests with them: the desk looks (W15). */
export async function listSameDocuments(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<SameDocument[]> {
  const { rows } = await sql<SameDocument>`
    select distinct d.title, r.number, r.state from spending_document d
    join spending_document o on o.organisation_id = d.organisation_id and o.sent_sha256 = d.sent_sha256
      and o.request_id <> d.request_id and o.removed_at is null
    join spending_request r on r.organisation_id = o.organisation_id and r.id = o.request_id and r.deleted_at is null
    where d.organisation_id = ${organisationId} and d.request_id = ${requestId}::uuid and d.removed_at is null
    order by r.number`.execute(db);
  return rows;
}
