import type { Config } from '../platform/config.ts';
import type { HolderAnswers } from '../platform/http/holders.ts';
import type { VisitedOrganisation } from '../platform/http/visit.ts';
import type { Room } from '../platform/room.ts';

/** What the threshold of a fund means to the actions of it, which its room does not know (decision 080). */
export const openFundActions = (
  rooms: readonly Room[],
  config: Config,
  organisation: VisitedOrganisation,
): Pick<HolderAnswers, 'holdActions' | 'releaseActions'> => ({
  async holdActions(tx, fundId) {
    for (const room of rooms) await room.holdActions?.(tx, organisation.id, fundId);
  },
  async releaseActions(tx, by, fundId) {
    for (const room of rooms) await room.releaseActions?.(tx, { organisation, config, by }, fundId);
  },
});
