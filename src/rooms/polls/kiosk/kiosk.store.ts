import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { hashSecret, newToken } from '../../../platform/secrets/token.ts';
import type { Kiosk } from './kiosk.ts';
import { forgetCodes } from './kiosk-code.store.ts';
import { endSitting } from './sitting.store.ts';

interface AtPoint {
  organisationId: string;
  pollId: string;
  pointId: string;
}

/** Turns a device into a kiosk until its point closes. Gives the token that its browser keeps. */
export async function openKiosk(
  db: Database,
  { organisationId, pollId, pointId }: AtPoint,
  opening: { by: string; pointName: string; endsAt: Date },
): Promise<string> {
  const token = newToken();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('kiosk')
      .values({
        organisation_id: organisationId,
        poll_id: pollId,
        point_id: pointId,
        token_hash: hashSecret(token),
        opened_by: opening.by,
        ends_at: opening.endsAt,
      })
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'kiosk.opened',
      actorId: opening.by,
      subject: { kind: 'vote-point', id: pointId },
      detail: { title: opening.pointName },
    });
  });
  return token;
}

/** The kiosk that this browser is; null: none, or one that was closed or whose point has. */
export async function findKiosk(
  db: Db,
  organisationId: string,
  token: string,
): Promise<Kiosk | null> {
  const row = await db
    .selectFrom('kiosk as k')
    .innerJoin('poll as p', (join) =>
      join.onRef('p.organisation_id', '=', 'k.organisation_id').onRef('p.id', '=', 'k.poll_id'),
    )
    .select(['k.id', 'k.poll_id', 'k.point_id', 'p.edition_id'])
    .where('k.organisation_id', '=', organisationId)
    .where('k.token_hash', '=', hashSecret(token))
    .where('k.closed_at', 'is', null)
    .where('k.ends_at', '>', sql<Date>`palabre_now()`)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        organisationId,
        pollId: row.poll_id,
        editionId: row.edition_id,
        pointId: row.point_id,
      }
    : null;
}

/** A kiosk as the desk lists it. */
export interface StandingKiosk {
  id: string;
  openedAt: Date;
  /** Somebody is voting there now. */
  busy: boolean;
}

export async function listKiosks(
  db: Db,
  { organisationId, pollId, pointId }: AtPoint,
): Promise<StandingKiosk[]> {
  const { rows } = await sql<StandingKiosk>`
    select k.id, k.opened_at as "openedAt",
      exists (select from kiosk_sitting s where s.organisation_id = k.organisation_id
        and s.kiosk_id = k.id and s.expires_at > palabre_now()) as busy
    from kiosk k
    where k.organisation_id = ${organisationId} and k.poll_id = ${pollId} and k.point_id = ${pointId}
      and k.closed_at is null and k.ends_at > palabre_now()
    order by k.opened_at, k.id`.execute(db);
  return rows;
}

/** Closes a kiosk of this point, and ends what was begun at it; closed before, it is as was wanted. */
export async function closeKiosk(
  db: Database,
  at: AtPoint,
  closing: { kioskId: string; by: string; pointName: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const closed = await tx
      .updateTable('kiosk')
      .set({ closed_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', at.organisationId)
      .where('point_id', '=', at.pointId)
      .where(sql`id::text`, '=', closing.kioskId)
      .where('closed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!closed) return;
    await endSitting(tx, { organisationId: at.organisationId, pollId: at.pollId, id: closed.id });
    await forgetCodesOfLast(tx, at);
    await recordFact(tx, {
      organisationId: at.organisationId,
      kind: 'kiosk.closed',
      actorId: closing.by,
      subject: { kind: 'vote-point', id: at.pointId },
      detail: { title: closing.pointName },
    });
  });
}

/** Where no kiosk stands any more, no code waits for one. */
async function forgetCodesOfLast(tx: Tx, at: AtPoint): Promise<void> {
  if ((await listKiosks(tx, at)).length === 0) await forgetCodes(tx, at, 'all');
}
