import { sql } from 'kysely';
import type { Database, Db } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Poll } from '../poll.ts';
import {
  lockPoints,
  type Refusable,
  type UrnAct,
  UrnRefused,
  withinKeying,
} from './keying-access.store.ts';
import { type ClosingRefusal, checkClosing, type PointPaper } from './point-paper.ts';

/** Points of vote of the edition, and any other at which paper was given or counted; by name. */
export async function listPointPapers(
  db: Db,
  organisationId: string,
  poll: Pick<Poll, 'id' | 'editionId'>,
): Promise<PointPaper[]> {
  const { rows } = await sql<PointPaper>`
    with signed as (
      select point_id, count(*) as signed from elector
      where poll_id = ${poll.id} and channel_state = 'paper' and point_id is not null group by point_id
    ), aside as (
      select point_id, count(*) as aside from set_aside_envelope
      where organisation_id = ${organisationId} and poll_id = ${poll.id} group by point_id
    ), batches as (
      select point_id, count(*) filter (where signed_at is null) as open_batches,
        coalesce(sum(valid), 0)::int as valid, coalesce(sum(blank), 0)::int as blank,
        coalesce(sum(void), 0)::int as void
      from paper_batch where organisation_id = ${organisationId} and poll_id = ${poll.id} group by point_id
    ), totals as (
      select point_id, signed_at is null as open, case when signed_at is null then 0 else (body ->> 'valid')::int end as valid,
        case when signed_at is null then 0 else (body ->> 'blank')::int end as blank,
        case when signed_at is null then 0 else (body ->> 'void')::int end as void
      from paper_totals where organisation_id = ${organisationId} and poll_id = ${poll.id}
    ), points as (
      select id as point_id from vote_point
      where organisation_id = ${organisationId} and edition_id = ${poll.editionId}
      union select point_id from signed union select point_id from aside union select point_id from batches
      union select point_id from totals
    )
    select points.point_id as "pointId", v.name,
      (coalesce(signed.signed, 0) + coalesce(aside.aside, 0))::int as "signedIn",
      coalesce(aside.aside, 0)::int as "setAside",
      coalesce(batches.valid, 0) as valid, coalesce(totals.valid, 0) as totals,
      coalesce(batches.blank, 0) + coalesce(totals.blank, 0) as blank,
      coalesce(batches.void, 0) + coalesce(totals.void, 0) as void,
      (coalesce(batches.open_batches, 0) + coalesce(totals.open::int, 0))::int as "openBatches",
      closing.reason
    from points
    left join vote_point v on v.organisation_id = ${organisationId} and v.id = points.point_id
    left join signed on signed.point_id = points.point_id
    left join aside on aside.point_id = points.point_id
    left join batches on batches.point_id = points.point_id
    left join totals on totals.point_id = points.point_id
    left join paper_point_closing closing on closing.organisation_id = ${organisationId}
      and closing.poll_id = ${poll.id} and closing.point_id = points.point_id
    order by v.name nulls last, points.point_id`.execute(db);
  return rows;
}

/** Closes a point although its ballots are not as many as its signatures; the reason is published (V14). */
export async function closePoint(
  db: Database,
  act: UrnAct,
  poll: Pick<Poll, 'id' | 'editionId'>,
  pointId: string,
  reason: string,
): Promise<Refusable<object, ClosingRefusal>> {
  const { organisationId, by } = act;
  return withinKeying<object, ClosingRefusal>(db, act, async (tx) => {
    await lockPoints(tx, act);
    const points = await listPointPapers(tx, organisationId, poll);
    const point = points.find((one) => one.pointId === pointId)!;
    const refusal = checkClosing(point, reason);
    if (refusal) throw new UrnRefused(refusal);
    const closing = { reason, by_person: by };
    await tx
      .insertInto('paper_point_closing')
      .values({
        organisation_id: organisationId,
        poll_id: poll.id,
        point_id: pointId,
        ...closing,
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'poll_id', 'point_id']).doUpdateSet(closing),
      )
      .execute();
    const { signedIn, setAside, valid, blank, void: spoilt } = point;
    await recordFact(tx, {
      organisationId,
      kind: 'urn.point-closed',
      actorId: by,
      subject: { kind: 'poll', id: poll.id },
      detail: { pointId, reason, signedIn, setAside, valid, blank, void: spoilt },
    });
    return {};
  });
}

/** A batch turned up after all: the reason goes, and the point waits again. */
export async function reopenPoint(
  db: Database,
  act: UrnAct,
  pointId: string,
): Promise<Refusable<object, ClosingRefusal>> {
  const { organisationId, pollId, by } = act;
  return withinKeying<object, ClosingRefusal>(db, act, async (tx) => {
    await tx
      .deleteFrom('paper_point_closing')
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .where('point_id', '=', pointId)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'urn.point-reopened',
      actorId: by,
      subject: { kind: 'poll', id: pollId },
      detail: { pointId },
    });
    return {};
  });
}
