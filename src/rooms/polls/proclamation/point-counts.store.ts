import type { Db } from '../../../platform/database/database.ts';
import type { Channel, PointCount } from './minutes-turnout.ts';

/**
 * What the roll and the sealed box hold, by channel and point of vote; for after the count only. The box knows
 * no point: online each line of the roll has its ballot, or the box would not have been sealed. Ballots on
 * paper stand with no point, so that none is left out of the sum.
 */
export async function listPointCounts(db: Db, pollId: string): Promise<PointCount[]> {
  const [lines, papers] = await Promise.all([
    db
      .selectFrom('elector')
      .select(['channel_state', 'point_id', ({ fn }) => fn.countAll<number>().as('voters')])
      .where('poll_id', '=', pollId)
      .where('channel_state', 'in', ['online', 'paper'])
      .groupBy(['channel_state', 'point_id'])
      .orderBy('channel_state')
      .execute(),
    db
      .selectFrom('sealed_ballot')
      .select(({ fn }) => fn.countAll<number>().as('ballots'))
      .where('poll_id', '=', pollId)
      .where('channel', '=', 'paper')
      .executeTakeFirstOrThrow(),
  ]);
  return [
    ...lines.map(({ channel_state, point_id, voters }) => ({
      channel: channel_state as Channel,
      point: point_id,
      voters,
      ballots: channel_state === 'online' ? voters : 0,
    })),
    { channel: 'paper', point: null, voters: 0, ballots: papers.ballots },
  ];
}
