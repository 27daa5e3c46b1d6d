import type { Tx } from '../../platform/database/database.ts';
import { findFundById } from '../funds/index.ts';
import { type Sender, tellFundable } from './commitment.mails.ts';
import { releaseActions } from './commitment.store.ts';

/** What reaches a threshold that changed is fundable, and its groups hear of it, in the same transaction (R17, R18). */
export async function releaseFund(
  tx: Tx,
  { organisation, config, by }: Sender & { by: string },
  fundId: string,
): Promise<void> {
  const fund = await findFundById(tx, organisation.id, fundId);
  if (!fund) return;
  const act = { organisationId: organisation.id, by };
  for (const action of await releaseActions(tx, act, fund))
    await tellFundable(tx, { organisation, config }, fund, action);
}
