import { found } from '../../platform/http/refused.ts';
import { mayEverywhere } from '../../platform/http/route.ts';
import type { SignedInVisit, Visit } from '../../platform/http/visit.ts';
import { findFund } from './fund.store.ts';
import { type Fund, seesFund } from './fund.ts';
import type { FundAct } from './fund-writing.store.ts';

/** The fund of the address, in this movement, draft or not: for who runs the office or keeps the accounts. */
export async function loadFund({ db, organisation, params }: Visit<'fund'>): Promise<Fund> {
  return found(await findFund(db, organisation.id, params.fund), 'fund');
}

/** The same for everybody: a draft is there for its office alone. */
export async function loadSeenFund(visit: Visit<'fund'>): Promise<Fund> {
  const fund = await loadFund(visit);
  return found(seesFund(fund, { isOffice: isOffice(visit) }) ? fund : null, 'fund');
}

/** Whoever prepares funds, endows them or examines their actions. */
export const isOffice = ({ visitor }: Visit): boolean =>
  visitor !== null &&
  (['officer', 'finance', 'action-reviewer'] as const).some((right) =>
    mayEverywhere(right, visitor),
  );

export const actOf = ({ organisation, visitor }: SignedInVisit): FundAct => ({
  organisationId: organisation.id,
  by: visitor.id,
});
