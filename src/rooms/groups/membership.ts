/**
 * Who is what in a group (part 2.1): members, managers, leads, and a treasurer's mark beside any of them. The two-person
 * rule of spending asks for two treasurers at least.
 */

export const GROUP_ROLES = ['member', 'manager', 'lead'] as const;
export type GroupRole = (typeof GROUP_ROLES)[number];

/** As somebody declares it for a group, or not: known to its leads and the office, for the parity of leads. */
export const GENDERS = ['woman', 'man', 'other'] as const;
export type Gender = (typeof GENDERS)[number];

export interface Membership {
  personId: string;
  role: GroupRole;
  isTreasurer: boolean;
  gender: Gender | null;
  joinedAt: Date;
}

/** What somebody may do in a group. */
export interface GroupRight {
  isMember: boolean;
  /** Invites, lets people in, declares public actions, marks treasurers, speaks for the group: managers and leads. */
  manages: boolean;
  /** Describes the group, says who is what, asks for its certification. */
  leads: boolean;
  handlesMoney: boolean;
}

/** Of nobody's membership: nothing. */
export function groupRightOf(
  membership: Pick<Membership, 'role' | 'isTreasurer'> | null,
): GroupRight {
  const role = membership?.role ?? null;
  return {
    isMember: role !== null,
    manages: role === 'manager' || role === 'lead',
    leads: role === 'lead',
    handlesMoney: membership?.isTreasurer ?? false,
  };
}

/** Two people handle each expense: nobody agrees to their own. */
export const TREASURERS_NEEDED = 2;

export type MembershipRefusal = 'last-lead' | 'not-yours' | 'gone';

/** Leaving, or being a lead no more: a group never stays without one. */
export function refuseToEndLead(
  member: Pick<Membership, 'personId' | 'role'>,
  leads: readonly string[],
): 'last-lead' | null {
  return member.role === 'lead' && !leads.some((lead) => lead !== member.personId)
    ? 'last-lead'
    : null;
}

/** Managers take members out; leads take out anybody but leads, who leave by themselves. */
export function mayRemove(by: GroupRight, member: Pick<Membership, 'role'>): boolean {
  if (member.role === 'lead') return false;
  return by.leads || (by.manages && member.role === 'member');
}
