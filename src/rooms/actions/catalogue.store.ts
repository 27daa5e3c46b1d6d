import { type SqlBool, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { actions, asAction } from './action.store.ts';
import type { Action } from './action.ts';
import { CATALOGUE_SIZE, type CatalogueFilter, NO_FILTER, splitWords } from './catalogue.ts';

/**
 * A page of the actions of a fund, the newest published first: never by how many groups or members stand behind them
 * (R16). `groupIds`: of whom; null: of everybody. `next`: the last one shown, where more follow.
 */
export async function listCatalogue(
  db: Db,
  organisationId: string,
  fundId: string,
  filter: CatalogueFilter,
  { groupIds, limit = CATALOGUE_SIZE }: { groupIds: readonly string[] | null; limit?: number },
): Promise<{ actions: Action[]; next: string | null }> {
  const rows = await catalogue(db, organisationId, fundId, filter, groupIds)
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit).map(asAction);
  return { actions: shown, next: rows.length > limit ? shown.at(-1)!.id : null };
}

/** The query itself, for whoever asks how it is planned. */
export function catalogue(
  db: Db,
  organisationId: string,
  fundId: string,
  filter: CatalogueFilter = NO_FILTER,
  groupIds: readonly string[] | null = null,
) {
  let query = actions(db, organisationId)
    .where('fund_id', '=', fundId)
    // as the index says it
    .where(sql<SqlBool>`state in ('published', 'fundable')`)
    .orderBy('published_at', 'desc')
    .orderBy('id');
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.state)
    query = query.where('state', '=', filter.state === 'seeking' ? 'published' : 'fundable');
  if (filter.most !== null) query = query.where('maximum', '<=', filter.most);
  if (filter.words !== '')
    query = query.where(
      sql<SqlBool>`words @@ (select words_query(${splitWords(filter.words)}::text[]))`,
    );
  if (groupIds !== null)
    query = query.where(sql<SqlBool>`group_id = any(${[...groupIds]}::uuid[])`);
  if (filter.after) {
    const edge = sql`(select e.published_at from fund_action e
      where e.organisation_id = ${organisationId} and e.id = ${filter.after}::uuid)`;
    query = query.where(
      sql<SqlBool>`(published_at < ${edge} or (published_at = ${edge} and id > ${filter.after}::uuid))`,
    );
  }
  return query;
}

/** How many are published, whatever is asked for. */
export async function countCatalogue(
  db: Db,
  organisationId: string,
  fundId: string,
): Promise<{ all: number; fundable: number }> {
  const { rows } = await sql<{ all: number; fundable: number }>`
    select count(*)::int as all, (count(*) filter (where state = 'fundable'))::int as fundable
    from fund_action where organisation_id = ${organisationId} and fund_id = ${fundId}::uuid
      and state in ('published', 'fundable')`.execute(db);
  return rows[0]!;
}
