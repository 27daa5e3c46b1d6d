import type { Db } from '../../../platform/database/database.ts';
import { countChannels, countSealedBallots } from '../box/box.store.ts';
import type { PointCount } from './minutes-turnout.ts';

/**
 * What the roll and the sealed box hold, by channel and point of vote; for after the count only. Every ballot came
 * online so far, and the roll names no point.
 */
export async function listPointCounts(db: Db, pollId: string): Promise<PointCount[]> {
  const [voters, ballots] = await Promise.all([
    countChannels(db, pollId),
    countSealedBallots(db, pollId),
  ]);
  return [
    { channel: 'online', point: null, voters: voters.online, ballots },
    { channel: 'paper', point: null, voters: voters.paper, ballots: 0 },
  ];
}
