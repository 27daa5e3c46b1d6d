import type { Db } from '../../../platform/database/database.ts';
import type { Choices } from '../ballot/ballot.ts';
import { listVotePoints } from '../points/point.store.ts';
import type { Poll, PollState } from '../poll.ts';
import { findCadenceSignals } from './cadence.ts';
import { listDevices, listHours, listRefusals } from './count-lists.store.ts';
import { findDeviceSignal, listDeviceSteps } from './device.ts';
import { type BallotGroup, findSameBallots, findSingleBlocks } from './patterns.ts';
import { revealsChoices, type WatchReport } from './report.ts';

/** What can be told of a poll now: what its ballots hold, only once its box is sealed (V15). */
export async function findReport(
  db: Db,
  organisationId: string,
  poll: Poll,
  state: PollState,
): Promise<WatchReport> {
  const at = { organisationId, pollId: poll.id };
  const [hours, devices, refusals, points, groups] = await Promise.all([
    listHours(db, at),
    listDevices(db, at),
    listRefusals(db, at),
    listVotePoints(db, organisationId, poll.editionId),
    revealsChoices(state) ? listBallotGroups(db, poll.id) : [],
  ]);
  const steps = listDeviceSteps(devices);
  return {
    hours,
    cadence: findCadenceSignals(hours, new Map(points.map(({ id, slots }) => [id, slots]))),
    devices: steps,
    sharedDevices: findDeviceSignal(steps),
    refusals,
    points: new Map(points.map(({ id, name }) => [id, name])),
    // of a box that is sealed and, where its ballots are encrypted, opened by its bureau
    ballots:
      groups.length > 0
        ? { singles: findSingleBlocks(groups), same: findSameBallots(groups) }
        : null,
  };
}

/** Ballots that are counted, by what they support, those that support the same together. */
async function listBallotGroups(db: Db, pollId: string): Promise<BallotGroup[]> {
  const rows = await db
    .selectFrom('counted_ballot as c')
    .innerJoin('sealed_ballot as s', (join) =>
      join.onRef('s.poll_id', '=', 'c.poll_id').onRef('s.commitment', '=', 'c.commitment'),
    )
    .select(['c.choices', 's.channel', ({ fn }) => fn.countAll<number>().as('times')])
    .where('c.poll_id', '=', pollId)
    .groupBy(['c.choices', 's.channel'])
    .execute();
  const groups = new Map<string, BallotGroup>();
  for (const row of rows) {
    const keys = listSupported(row.choices as unknown as Choices);
    const channel = row.channel as BallotGroup['channel'];
    const name = `${channel} ${keys.join(' ')}`;
    const times = (groups.get(name)?.times ?? 0) + row.times;
    groups.set(name, { channel, keys, times });
  }
  return [...groups.values()];
}

/** A project with no point is not supported. */
const listSupported = (choices: Choices): string[] =>
  choices
    .flatMap((choice) =>
      typeof choice === 'string' ? [choice] : choice[1] > 0 ? [choice[0] as string] : [],
    )
    .sort();
