import { found, Refused } from '../../platform/http/refused.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import {
  type ActionReader,
  type Fund,
  findActionReader,
  findFund,
  seesActions,
} from '../funds/index.ts';
import {
  findGroup,
  findMembership,
  type Group,
  groupRightOf,
  isCertified,
  listGroupsOf,
  type OwnGroup,
} from '../groups/index.ts';
import { readNumber } from '../spaces/index.ts';
import { findAction } from './action.store.ts';
import type { Action } from './action.ts';
import type { Commitment } from './commitment.ts';
import { listCommitments } from './commitment-list.store.ts';

/** The fund of the address; one that was never opened is the office's alone. */
export async function loadFundToRead(
  visit: Visit<'fund'>,
): Promise<{ fund: Fund; reader: ActionReader; sees: boolean }> {
  const { db, organisation, visitor, params } = visit;
  const fund = found(await findFund(db, organisation.id, params.fund), 'fund');
  const reader = await findActionReader(db, organisation.id, visitor);
  found(fund.openedAt !== null || reader.isOffice ? fund : null, 'fund');
  return { fund, reader, sees: seesActions(fund, reader) };
}

export interface PublishedAction {
  fund: Fund;
  action: Action;
  commitments: Commitment[];
  /** Groups that the visitor runs. */
  own: OwnGroup[];
  /** R13; the groups that propose it or are committed read it whatever becomes of their certification. */
  sees: boolean;
}

/** A published action of the fund, also one that is archived since. */
export async function loadPublishedAction(
  visit: Visit<'fund' | 'action'>,
): Promise<PublishedAction> {
  const { db, organisation, visitor, params } = visit;
  const { fund, sees } = await loadFundToRead(visit);
  const number = found(readNumber(params.action), 'action');
  const action = found(await findAction(db, organisation.id, number), 'action');
  const isThere =
    action.fundId === fund.id && action.publishedAt !== null && action.state !== 'refused';
  found(isThere ? action : null, 'action');
  const [commitments, groups] = await Promise.all([
    listCommitments(db, organisation.id, action.id),
    visitor ? listGroupsOf(db, organisation.id, visitor.id) : [],
  ]);
  const isTheirs = groups.some(
    ({ id }) => id === action.groupId || commitments.some(({ groupId }) => groupId === id),
  );
  const own = groups.filter((group) => groupRightOf(group).manages);
  return { fund, action, commitments, own, sees: sees || isTheirs };
}

export interface ActionOfGroup extends PublishedAction {
  group: Group;
  commitment: Commitment | null;
}

/** The same for a group that the visitor runs: 403 for anybody else (R14). */
export async function loadActionOfGroup(
  visit: SignedInVisit<'fund' | 'action' | 'group'>,
): Promise<ActionOfGroup> {
  const loaded = await loadPublishedAction(visit);
  const { db, organisation, visitor, params } = visit;
  const group = found(await findGroup(db, organisation.id, params.group), 'group');
  const own = await findMembership(db, organisation.id, group.id, visitor.id);
  if (!groupRightOf(own).manages || !(loaded.sees || isCertified(group)))
    throw new Refused(403, 'role');
  const commitment = loaded.commitments.find(({ groupId }) => groupId === group.id) ?? null;
  return { ...loaded, group, commitment };
}

export const uuidOf = (typed: string): string => found(isUuid(typed) ? typed : null, 'report');
