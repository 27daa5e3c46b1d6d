import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Choices } from '../ballot/ballot.ts';
import type { Poll } from '../poll.ts';
import type { ChannelBallots, ChannelFigures } from './channels.ts';

/**
 * Who voted by which channel, and what their ballots were; for after the sealing only. A ballot cast on a
 * screen at a point is `kiosk`; each voter who cast one has one in the box, which the sealing held.
 */
export async function describeChannels(
  db: Db,
  organisationId: string,
  poll: Pick<Poll, 'id'>,
): Promise<ChannelFigures[]> {
  const { rows } = await sql<ChannelFigures>`
    with voted as (
      select case when channel_state = 'paper' then 'paper' when point_id is null then 'online'
        else 'kiosk' end as channel, point_id, count(*)::int as voters
      from elector where poll_id = ${poll.id} and channel_state in ('online', 'paper') group by 1, 2
    ), batches as (
      select 'paper' as channel, point_id, sum(valid)::int as valid, sum(blank)::int as blank,
        sum(void)::int as void
      from paper_batch where organisation_id = ${organisationId} and poll_id = ${poll.id}
        and signed_at is not null group by point_id
    )
    select coalesce(voted.channel, batches.channel) as channel,
      coalesce(voted.point_id, batches.point_id) as "pointId", v.name as point,
      coalesce(voted.voters, 0) as voters,
      case when coalesce(voted.channel, batches.channel) = 'paper' then coalesce(batches.valid, 0)
        else voted.voters end as ballots,
      coalesce(batches.blank, 0) as blank, coalesce(batches.void, 0) as void
    from voted full join batches on batches.channel = voted.channel and batches.point_id = voted.point_id
    left join vote_point v on v.organisation_id = ${organisationId}
      and v.id = coalesce(voted.point_id, batches.point_id)
    order by array_position('{online,kiosk,paper}', coalesce(voted.channel, batches.channel)),
      v.name nulls first, 2`.execute(db);
  return rows;
}

/** Sealed ballots, equal ones of a channel together. */
export async function listBallotsByChannel(db: Db, pollId: string): Promise<ChannelBallots[]> {
  const rows = await db
    .selectFrom('sealed_ballot')
    .select(['channel', 'choices', ({ fn }) => fn.countAll<number>().as('times')])
    .where('poll_id', '=', pollId)
    .groupBy(['channel', 'choices'])
    .execute();
  return rows.map(({ channel, choices, times }) => ({
    channel: channel as ChannelBallots['channel'],
    choices: choices as unknown as Choices,
    times,
  }));
}

export interface SignedStatement {
  /** Canonical JSON. */
  statement: string;
  signature: string;
}

/** The statements of the signed batches, by point and number. */
export async function listStatements(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<SignedStatement[]> {
  const rows = await db
    .selectFrom('paper_batch')
    .select(['statement', 'signature'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('signed_at', 'is not', null)
    .orderBy('point_id')
    .orderBy('number')
    .execute();
  return rows.map(({ statement, signature }) => ({
    statement: statement!,
    signature: signature!,
  }));
}
