import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Workshop } from './entry.ts';

const workshops = sql<Workshop>`select w.id, w.edition_id as "editionId", w.title, w.held_on as "heldOn", w.place,
  w.participants, w.notes, (select count(*)::int from idea_origin o
    where o.organisation_id = w.organisation_id and o.workshop_id = w.id) as ideas from workshop w`;

/** The newest first, a hundred at most. */
export async function listWorkshops(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Workshop[]> {
  const { rows } = await sql<Workshop>`${workshops}
    where w.organisation_id = ${organisationId} and w.edition_id = ${editionId}
    order by w.held_on desc, w.id limit 100`.execute(db);
  return rows;
}

export async function findWorkshop(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Workshop | null> {
  const { rows } = await sql<Workshop>`${workshops}
    where w.organisation_id = ${organisationId} and w.id::text = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function insertWorkshop(
  db: Db,
  { organisationId, by }: { organisationId: string; by: string },
  editionId: string,
  held: Pick<Workshop, 'title' | 'heldOn' | 'place' | 'participants' | 'notes'>,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const { id } = await tx
      .insertInto('workshop')
      .values({
        organisation_id: organisationId,
        edition_id: editionId,
        title: held.title,
        held_on: held.heldOn,
        place: held.place,
        participants: held.participants,
        notes: held.notes,
        created_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordFact(tx, {
      organisationId,
      kind: 'workshop.recorded',
      actorId: by,
      subject: { kind: 'workshop', id },
      detail: { editionId, title: held.title },
    });
    return id;
  });
}

/** Ideas entered from a workshop, in order of number. */
export async function listIdeasOfWorkshop(
  db: Db,
  organisationId: string,
  workshopId: string,
): Promise<{ id: string; number: number; title: string }[]> {
  const { rows } = await sql<{ id: string; number: number; title: string }>`
    select i.id, i.number, i.title from idea_origin o
    join idea i on i.organisation_id = o.organisation_id and i.id = o.idea_id
    where o.organisation_id = ${organisationId} and o.workshop_id = ${workshopId}
    order by i.number limit 500`.execute(db);
  return rows;
}
