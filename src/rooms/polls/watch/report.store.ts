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
    revealsChoices(state) ? listBallotGroups(db, poll.id) : null,
  ]);
  const steps = listDeviceSteps(devices);
  return {
    hours,
    cadence: findCadenceSignals(hours, new Map(points.map(({ id, slots }) => [id, slots]))),
    devices: steps,
    sharedDevices: findDeviceSignal(steps),
    refusals,
    points: new Map(points.map(({ id, name }) => [id, name])),
    ballots: groups && {
      singles: findSingleBlocks(groups),
      same: findSameBallots(groups),
    },
  };
}

/** Sealed ballots by what they support, those that support the same together. */
async function listBallotGroups(db: Db, pollId: string): Promise<BallotGroup[]> {
  const rows = await db
    .selectFrom('sealed_ballot')
    .select(['choices', 'channel', ({ fn }) => fn.countAll<number>().as('times')])
    .where('poll_id', '=', pollId)
    .groupBy(['choices', 'channel'])
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
