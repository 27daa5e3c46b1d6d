import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Outreach } from './outreach.ts';

/** The newest first, 50 a page; `by` null: everybody's. */
export async function listOutreach(
  db: Db,
  organisationId: string,
  editionId: string,
  { by = null, before = null }: { by?: string | null; before?: string | null } = {},
): Promise<{ entries: Outreach[]; next: string | null }> {
  const edge = sql`(select met_on from outreach
    where organisation_id = ${organisationId} and id = ${before}::uuid)`;
  const { rows } = await sql<Outreach>`
    select id, person_id as "personId", met_on as "metOn", place, people, notes from outreach
    where organisation_id = ${organisationId} and edition_id = ${editionId}
      and (${by}::uuid is null or person_id = ${by}::uuid)
      and (${before}::uuid is null or met_on < ${edge} or (met_on = ${edge} and id > ${before}::uuid))
    order by met_on desc, id limit 51`.execute(db);
  const entries = rows.slice(0, 50);
  return { entries, next: rows.length > 50 ? entries.at(-1)!.id : null };
}

export async function countOutreach(
  db: Db,
  organisationId: string,
  editionId: string,
  by: string | null,
): Promise<{ entries: number; people: number }> {
  const { rows } = await sql<{ entries: number; people: number }>`
    select count(*)::int as entries, coalesce(sum(people), 0)::int as people from outreach
    where organisation_id = ${organisationId} and edition_id = ${editionId}
      and (${by}::uuid is null or person_id = ${by}::uuid)`.execute(db);
  return rows[0]!;
}

export async function insertOutreach(
  db: Db,
  { organisationId, by }: { organisationId: string; by: string },
  editionId: string,
  met: Pick<Outreach, 'metOn' | 'place' | 'people' | 'notes'>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { id } = await tx
      .insertInto('outreach')
      .values({
        organisation_id: organisationId,
        edition_id: editionId,
        person_id: by,
        met_on: met.metOn,
        place: met.place,
        people: met.people,
        notes: met.notes,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordFact(tx, {
      organisationId,
      kind: 'outreach.recorded',
      actorId: by,
      subject: { kind: 'outreach', id },
      detail: { editionId, people: met.people },
    });
  });
}
