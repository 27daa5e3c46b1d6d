import { sql } from 'kysely';
import { type Database, type Db, readNow } from '../../../platform/database/database.ts';
import type { PollKey } from '../box/elector.store.ts';
import { type Channel, FEWEST } from './cadence.ts';
import type { CountedRefusal } from './counting.ts';
import type { DeviceStep } from './device.ts';

type What = 'vote' | 'device' | 'refusal';

interface Sum extends PollKey {
  what: What;
  /** Start of the minute, milliseconds since 1970. */
  minute: number;
  /** The channel, the step of a device, or the kind of refusal. */
  kind: string;
  pointId: string | null;
  times: number;
}

interface Waiting {
  sums: Map<string, Sum>;
  timer: NodeJS.Timeout | null;
}

const MINUTE = 60_000;
/** Of this process, for each database it works with: what it has counted and not written yet. */
const waiting = new WeakMap<Database, Waiting>();

/** One more vote taken, at `at` in database time. Nothing is written now: see `writeCounts`. */
export function countVote(
  db: Database,
  vote: PollKey & { channel: Channel; pointId: string | null; at: Date },
): void {
  addUp(db, 'vote', vote, vote.channel, vote.pointId, vote.at, 1);
}

/** A device that brought one more vote. */
export function countDevice(
  db: Database,
  poll: PollKey,
  moved: { from: DeviceStep | null; to: DeviceStep },
  at: Date,
): void {
  if (moved.from !== null) addUp(db, 'device', poll, String(moved.from), null, at, -1);
  addUp(db, 'device', poll, String(moved.to), null, at, 1);
}

export function countRefusal(db: Database, poll: PollKey, kind: CountedRefusal, at: Date): void {
  addUp(db, 'refusal', poll, kind, null, at, 1);
}

function addUp(
  db: Database,
  what: What,
  { organisationId, pollId }: PollKey,
  kind: string,
  pointId: string | null,
  at: Date,
  times: number,
): void {
  const own = waiting.get(db) ?? { sums: new Map<string, Sum>(), timer: null };
  waiting.set(db, own);
  const minute = Math.floor(at.getTime() / MINUTE) * MINUTE;
  const key = [what, pollId, kind, pointId ?? '', minute].join(' ');
  const sum = own.sums.get(key);
  if (sum) sum.times += times;
  else own.sums.set(key, { what, organisationId, pollId, kind, pointId, minute, times });
  writeLater(db, own);
}

/** As long as something waits. A process that is killed loses the sums of its last minute, and no vote. */
function writeLater(db: Database, own: Waiting): void {
  own.timer ??= setTimeout(async () => {
    own.timer = null;
    try {
      await writeCounts(db);
    } catch (error) {
      console.error('counts of votes wait:', error instanceof Error ? error.message : '');
    }
    if (own.sums.size > 0) writeLater(db, own);
  }, MINUTE).unref();
}

/**
 * Writes the sums of the minutes that are over, all votes of a minute of this process together, in a transaction of
 * their own: no row of theirs is ever written by somebody's vote (decision 015). `all`: those of the minute under way
 * too, when the process ends.
 */
export async function writeCounts(db: Database, { all = false } = {}): Promise<void> {
  const own = waiting.get(db);
  if (!own || own.sums.size === 0) return;
  const until = all ? Number.POSITIVE_INFINITY : (await readNow(db)).getTime() - MINUTE;
  const due = [...own.sums].filter(([, { minute }]) => minute <= until);
  for (const [key] of due) own.sums.delete(key);
  const sums = due.map(([, sum]) => sum).filter(({ times }) => times !== 0);
  const failed: unknown[] = [];
  // apart, so that one poll that cannot be written holds back no other
  for (const pollId of new Set(sums.map((sum) => sum.pollId))) {
    const own = sums.filter((sum) => sum.pollId === pollId);
    try {
      await db.transaction().execute(async (tx) => {
        await writeVotes(tx, pick(own, 'vote'));
        await writeDevices(tx, pick(own, 'device'));
        await writeRefusals(tx, pick(own, 'refusal'));
      });
    } catch (error) {
      failed.push(error);
      keepForLater(db, own, until);
    }
  }
  await foldHours(db);
  if (failed.length > 0) throw failed[0];
}

/** Tried again for an hour: a poll that is gone is not waited for. */
const KEPT = 60 * MINUTE;

function keepForLater(db: Database, sums: readonly Sum[], until: number): void {
  for (const { what, kind, pointId, minute, times, ...poll } of sums)
    if (minute > until - KEPT) addUp(db, what, poll, kind, pointId, new Date(minute), times);
}

/** In an order of their own, in which every node locks them. */
const pick = (sums: readonly Sum[], what: What): Sum[] =>
  sums.filter((sum) => sum.what === what).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
const orderOf = ({ pollId, kind, pointId, minute }: Sum) =>
  [pollId, kind, pointId ?? '', minute].join(' ');

const columnsOf = (sums: readonly Sum[]) => sql`unnest(
  ${sums.map(({ organisationId }) => organisationId)}::uuid[], ${sums.map(({ pollId }) => pollId)}::uuid[],
  ${sums.map(({ kind }) => kind)}::text[], ${sums.map(({ pointId }) => pointId)}::uuid[],
  ${sums.map(({ minute }) => new Date(minute))}::timestamptz[], ${sums.map(({ times }) => times)}::int[]
) as s (organisation_id, poll_id, kind, point_id, minute, times)`;

async function writeVotes(db: Db, sums: readonly Sum[]): Promise<void> {
  if (sums.length === 0) return;
  await sql`insert into vote_minute (organisation_id, poll_id, channel, point_id, minute, votes)
    select organisation_id, poll_id, kind, point_id, minute, times from ${columnsOf(sums)}
    on conflict on constraint vote_minute_once
      do update set votes = vote_minute.votes + excluded.votes`.execute(db);
}

async function writeDevices(db: Db, sums: readonly Sum[]): Promise<void> {
  if (sums.length === 0) return;
  await sql`insert into vote_device_count (organisation_id, poll_id, votes, devices)
    select organisation_id, poll_id, kind::smallint, sum(times) from ${columnsOf(sums)}
    group by 1, 2, 3 order by 2, 3
    on conflict on constraint vote_device_count_once
      do update set devices = vote_device_count.devices + excluded.devices`.execute(db);
}

async function writeRefusals(db: Db, sums: readonly Sum[]): Promise<void> {
  if (sums.length === 0) return;
  await sql`insert into vote_refusal_count (organisation_id, poll_id, kind, day, refusals)
    select organisation_id, poll_id, kind, (minute at time zone 'Europe/Paris')::date as day, sum(times)
    from ${columnsOf(sums)} group by 1, 2, 3, 4 order by 2, 3, 4
    on conflict on constraint vote_refusal_count_once
      do update set refusals = vote_refusal_count.refusals + excluded.refusals`.execute(db);
}

/**
 * Minutes of hours that are over become one line an hour; of fewer than ten votes nothing but their sum is kept.
 * Five minutes late, so that every node has written its own.
 */
export async function foldHours(db: Db): Promise<void> {
  await sql`with gone as (
      delete from vote_minute
      where minute < date_trunc('hour', palabre_now() - interval '5 minutes') returning *
    ), summed as (
      select organisation_id, poll_id, channel, point_id, date_trunc('hour', minute) as hour,
        sum(votes)::int as votes, sum(votes * votes)::bigint as squares, max(votes) as busiest,
        (extract(epoch from max(minute) - min(minute)) / 60)::int + 1 as minutes
      from gone group by 1, 2, 3, 4, 5
    )
    insert into vote_hour
      (organisation_id, poll_id, channel, point_id, hour, votes, minutes, squares, busiest)
    select organisation_id, poll_id, channel, point_id, hour, votes,
      case when votes >= ${FEWEST}::int then minutes end,
      case when votes >= ${FEWEST}::int then squares end,
      case when votes >= ${FEWEST}::int then busiest end
    from summed order by poll_id, channel, point_id, hour
    on conflict on constraint vote_hour_once do update set
      votes = vote_hour.votes + excluded.votes,
      minutes = greatest(vote_hour.minutes, excluded.minutes),
      squares = vote_hour.squares + excluded.squares,
      busiest = greatest(vote_hour.busiest, excluded.busiest)`.execute(db);
}
