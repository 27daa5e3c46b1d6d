import type { Db } from '../../platform/database/database.ts';
import { type HeldRole, openRightEverywhere } from '../../platform/http/roles.ts';
import { listGroupsOf } from '../groups/index.ts';
import type { ActionReader } from './fund.ts';

const OFFICE = ['officer', 'action-reviewer', 'finance'] as const;

/** What is known of somebody who looks at the actions of a fund; `visitor` null: nobody is signed in. */
export async function findActionReader(
  db: Db,
  organisationId: string,
  visitor: { id: string; held: readonly HeldRole[] } | null,
): Promise<ActionReader> {
  if (!visitor) return { isSignedIn: false, isOffice: false, inCertifiedGroup: false };
  const groups = await listGroupsOf(db, organisationId, visitor.id);
  return {
    isSignedIn: true,
    isOffice: isOfficeOfFunds(visitor.held),
    inCertifiedGroup: groups.some(({ certifiedAt }) => certifiedAt !== null),
  };
}

const isOfficeOfFunds = (held: readonly HeldRole[]): boolean =>
  OFFICE.some((right) => openRightEverywhere(held, right));
