import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Fund, FundLink, Visibility } from './fund.ts';
import type { ThresholdStep } from './threshold.ts';

const columns = [
  'id',
  'slug',
  'name',
  'period',
  'summary',
  'presentation',
  'rules',
  'visible_to',
  'cap',
  'threshold',
  'count_proposer',
  'allow_repeats',
  'version',
  'created_at',
  'opened_at',
  'closed_at',
] as const;

const funds = (db: Db, organisationId: string) =>
  db.selectFrom('fund').select(columns).where('organisation_id', '=', organisationId);

/** By what its address says; a draft too. */
export async function findFund(db: Db, organisationId: string, slug: string): Promise<Fund | null> {
  const row = await funds(db, organisationId).where('slug', '=', slug).executeTakeFirst();
  return row ? asFund(row) : null;
}

/** `id`: a uuid. */
export async function findFundById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Fund | null> {
  const row = await funds(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asFund(row) : null;
}

/**
 * Holds a fund until the transaction ends: its threshold, its settings and whether it is open change under this lock.
 * After group, action and budget, before the accounts of the ledger.
 */
export async function lockFund(tx: Db, organisationId: string, id: string): Promise<Fund | null> {
  await sql`select 1 from fund where organisation_id = ${organisationId} and id = ${id}::uuid
    for no key update`.execute(tx);
  return findFundById(tx, organisationId, id);
}

/** Those in which groups act now, by name. */
export async function listOpenFunds(db: Db, organisationId: string): Promise<Fund[]> {
  const rows = await funds(db, organisationId)
    .where('opened_at', 'is not', null)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(asFund);
}

/** Open ones, then drafts, then closed ones; by name. A movement has a few. */
export async function listFunds(db: Db, organisationId: string): Promise<Fund[]> {
  const rows = await funds(db, organisationId)
    .orderBy(sql`case when opened_at is null then 1 when closed_at is null then 0 else 2 end`)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(asFund);
}

/** Those that are called so, by their address or their name, whatever its accents and capitals. */
export async function listFundsCalled(
  db: Db,
  organisationId: string,
  called: readonly string[],
): Promise<Pick<Fund, 'id' | 'slug' | 'name'>[]> {
  if (called.length === 0) return [];
  const { rows } = await sql<Pick<Fund, 'id' | 'slug' | 'name'>>`select id, slug, name from fund
    where organisation_id = ${organisationId} and opened_at is not null
      and (slug = any(${called}::text[]) or palabre_fold(name) = any(
        select palabre_fold(one) from unnest(${called}::text[]) as c (one)))
    order by name, id`.execute(db);
  return rows;
}

/** Ids of those whose names hold these words. */
export async function seekFunds(db: Db, organisationId: string, words: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from fund
    where organisation_id = ${organisationId} and not exists (
      select from regexp_split_to_table(palabre_fold(${words}), '\\s+') as word
      where strpos(palabre_fold(name), word) = 0)`.execute(db);
  return rows.map(({ id }) => id);
}

/** In the order of the form. */
export async function listFundLinks(
  db: Db,
  organisationId: string,
  fundId: string,
): Promise<FundLink[]> {
  return await db
    .selectFrom('fund_link')
    .select(['label', 'address'])
    .where('organisation_id', '=', organisationId)
    .where('fund_id', '=', fundId)
    .orderBy('position')
    .execute();
}

/** From the highest share to the lowest. */
export async function listThresholdSteps(
  db: Db,
  organisationId: string,
  fundId: string,
): Promise<ThresholdStep[]> {
  return await db
    .selectFrom('fund_threshold_step')
    .select(['below', 'threshold'])
    .where('organisation_id', '=', organisationId)
    .where('fund_id', '=', fundId)
    .orderBy('below', 'desc')
    .execute();
}

type Row = Awaited<ReturnType<ReturnType<typeof funds>['executeTakeFirstOrThrow']>>;

function asFund(row: Row): Fund {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    period: row.period,
    summary: row.summary,
    presentation: row.presentation,
    rules: row.rules,
    visibleTo: row.visible_to as Visibility,
    cap: row.cap,
    threshold: row.threshold,
    countProposer: row.count_proposer,
    allowRepeats: row.allow_repeats,
    version: row.version,
    createdAt: row.created_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  };
}
