import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { PollKey } from '../box/elector.store.ts';

export interface OfficerAtPoint extends PollKey {
  pointId: string;
  personId: string;
}

export interface Desk {
  id: string;
  pointId: string;
  openedAt: Date;
  papers: number;
  takenBack: number;
  kioskCodes: number;
}

/** The desk that this person has open at this point; null: none. */
export async function findDesk(db: Db, at: OfficerAtPoint): Promise<Desk | null> {
  const row = await db
    .selectFrom('vote_desk')
    .select(['id', 'point_id', 'opened_at', 'papers', 'taken_back', 'kiosk_codes'])
    .where('organisation_id', '=', at.organisationId)
    .where('person_id', '=', at.personId)
    .where('point_id', '=', at.pointId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        pointId: row.point_id,
        openedAt: row.opened_at,
        papers: row.papers,
        takenBack: row.taken_back,
        kioskCodes: row.kiosk_codes,
      }
    : null;
}

/** Opens a desk at this point, and closes the one left open elsewhere; asked twice, there is one. */
export async function openDesk(db: Database, at: OfficerAtPoint, pointName: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const key = `vote-desk:${at.personId}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
    if (await findDesk(tx, at)) return;
    await closeOwn(tx, at);
    await tx
      .insertInto('vote_desk')
      .values({
        organisation_id: at.organisationId,
        poll_id: at.pollId,
        point_id: at.pointId,
        person_id: at.personId,
      })
      .execute();
    await recordFact(tx, {
      organisationId: at.organisationId,
      kind: 'vote-desk.opened',
      actorId: at.personId,
      subject: { kind: 'vote-point', id: at.pointId },
      detail: { title: pointName },
    });
  });
}

export async function closeDesk(db: Database, at: OfficerAtPoint): Promise<void> {
  await db.transaction().execute((tx) => closeOwn(tx, at));
}

async function closeOwn(tx: Tx, { organisationId, personId }: OfficerAtPoint): Promise<void> {
  const { rows } = await sql<{
    point_id: string;
    name: string;
    papers: number;
    taken_back: number;
    kiosk_codes: number;
  }>`update vote_desk d set closed_at = palabre_now(), undo_hash = null
    from vote_point p
    where d.organisation_id = ${organisationId} and d.person_id = ${personId} and d.closed_at is null
      and p.organisation_id = d.organisation_id and p.id = d.point_id
    returning d.point_id, p.name, d.papers, d.taken_back, d.kiosk_codes`.execute(tx);
  for (const { point_id: id, name, papers, taken_back: takenBack, kiosk_codes: kioskCodes } of rows)
    await recordFact(tx, {
      organisationId,
      kind: 'vote-desk.closed',
      actorId: personId,
      subject: { kind: 'vote-point', id },
      detail: { title: name, papers, takenBack, kioskCodes },
    });
}

/** One paper more, which alone can be taken back from now on. Apart from the roll's own transaction. */
export async function notePaper(db: Db, deskId: string, at: OfficerAtPoint, undoHash: string) {
  await db
    .updateTable('vote_desk')
    .set((eb) => ({ papers: eb('papers', '+', 1), undo_hash: undoHash }))
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', deskId)
    .execute();
}

/** One code more; what was handed out before is no longer the last act. */
export async function noteKioskCode(db: Db, deskId: string, at: OfficerAtPoint) {
  await db
    .updateTable('vote_desk')
    .set((eb) => ({ kiosk_codes: eb('kiosk_codes', '+', 1), undo_hash: null }))
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', deskId)
    .execute();
}

/** The next person stands there: the last paper stays handed out. */
export async function forgetUndo(db: Db, deskId: string, at: OfficerAtPoint): Promise<void> {
  await db
    .updateTable('vote_desk')
    .set({ undo_hash: null })
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', deskId)
    .where('undo_hash', 'is not', null)
    .execute();
}

/** Whether this is the last paper of this desk, not taken back yet; from now on it is neither. */
export async function useUndo(
  db: Db,
  deskId: string,
  at: OfficerAtPoint,
  undoHash: string,
): Promise<boolean> {
  const row = await db
    .updateTable('vote_desk')
    .set((eb) => ({ undo_hash: null, taken_back: eb('taken_back', '+', 1) }))
    .where('organisation_id', '=', at.organisationId)
    .where('id', '=', deskId)
    .where('undo_hash', '=', undoHash)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
