import type { Config } from '../../../platform/config.ts';
import type { Database } from '../../../platform/database/database.ts';
import { findPollNow } from '../poll.store.ts';
import { type PollState, pollState } from '../poll.ts';
import { findStanding } from './voting.store.ts';

/** Whether one's account has voted in an edition: never what. Once marks are forgotten, nobody knows any more. */
export interface OwnTurnout {
  state: PollState;
  opensAt: Date;
  closesAt: Date;
  hasVoted: boolean;
}

/** null: no poll was opened in this edition. */
export async function findOwnTurnout(
  db: Database,
  config: Config,
  organisationId: string,
  editionId: string,
  personId: string,
): Promise<OwnTurnout | null> {
  const { poll, now } = await findPollNow(db, organisationId, editionId);
  if (!poll) return null;
  const claim = { personId, passToken: null, idempotencyKey: null };
  const { channel } = await findStanding(db, config, organisationId, poll, claim, now);
  return {
    state: pollState(poll, now),
    opensAt: poll.opensAt,
    closesAt: poll.closesAt,
    hasVoted: channel === 'online' || channel === 'paper',
  };
}
