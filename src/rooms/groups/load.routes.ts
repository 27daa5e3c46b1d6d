import { found, Refused } from '../../platform/http/refused.ts';
import type { Route } from '../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import type { Sender } from './group.mails.ts';
import { findGroup } from './group.store.ts';
import type { Group } from './group.ts';
import { findMembership } from './membership.store.ts';
import { type GroupRight, groupRightOf, type Membership } from './membership.ts';

/** Groups and what they share are those of a movement: in a town or an association these addresses are not there. */
export const inMovements = (routes: readonly Route[]): Route[] =>
  routes.map((route) => ({
    ...route,
    handle(visit) {
      found(visit.organisation.kind === 'movement' ? visit.organisation : null, 'groups');
      return route.handle(visit);
    },
  }));

/** The group of the address, in this movement. */
export async function loadGroup({ db, organisation, params }: Visit<'group'>): Promise<Group> {
  return found(await findGroup(db, organisation.id, params.group), 'group');
}

/** The same with what the visitor is in it; 403 for who has not the right that the act asks for (R2). */
export async function loadOwnGroup(
  visit: SignedInVisit<'group'>,
  asked: 'isMember' | 'manages' | 'leads',
): Promise<{ group: Group; own: Membership; right: GroupRight }> {
  const group = await loadGroup(visit);
  const { db, organisation, visitor } = visit;
  const own = await findMembership(db, organisation.id, group.id, visitor.id);
  const right = groupRightOf(own);
  if (!own || !right[asked]) throw new Refused(403, 'role');
  return { group, own, right };
}

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

export const senderOf = ({ organisation, config }: Visit): Sender => ({ organisation, config });
