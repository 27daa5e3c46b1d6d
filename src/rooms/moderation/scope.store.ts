import type { Database } from '../../platform/database/database.ts';
import { type HeldRole, ROLES_OF } from '../../platform/http/roles.ts';
import { mayEverywhere } from '../../platform/http/route.ts';
import type { Visitor } from '../../platform/http/visit.ts';
import { countHeld } from './admission/queue.store.ts';
import { countCases, type Scope } from './case.store.ts';

/** Everything, or what stands in the spaces that somebody moderates. */
export function scopeOf(visitor: Visitor): Scope {
  if (mayEverywhere('moderator', visitor)) return null;
  const judges = ({ role }: HeldRole) => (ROLES_OF.moderator as readonly string[]).includes(role);
  return visitor.held.filter(judges).flatMap(({ spaceId }) => spaceId ?? []);
}

/** What waits for somebody who judges, here or in their spaces; null: they judge nothing. */
export async function countToJudge(
  db: Database,
  organisationId: string,
  visitor: Visitor,
): Promise<number | null> {
  const scope = scopeOf(visitor);
  if (scope?.length === 0) return null;
  const [{ waiting }, held] = await Promise.all([
    countCases(db, organisationId, scope),
    countHeld(db, organisationId, { scope, moderatorId: visitor.id }),
  ]);
  return waiting + held;
}
