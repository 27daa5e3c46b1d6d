import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Act } from '../../spaces/index.ts';

/** The day it is in France, in database time. */
const TODAY = sql<string>`(palabre_now() at time zone 'Europe/Paris')::date`;

/** One search more by this officer today. What was searched, and who was found, is written nowhere. */
export async function countSearch(
  db: Db,
  { organisationId, by }: Act & { by: string },
  editionId: string,
): Promise<void> {
  const { rows } = await sql<{ searches: number }>`
    insert into register_search (organisation_id, edition_id, person_id, day)
    values (${organisationId}, ${editionId}, ${by}, ${TODAY})
    on conflict (organisation_id, edition_id, person_id, day)
      do update set searches = register_search.searches + 1
    returning searches`.execute(db);
  if (rows[0]!.searches === 1) await queueReport(db, organisationId);
}

/** One waiting round for an organisation is enough: the first after midnight. */
async function queueReport(db: Db, organisationId: string): Promise<void> {
  const runAt = new Date(Date.now() + 24 * 3_600_000);
  const key = `report-register-searches:${organisationId}`;
  await queueJob(db, 'report-register-searches', { organisationId }, { key, runAt });
}

/** Days that are over become facts, one for each officer: how many searches, and nothing else. */
export async function reportSearches(db: Db, organisationId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { rows } = await sql<{
      edition_id: string;
      person_id: string;
      day: string;
      searches: number;
    }>`delete from register_search where organisation_id = ${organisationId} and day < ${TODAY}
      returning edition_id, person_id, day, searches`.execute(tx);
    for (const { edition_id: editionId, person_id: by, day, searches } of rows)
      await recordFact(tx, {
        organisationId,
        kind: 'register.searched',
        actorId: by,
        subject: { kind: 'edition', id: editionId },
        detail: { editionId, day, searches },
      });
    const left = await tx
      .selectFrom('register_search')
      .select('day')
      .where('organisation_id', '=', organisationId)
      .limit(1)
      .executeTakeFirst();
    if (left) await queueReport(tx, organisationId);
  });
}
