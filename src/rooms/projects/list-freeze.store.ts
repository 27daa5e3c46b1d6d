import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { findDecisions, listUndecided, publishRemaining } from '../review/index.ts';
import { type Act, findEditionById, lockEdition } from '../spaces/index.ts';
import { findListFreeze, listProjects } from './project.store.ts';
import { type FreezeObstacle, type FreezeRefusal, refuseProjectCost } from './project.ts';
import { listKeptWithoutProject } from './project-making.store.ts';

/**
 * Freezes the list of an edition, once, even under a race: its projects receive their numbers, in an order drawn by
 * lot so that no place on the ballot is owed to anything, and every decision that was not published yet is, in the same
 * transaction. The database refuses a list over an idea that is undecided (`project_list_is_decided`).
 * `shuffle` is for seeds and tests.
 */
export async function freezeList(
  db: Db,
  act: Act,
  editionId: string,
  { shuffle = drawOrder }: { shuffle?: <T>(items: readonly T[]) => T[] } = {},
): Promise<{ ok: true; projects: number } | { ok: false; refusal: FreezeRefusal; count?: number }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    await lockEdition(tx, organisationId, editionId);
    if (await findListFreeze(tx, organisationId, editionId))
      return { ok: false, refusal: 'list-frozen' };
    const [obstacle] = await listFreezeObstacles(tx, organisationId, editionId);
    if (obstacle?.refusal === 'no-project') return { ok: false, refusal: 'no-project' };
    if (obstacle) return { ok: false, ...obstacle };
    const rows = await tx
      .selectFrom('project')
      .select(['id', 'cost', 'district', 'category_id'])
      .where('organisation_id', '=', organisationId)
      .where('edition_id', '=', editionId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    await publishRemaining(tx, act, editionId);
    const ids = shuffle(rows.map((row) => row.id));
    await sql`update project p set number = drawn.number
      from unnest(${ids}::uuid[]) with ordinality as drawn(id, number)
      where p.organisation_id = ${organisationId} and p.id = drawn.id`.execute(tx);
    const cost = rows.reduce((sum, row) => sum + row.cost, 0);
    await recordFreeze(tx, act, editionId, rows.length, cost, 'drawn-by-lot');
    return { ok: true, projects: rows.length };
  });
}

/** What stands in the way of freezing a list, the first to be seen to first; empty: it can be frozen. */
export async function listFreezeObstacles(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<FreezeObstacle[]> {
  const projects = await listProjects(db, organisationId, editionId);
  const sources = projects.flatMap(({ ideaIds }) => ideaIds);
  const [edition, undecided, kept, decisions] = await Promise.all([
    findEditionById(db, organisationId, editionId),
    listUndecided(db, organisationId, editionId),
    listKeptWithoutProject(db, organisationId, editionId),
    findDecisions(db, organisationId, sources),
  ]);
  const refused = sources.filter((id) => decisions.get(id)?.outcome === 'refused');
  // what costs nothing may be written so on purpose; an idea's cost is what its study was for
  const free = projects.filter(({ cost, ideaIds }) => cost === 0 && ideaIds.length > 0);
  const outside = projects.filter(
    (project) => project.cost > 0 && edition && refuseProjectCost(project, edition) !== null,
  );
  const found: FreezeObstacle[] = [
    { refusal: 'undecided', count: undecided.length },
    { refusal: 'kept-without-project', count: kept.length },
    { refusal: 'refused-in-project', count: refused.length },
    { refusal: 'no-project', count: projects.length === 0 ? 1 : 0 },
    { refusal: 'cost-missing', count: free.length },
    { refusal: 'cost-outside-limits', count: outside.length },
  ];
  return found.filter(({ count }) => count > 0);
}

export interface ImportedProject {
  /** Its id in the file. */
  importedId: string;
  number: number;
  title: string;
  summary?: string;
  /** Cents. */
  cost: number;
  categoryId?: string | null;
  place?: string;
  district?: string;
}

/** The whole list of an archived edition, with its own numbers, frozen at once. Returns the id of each, by imported id. */
export async function importProjects(
  db: Db,
  { organisationId, by }: Act,
  editionId: string,
  imported: readonly ImportedProject[],
): Promise<Map<string, string>> {
  return inTransaction(db, async (tx) => {
    await lockEdition(tx, organisationId, editionId);
    const ids = new Map<string, string>();
    for (let from = 0; from < imported.length; from += 1000) {
      const rows = await tx
        .insertInto('project')
        .values(
          imported.slice(from, from + 1000).map((project) => ({
            organisation_id: organisationId,
            edition_id: editionId,
            number: project.number,
            title: project.title,
            summary: project.summary ?? '',
            category_id: project.categoryId ?? null,
            cost: project.cost,
            place: project.place ?? '',
            district: project.district ?? '',
            imported_id: project.importedId,
            created_by: by,
          })),
        )
        .returning(['id', 'imported_id'])
        .execute();
      for (const row of rows) ids.set(row.imported_id!, row.id);
    }
    const cost = imported.reduce((sum, project) => sum + project.cost, 0);
    await recordFreeze(tx, { organisationId, by }, editionId, imported.length, cost, 'as-imported');
    return ids;
  });
}

async function recordFreeze(
  tx: Tx,
  { organisationId, by }: Act,
  editionId: string,
  projects: number,
  cost: number,
  order: 'drawn-by-lot' | 'as-imported',
): Promise<void> {
  await tx
    .insertInto('project_list')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      frozen_by: by,
      projects,
      cost,
    })
    .execute();
  await recordFact(tx, {
    organisationId,
    kind: 'project-list.frozen',
    actorId: by,
    subject: { kind: 'edition', id: editionId },
    detail: { projects, cost, order },
  });
}

/** Fisher and Yates, with the system's own randomness. */
function drawOrder<T>(items: readonly T[]): T[] {
  const drawn = [...items];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [drawn[last], drawn[other]] = [drawn[other]!, drawn[last]!];
  }
  return drawn;
}
