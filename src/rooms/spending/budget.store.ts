import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Budget, BudgetActKind, BudgetLine, BudgetState } from './budget.ts';

const columns = [
  'id',
  'number',
  'fund_id',
  'action_id',
  'group_id',
  'state',
  'explanation',
  'amount',
  'flagged_at',
  'version',
  'written_by',
  'written_at',
  'submitted_at',
  'decided_by',
  'decided_at',
] as const;

function budgets(db: Db, organisationId: string) {
  return db
    .selectFrom('spending_budget')
    .select(columns)
    .select(
      // what the desk decided since the certification was lost
      sql<boolean>`coalesce((select kind = 'kept' from spending_budget_act a
        where a.organisation_id = spending_budget.organisation_id and a.budget_id = spending_budget.id
          and kind in ('flagged', 'kept') order by sequence desc limit 1), false)`.as('is_kept'),
    )
    .where('organisation_id', '=', organisationId);
}

/** By the number of its address. */
export async function findBudget(
  db: Db,
  organisationId: string,
  number: number,
): Promise<Budget | null> {
  const row = await budgets(db, organisationId).where('number', '=', number).executeTakeFirst();
  return row ? asBudget(row) : null;
}

/** `id`: a uuid. */
export async function findBudgetById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Budget | null> {
  const row = await budgets(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asBudget(row) : null;
}

/** Holds a budget until the transaction ends: after its group and its action, before requests and the fund. */
export async function lockBudget(
  tx: Db,
  organisationId: string,
  id: string,
): Promise<Budget | null> {
  await sql`select 1 from spending_budget where organisation_id = ${organisationId} and id = ${id}::uuid
    for update`.execute(tx);
  return findBudgetById(tx, organisationId, id);
}

export async function listBudgetLines(
  db: Db,
  organisationId: string,
  budgetId: string,
): Promise<BudgetLine[]> {
  return await db
    .selectFrom('spending_budget_line')
    .select(['label', 'amount'])
    .where('organisation_id', '=', organisationId)
    .where('budget_id', '=', budgetId)
    .orderBy('position')
    .execute();
}

/** The newest first. */
export async function listBudgetsOfGroup(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<Budget[]> {
  const rows = await budgets(db, organisationId)
    .where('group_id', '=', groupId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(asBudget);
}

export interface BudgetFilter {
  state?: BudgetState | null;
  fundId?: string | null;
  groupId?: string | null;
  /** Number after which the page begins, among those that wait for nothing. */
  after?: number | null;
}

export const BUDGETS_ON_A_PAGE = 50;

/** What the desk looks at: flagged ones on top, then those to decide, the oldest first; then all others, the newest first. */
export async function listBudgetsForDesk(
  db: Db,
  organisationId: string,
  filter: BudgetFilter = {},
): Promise<Budget[]> {
  const found: Budget[] = [];
  for (const turn of budgetsInTurn(db, organisationId, filter)) {
    const missing = BUDGETS_ON_A_PAGE - found.length;
    if (missing > 0) found.push(...(await turn.limit(missing).execute()).map(asBudget));
  }
  return found;
}

/** The three turns of the desk's list: an index gives each in its order. */
export function budgetsInTurn(
  db: Db,
  organisationId: string,
  { state = null, fundId = null, groupId = null, after = null }: BudgetFilter = {},
) {
  let asked = budgets(db, organisationId);
  if (state) asked = asked.where('state', '=', state);
  if (fundId) asked = asked.where('fund_id', '=', fundId);
  if (groupId) asked = asked.where('group_id', '=', groupId);
  const usual = asked.where('flagged_at', 'is', null);
  const others = usual.where('state', 'not in', ['draft', 'submitted']).orderBy('number', 'desc');
  // what waits stands on the first page alone: deciding on it brings the next ones there
  if (after !== null) return [others.where('number', '<', after)];
  return [
    asked
      .where('state', '<>', 'draft')
      .where('flagged_at', 'is not', null)
      .orderBy('flagged_at')
      .orderBy('id'),
    usual.where('state', '=', sql.lit('submitted')).orderBy('submitted_at').orderBy('id'),
    others,
  ];
}

/** How much waits for the desk: budgets to decide, and those of groups that lost their certification. */
export async function countBudgetsToDecide(
  db: Db,
  organisationId: string,
): Promise<{ submitted: number; flagged: number }> {
  const { rows } = await sql<{ submitted: number; flagged: number }>`
    select (count(*) filter (where state = 'submitted'))::int as submitted, count(flagged_at)::int as flagged
    from spending_budget where organisation_id = ${organisationId}
      and (state = 'submitted' or flagged_at is not null)`.execute(db);
  return rows[0]!;
}

export interface BudgetAct {
  id: string;
  kind: BudgetActKind;
  words: string;
  byPersonId: string | null;
  at: Date;
}

/** Its history, the newest first. */
export async function listBudgetActs(
  db: Db,
  organisationId: string,
  budgetId: string,
): Promise<BudgetAct[]> {
  const rows = await acts(db, organisationId)
    .where('budget_id', '=', budgetId)
    .orderBy('sequence', 'desc')
    .execute();
  return rows.map(asAct);
}

/** What a letter tells about. */
export async function findBudgetAct(
  db: Db,
  organisationId: string,
  id: string,
): Promise<(BudgetAct & { budgetId: string }) | null> {
  const row = await acts(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? { ...asAct(row), budgetId: row.budget_id } : null;
}

const acts = (db: Db, organisationId: string) =>
  db
    .selectFrom('spending_budget_act')
    .select(['id', 'budget_id', 'kind', 'words', 'by_person', 'at'])
    .where('organisation_id', '=', organisationId);

const asAct = (
  row: Awaited<ReturnType<ReturnType<typeof acts>['executeTakeFirstOrThrow']>>,
): BudgetAct => ({
  id: row.id,
  kind: row.kind as BudgetActKind,
  words: row.words,
  byPersonId: row.by_person,
  at: row.at,
});

function asBudget(
  row: Awaited<ReturnType<ReturnType<typeof budgets>['executeTakeFirstOrThrow']>>,
): Budget {
  return {
    id: row.id,
    number: row.number,
    fundId: row.fund_id,
    actionId: row.action_id,
    groupId: row.group_id,
    state: row.state as BudgetState,
    explanation: row.explanation,
    amount: row.amount,
    flaggedAt: row.flagged_at,
    isKept: row.is_kept,
    version: row.version,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    submittedAt: row.submitted_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}
