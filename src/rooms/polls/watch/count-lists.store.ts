import type { Db } from '../../../platform/database/database.ts';
import type { PollKey } from '../box/elector.store.ts';
import { type Channel, foldMinutes, type HourCount } from './cadence.ts';
import type { CountedRefusal } from './counting.ts';

/** Hour by hour, those under way included, in order of time. */
export async function listHours(db: Db, { organisationId, pollId }: PollKey): Promise<HourCount[]> {
  const [hours, minutes] = await Promise.all([
    db
      .selectFrom('vote_hour')
      .select(['channel', 'point_id', 'hour', 'votes', 'minutes', 'squares', 'busiest'])
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .execute(),
    db
      .selectFrom('vote_minute')
      .select(['channel', 'point_id', 'minute', 'votes'])
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .execute(),
  ]);
  return [
    ...hours.map(({ channel, point_id, squares, ...hour }) => ({
      ...hour,
      channel: channel as Channel,
      pointId: point_id,
      squares: squares === null ? null : Number(squares),
    })),
    ...foldMinutes(
      minutes.map(({ channel, point_id, ...minute }) => ({
        ...minute,
        channel: channel as Channel,
        pointId: point_id,
      })),
    ),
  ].sort((one, other) => one.hour.getTime() - other.hour.getTime());
}

/** How many devices stand at each step. */
export async function listDevices(
  db: Db,
  { organisationId, pollId }: PollKey,
): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('vote_device_count')
    .select(['votes', 'devices'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .execute();
  return new Map(rows.map(({ votes, devices }) => [votes, Math.max(0, devices)]));
}

export async function listRefusals(
  db: Db,
  { organisationId, pollId }: PollKey,
): Promise<ReadonlyMap<CountedRefusal, number>> {
  const rows = await db
    .selectFrom('vote_refusal_count')
    .select(['kind', ({ fn }) => fn.sum<number>('refusals').as('refusals')])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, refusals }) => [kind as CountedRefusal, Number(refusals)]));
}
