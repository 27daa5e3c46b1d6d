import { found } from '../../platform/http/refused.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import { type Fund, findFund, findFundById } from '../funds/index.ts';
import { findGroupById, findMembership, type Group, groupRightOf } from '../groups/index.ts';
import { readNumber } from '../spaces/index.ts';
import { findAction } from './action.store.ts';
import type { Action } from './action.ts';
import type { Sender } from './proposal.mails.ts';

/** The fund of the address that is open or was: a draft of the office is nobody else's. */
export async function loadOpenedFund({ db, organisation, params }: Visit<'fund'>): Promise<Fund> {
  const fund = await findFund(db, organisation.id, params.fund);
  return found(fund?.openedAt ? fund : null, 'fund');
}

/** The action of the address, in this movement, whoever may see it: callers check. */
export async function loadAnyAction({
  db,
  organisation,
  params,
}: Visit<'action'>): Promise<Action> {
  const number = found(readNumber(params.action), 'action');
  return found(await findAction(db, organisation.id, number), 'action');
}

export interface OwnAction {
  action: Action;
  group: Group;
  fund: Fund;
  /** Leads and managers write and hand in; members read. */
  writes: boolean;
}

/** An action with what it belongs to. */
export async function surround(
  { db, organisation }: Visit,
  action: Action,
): Promise<{ group: Group; fund: Fund }> {
  const [group, fund] = await Promise.all([
    findGroupById(db, organisation.id, action.groupId),
    findFundById(db, organisation.id, action.fundId),
  ]);
  return { group: group!, fund: fund! };
}

/** The action of the address as its own group sees it; for anybody else it is not there (R11). */
export async function loadOwnAction(visit: SignedInVisit<'action'>): Promise<OwnAction> {
  const { db, organisation, visitor } = visit;
  const action = await loadAnyAction(visit);
  const own = await findMembership(db, organisation.id, action.groupId, visitor.id);
  const right = groupRightOf(own);
  found(right.isMember ? own : null, 'action');
  return { action, ...(await surround(visit, action)), writes: right.manages };
}

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

export const senderOf = ({ organisation, config }: Visit): Sender => ({ organisation, config });
