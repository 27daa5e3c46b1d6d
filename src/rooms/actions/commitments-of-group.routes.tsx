import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { page, type Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import {
  type Fund,
  findActionReader,
  findFundById,
  listOpenFunds,
  seesActions,
} from '../funds/index.ts';
import { inMovements } from '../groups/index.routes.ts';
import { findGroup, findMembership, type Group, groupRightOf } from '../groups/index.ts';
import { findActionsById } from './action.store.ts';
import { listCommitmentsOf } from './commitment-list.store.ts';
import { type GroupCommitment, GroupCommitmentsPage } from './commitments-of-group.page.tsx';

/** Commitments of a group, for whoever sees the actions of their fund (R15). */
export const groupCommitmentRoutes: readonly Route[] = inMovements([
  get(urls.groupCommitments, 'anyone', async (visit) => {
    const { db, organisation, visitor, params } = visit;
    const group = found(await findGroup(db, organisation.id, params.group), 'group');
    const own = visitor ? await findMembership(db, organisation.id, group.id, visitor.id) : null;
    const reader = await findActionReader(db, organisation.id, visitor);
    const funds = await listOpenFunds(db, organisation.id);
    return page({
      title: m.commit_of_group(),
      section: 'groups',
      body: (
        <GroupCommitmentsPage
          group={group}
          commitments={await listSeenCommitments(visit, group, own !== null)}
          manages={groupRightOf(own).manages}
          funds={funds.filter((fund) => seesActions(fund, reader))}
        />
      ),
    });
  }),
]);

/** `isMember`: people of the group see all of them. */
export async function listSeenCommitments(
  { db, organisation, visitor }: Visit,
  group: Pick<Group, 'id'>,
  isMember: boolean,
): Promise<GroupCommitment[]> {
  const commitments = await listCommitmentsOf(db, organisation.id, group.id);
  const ids = [...new Set(commitments.map(({ actionId }) => actionId))];
  const [actions, reader] = await Promise.all([
    findActionsById(db, organisation.id, ids),
    findActionReader(db, organisation.id, visitor),
  ]);
  const funds = new Map<string, Fund>();
  for (const { fundId } of actions.values())
    if (!funds.has(fundId)) funds.set(fundId, (await findFundById(db, organisation.id, fundId))!);
  return commitments.flatMap((commitment) => {
    const action = actions.get(commitment.actionId);
    const fund = action && funds.get(action.fundId);
    return fund && (isMember || seesActions(fund, reader)) ? [{ commitment, action, fund }] : [];
  });
}
