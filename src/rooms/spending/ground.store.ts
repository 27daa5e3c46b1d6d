import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { type Action, findActionById, isFundable, lockAction } from '../actions/index.ts';
import { type Fund, findFundById, isFundOpen } from '../funds/index.ts';
import { findGroupById, type Group, isCertified, lockGroup } from '../groups/index.ts';
import type { BudgetGround } from './budget.ts';

/** What a budget, or a claim on it, rests on. */
export interface Grounds {
  group: Group;
  action: Action;
  fund: Fund;
  ground: BudgetGround;
}

interface Of {
  groupId: string;
  actionId: string;
}

/** As it is now, for a page. */
export async function findGrounds(
  db: Db,
  organisationId: string,
  { groupId, actionId }: Of,
): Promise<Grounds | null> {
  const group = await findGroupById(db, organisationId, groupId);
  const action = await findActionById(db, organisationId, actionId);
  return group && action ? readGrounds(db, organisationId, group, action) : null;
}

/** The same, held until the transaction ends: the group first, then the action. */
export async function lockGrounds(
  tx: Tx,
  organisationId: string,
  { groupId, actionId }: Of,
): Promise<Grounds | null> {
  const group = await lockGroup(tx, organisationId, groupId);
  const action = await lockAction(tx, organisationId, actionId);
  return group && action ? readGrounds(tx, organisationId, group, action) : null;
}

async function readGrounds(
  db: Db,
  organisationId: string,
  group: Group,
  action: Action,
): Promise<Grounds | null> {
  const fund = await findFundById(db, organisationId, action.fundId);
  if (!fund) return null;
  const { rows } = await sql<{ reimbursed: number; is_funded: boolean }>`
    select coalesce(sum(r.fund_amount), 0)::bigint as reimbursed,
      coalesce(bool_or(b.state = 'consumed'), false) as is_funded
    from spending_budget b
    left join spending_request r on r.organisation_id = b.organisation_id and r.budget_id = b.id
    where b.organisation_id = ${organisationId} and b.group_id = ${group.id}::uuid
      and b.action_id = ${action.id}::uuid`.execute(db);
  const { reimbursed, is_funded } = rows[0]!;
  return {
    group,
    action,
    fund,
    ground: {
      isCertified: isCertified(group),
      isFundable: isFundable(action),
      isFundOpen: isFundOpen(fund),
      maximum: Math.min(action.maximum, fund.cap),
      reimbursed,
      isFunded: is_funded,
      allowRepeats: fund.allowRepeats,
    },
  };
}
