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
    ), figures as (
      select channel, point_id, voters, case when channel = 'paper' then 0 else voters end as ballots,
        0 as blank, 0 as void from voted
      union all
      select 'paper', point_id, 0, valid, blank, void from paper_batch
      where organisation_id = ${organisationId} and poll_id = ${poll.id} and signed_at is not null
      union all
      select 'totals', point_id, 0, (body ->> 'valid')::int, (body ->> 'blank')::int,
        (body ->> 'void')::int from paper_totals
      where organisation_id = ${organisationId} and poll_id = ${poll.id} and signed_at is not null
    )
    select f.channel, f.point_id as "pointId", v.name as point, sum(f.voters)::int as voters,
      sum(f.ballots)::int as ballots, sum(f.blank)::int as blank, sum(f.void)::int as void
    from figures f left join vote_point v on v.organisation_id = ${organisationId} and v.id = f.point_id
    group by 1, 2, 3
    order by array_position('{online,kiosk,paper,totals}', f.channel), v.name nulls first, 2`.execute(
    db,
  );
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
