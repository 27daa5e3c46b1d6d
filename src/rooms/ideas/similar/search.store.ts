import { sql } from 'kysely';
import type { Database, Db, Tx } from '../../../platform/database/database.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { compareIdeas } from './compare.store.ts';

/** Whose ideas are compared with each other. */
export type SearchOf = { organisationId: string; editionId: string };

/** How far the comparison of an edition's ideas has come. */
export interface SimilarSearch {
  requestedAt: Date;
  /** null while it goes on. */
  finishedAt: Date | null;
  /** Ideas that waited when it was asked for, and those compared since. */
  ideas: number;
  compared: number;
}

const BATCH = 100;
/** A job that lasts longer hands over to a new one, so that a server that stops need not wait for it. */
const SECONDS = 5;

/**
 * Has the ideas of an edition compared with each other, those that were not yet, or whose text was edited since:
 * a job does it. Asked while it goes on, it goes on.
 */
export async function requestSimilarPairs(
  db: Db,
  search: SearchOf & { by: string | null },
): Promise<void> {
  const { organisationId, editionId, by } = search;
  await sql`insert into similar_search as s (organisation_id, edition_id, requested_by, ideas)
    select ${organisationId}, ${editionId}, ${by}, count(*) from ${waiting(search)}
    on conflict (organisation_id, edition_id) do update set requested_at = excluded.requested_at,
      requested_by = excluded.requested_by, ideas = excluded.ideas, compared = 0, after_number = 0, finished_at = null
    where s.finished_at is not null`.execute(db);
  await queueSearch(db, search);
}

const queueSearch = (db: Db, { organisationId, editionId }: SearchOf) =>
  queueJob(
    db,
    'find-similar-pairs',
    { organisationId, editionId },
    { key: `find-similar-pairs:${editionId}` },
  );

/** Ideas whose present text was not compared. */
const waiting = ({ organisationId, editionId }: SearchOf) => sql`(
  select i.id, i.number from idea i
  left join idea_comparison c on c.organisation_id = i.organisation_id and c.idea_id = i.id
  where i.organisation_id = ${organisationId} and i.edition_id = ${editionId} and i.hidden_at is null
    and (c.idea_id is null or c.text_edited_at is distinct from i.edited_at)) i`;

/** null: never asked for. */
export async function findSimilarSearch(
  db: Db,
  { organisationId, editionId }: SearchOf,
): Promise<SimilarSearch | null> {
  const row = await db
    .selectFrom('similar_search')
    .select(['requested_at', 'finished_at', 'ideas', 'compared'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  return row
    ? {
        requestedAt: row.requested_at,
        finishedAt: row.finished_at,
        ideas: row.ideas,
        compared: row.compared,
      }
    : null;
}

/** Goes on with a search from where it was left, a batch in a transaction, for a few seconds. */
export async function searchOn(db: Database, search: SearchOf): Promise<void> {
  const until = performance.now() + SECONDS * 1000;
  for (;;) {
    const more = await db.transaction().execute((tx) => compareBatch(tx, search));
    if (!more) return;
    if (performance.now() > until) return queueSearch(db, search);
  }
}

/** `false`: nothing is left to compare, or nobody asked. */
async function compareBatch(tx: Tx, search: SearchOf): Promise<boolean> {
  const { organisationId, editionId } = search;
  // the batch looks dear to the planner: servers that compile dear queries would lose more than they win
  await sql`set local jit = off`.execute(tx);
  const lock = await holdSearch(tx, search);
  if (!lock || lock.finished_at) return false;
  const { rows } = await sql<{ id: string; number: number }>`
    select id, number from ${waiting(search)} where number > ${lock.after_number}
    order by number limit ${BATCH}`.execute(tx);
  await compareIdeas(tx, { organisationId, editionId, ideaIds: rows.map(({ id }) => id) });
  await sql`update similar_search set compared = compared + ${rows.length},
      after_number = ${rows.at(-1)?.number ?? lock.after_number},
      finished_at = case when ${rows.length} = 0 then palabre_now() end
    where organisation_id = ${organisationId} and edition_id = ${editionId}`.execute(tx);
  return rows.length > 0;
}

/** Compares one idea, as it was published or edited, with those already there. */
export async function compareAnew(
  db: Database,
  search: SearchOf & { ideaId: string },
): Promise<void> {
  const { organisationId, editionId, ideaId } = search;
  await db.transaction().execute(async (tx) => {
    await sql`insert into similar_search (organisation_id, edition_id, finished_at)
      values (${organisationId}, ${editionId}, palabre_now()) on conflict do nothing`.execute(tx);
    await holdSearch(tx, search);
    await compareIdeas(tx, { organisationId, editionId, ideaIds: [ideaId] });
  });
}

/** One comparison at a time in an edition: pairs are found from both of their sides. */
const holdSearch = (tx: Tx, { organisationId, editionId }: SearchOf) =>
  tx
    .selectFrom('similar_search')
    .select(['after_number', 'finished_at'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .forUpdate()
    .executeTakeFirst();
