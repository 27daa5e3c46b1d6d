import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Guide } from './guide.ts';

/** « J'ai lu et compris », once for each version; said twice, it is kept once. */
export async function acknowledgeGuide(
  db: Db,
  organisationId: string,
  personId: string,
  guide: Pick<Guide, 'id' | 'title'>,
  version: number,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { rows } =
      await sql`insert into guide_reading (organisation_id, page_id, person_id, version)
      select organisation_id, id, ${personId}, ${version}::int from guide_page
      where organisation_id = ${organisationId} and id = ${guide.id} and ${version}::int between 1 and version
      on conflict do nothing returning version`.execute(tx);
    if (rows.length === 0) return;
    await recordFact(tx, {
      organisationId,
      kind: 'guide.acknowledged',
      actorId: personId,
      subject: { kind: 'guide', id: guide.id },
      detail: { title: guide.title, version },
    });
  });
}

/** By id of page: the newest version that this person acknowledged. */
export async function findOwnReadings(
  db: Db,
  organisationId: string,
  personId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{
    id: string;
    version: number;
  }>`select page_id as id, max(version) as version
    from guide_reading where organisation_id = ${organisationId} and person_id = ${personId}
    group by page_id`.execute(db);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

export interface Reading {
  personId: string;
  version: number;
  readAt: Date;
}

/** The newest reading of a page by each of these people; those who have not read it are absent. */
export async function listReadings(
  db: Db,
  organisationId: string,
  pageId: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, Reading>> {
  const { rows } =
    await sql<Reading>`select distinct on (person_id) person_id as "personId", version,
      read_at as "readAt"
    from guide_reading where organisation_id = ${organisationId} and page_id = ${pageId}
      and person_id = any(${[...people]}::uuid[])
    order by person_id, version desc`.execute(db);
  return new Map(rows.map((reading) => [reading.personId, reading]));
}
