import type { Db } from '../../../platform/database/database.ts';
import type { Poll } from '../poll.ts';
import { describeChannels } from '../urn/channels.store.ts';
import type { PointCount } from './minutes-turnout.ts';

/**
 * What the roll, the sealed box and the paper hold, by channel and point of vote; for after the count only. Ballots
 * known by totals stand with the paper of their point, where their voters signed; how many they are is told apart.
 */
export async function listPointCounts(
  db: Db,
  organisationId: string,
  poll: Pick<Poll, 'id'>,
): Promise<PointCount[]> {
  const figures = await describeChannels(db, organisationId, poll);
  const counts: PointCount[] = [];
  for (const { channel, pointId: point, voters, ballots } of figures) {
    const one = channel === 'paper' || channel === 'totals' ? 'paper' : 'online';
    const known = counts.find((count) => count.channel === one && count.point === point);
    if (!known) counts.push({ channel: one, point, voters, ballots });
    else {
      known.voters += voters;
      known.ballots += ballots;
    }
  }
  return counts;
}
