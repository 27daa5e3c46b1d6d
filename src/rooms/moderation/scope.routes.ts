import { type HeldRole, ROLES_OF } from '../../platform/http/roles.ts';
import { mayEverywhere } from '../../platform/http/route.ts';
import type { Visitor } from '../../platform/http/visit.ts';
import type { Scope } from './case.store.ts';

/** Everything, or what stands in the spaces that somebody moderates. */
export function scopeOf(visitor: Visitor): Scope {
  if (mayEverywhere('moderator', visitor)) return null;
  const judges = ({ role }: HeldRole) => (ROLES_OF.moderator as readonly string[]).includes(role);
  return visitor.held.filter(judges).flatMap(({ spaceId }) => spaceId ?? []);
}
