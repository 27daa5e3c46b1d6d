import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import type { Moment, Part } from './moment.ts';

export interface AnnouncementKey {
  organisationId: string;
  editionId: string;
  moment: Moment;
}

/** How far a mailing has gone. */
export interface Mailing {
  moment: Moment;
  part: Part;
  /** The last person of the part who was written to, or passed over. */
  place: string | null;
  /** Letters queued. */
  written: number;
  begunAt: Date;
  endedAt: Date | null;
}

/** The mailings of an edition that have begun. */
export async function listMailings(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Mailing[]> {
  const rows = await db
    .selectFrom('announcement')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .execute();
  return rows.map(asMailing);
}

/** Holds a mailing until the transaction ends, begun if it was not: two workers never write the same batch. */
export async function lockMailing(tx: Tx, key: AnnouncementKey): Promise<Mailing> {
  const at = {
    organisation_id: key.organisationId,
    edition_id: key.editionId,
    moment: key.moment,
  };
  await tx
    .insertInto('announcement')
    .values(at)
    .onConflict((conflict) => conflict.constraint('announcement_once').doNothing())
    .execute();
  const row = await tx
    .selectFrom('announcement')
    .selectAll()
    .where('organisation_id', '=', key.organisationId)
    .where('edition_id', '=', key.editionId)
    .where('moment', '=', key.moment)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return asMailing(row);
}

/** `to` null: nobody is left. That it ended is a fact of the journal, with how many were written to. */
export async function moveMailing(
  tx: Tx,
  key: AnnouncementKey,
  to: { part: Part; place: string | null } | null,
  written: number,
): Promise<void> {
  const row = await tx
    .updateTable('announcement')
    .set({
      ...(to ?? { ended_at: sql<Date>`palabre_now()` }),
      written: sql<number>`written + ${written}::int`,
    })
    .where('organisation_id', '=', key.organisationId)
    .where('edition_id', '=', key.editionId)
    .where('moment', '=', key.moment)
    .returning('written')
    .executeTakeFirstOrThrow();
  if (to) return;
  await recordFact(tx, {
    organisationId: key.organisationId,
    kind: 'announcement.sent',
    actorId: null,
    subject: { kind: 'edition', id: key.editionId },
    detail: { moment: key.moment, count: row.written },
  });
}

function asMailing(row: {
  moment: string;
  part: string;
  place: string | null;
  written: number;
  begun_at: Date;
  ended_at: Date | null;
}): Mailing {
  const { moment, part, place, written } = row;
  return {
    moment: moment as Moment,
    part: part as Part,
    place,
    written,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
  };
}
