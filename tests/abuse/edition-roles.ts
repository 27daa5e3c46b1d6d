import { expect } from 'vitest';
import {
  isRoleOfEdition,
  ROLES,
  ROLES_OF,
  type Role,
  type RoleRight,
} from '../../src/platform/http/roles.ts';
import type { Right } from '../../src/platform/http/route.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import { makeDepartment, makePerson } from '../make/people.ts';
import type { TestSite } from '../site-client.ts';

export interface AskedRoute {
  method: 'GET' | 'POST';
  pattern: string;
  right: Right;
}

/** Whether a right may be held for one edition only: some role that opens it is one of an edition. */
export const isRightOfEdition = (right: Right): right is RoleRight =>
  // `staff` is whoever holds any role at all, for whatever it may be
  right !== 'staff' && right in ROLES_OF && ROLES_OF[right as RoleRight].some(isRoleOfEdition);

/** Roles that open a right in one edition, where they are held for that one. */
const rolesOfEdition = (right: RoleRight): Role[] =>
  ROLES.filter(
    (role) => isRoleOfEdition(role) && (ROLES_OF[right] as readonly Role[]).includes(role),
  );

/**
 * W3: a route of an edition, whose right may be held for one edition, is closed to whoever holds it for another one;
 * a route of a department's work, to the agents of another department. `address`: of objects that are neither's.
 * Nothing changes meanwhile, as the caller's fingerprint tells.
 */
export async function refuseOtherScopes(
  site: TestSite,
  { method, pattern, right }: AskedRoute,
  {
    address,
    otherEdition,
    fingerprint,
  }: { address: string; otherEdition: Edition; fingerprint(): Promise<string> },
): Promise<void> {
  if (!isRightOfEdition(right) || !pattern.includes(':')) return;
  for (const role of rolesOfEdition(right)) {
    const scopes = [
      ...(pattern.includes(':edition')
        ? [{ what: 'of another edition', editionId: otherEdition.id }]
        : []),
      // of every edition, but of a department that has nothing to do with it
      ...(right === 'agent' && role === 'agent' && /:(?!edition\b)/.test(pattern)
        ? [{ what: 'of another department', departmentId: (await makeDepartment(site)).id }]
        : []),
    ];
    for (const { what, ...scope } of scopes) {
      const { client } = await makePerson(site, { roles: [role], ...scope });
      const before = await fingerprint();
      const answer = await client.send(address, method === 'POST' ? {} : undefined);
      const who = `${method} ${pattern}: a ${role} ${what}`;
      expect([403, 404], `${who} got ${answer.status}`).toContain(answer.status);
      expect(await fingerprint(), `${who} touched nothing`).toBe(before);
    }
  }
}
