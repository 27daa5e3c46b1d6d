import { sql } from 'kysely';
import { type Db, readNow, type Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { listDepartments } from '../../organisations/index.ts';
import { type Act, dayInParis, type Edition } from '../../spaces/index.ts';
import { usualDueDay } from './assignment.ts';
import { isDecided, lockAssignments, noteAsked } from './opinion-writing.store.ts';
import type { Routing } from './routing.ts';

export async function findRouting(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Routing> {
  return (await findRoutings(db, organisationId, [editionId])).get(editionId)!;
}

/** The same of many editions in two queries: all of them are in the answer. */
export async function findRoutings(
  db: Db,
  organisationId: string,
  editionIds: readonly string[],
): Promise<Map<string, Routing>> {
  const here = sql<boolean>`organisation_id = ${organisationId} and edition_id = any(${[...editionIds]}::uuid[])`;
  const [settings, routes] = await Promise.all([
    db
      .selectFrom('routing_setting')
      .select(['edition_id', 'automatic', 'delay_days', 'version'])
      .where(here)
      .execute(),
    db
      .selectFrom('routing')
      .select(['edition_id', 'category_id', 'department_id'])
      .where(here)
      .execute(),
  ]);
  return new Map(
    editionIds.map((id) => {
      const setting = settings.find(({ edition_id }) => edition_id === id);
      const own = routes.filter(({ edition_id }) => edition_id === id);
      return [
        id,
        {
          departments: new Map(own.map((row) => [row.category_id, row.department_id])),
          automatic: setting?.automatic ?? true,
          delayDays: setting?.delay_days ?? null,
          version: setting?.version ?? 0,
        },
      ];
    }),
  );
}

export type RoutingSaved =
  | { ok: true }
  | { ok: false; refusal: 'no-such-department' }
  | { ok: false; refusal: 'changed-meanwhile'; routing: Routing };

/** Saves what a form made from version `version` says. A department that is closed is not taken anew. */
export async function saveRouting(
  db: Db,
  { organisationId, by }: Act,
  edition: Pick<Edition, 'id' | 'categories'>,
  saved: Routing,
): Promise<RoutingSaved> {
  return inTransaction(db, async (tx): Promise<RoutingSaved> => {
    await lockAssignments(tx, organisationId, edition.id);
    const before = await findRouting(tx, organisationId, edition.id);
    if (before.version !== saved.version)
      return { ok: false, refusal: 'changed-meanwhile', routing: before };
    const open = new Set((await listDepartments(tx, organisationId)).map(({ id }) => id));
    const routes = edition.categories.flatMap(({ id }) => {
      const department = saved.departments.get(id);
      return department === undefined ? [] : [{ category: id, department }];
    });
    const isKnown = ({ category, department }: (typeof routes)[number]) =>
      open.has(department) || before.departments.get(category) === department;
    if (!routes.every(isKnown)) return { ok: false, refusal: 'no-such-department' };
    await tx
      .deleteFrom('routing')
      .where('organisation_id', '=', organisationId)
      .where('edition_id', '=', edition.id)
      .execute();
    const at = { organisation_id: organisationId, edition_id: edition.id };
    if (routes.length > 0)
      await tx
        .insertInto('routing')
        .values(
          routes.map(({ category, department }) => ({
            ...at,
            category_id: category,
            department_id: department,
          })),
        )
        .execute();
    const setting = { automatic: saved.automatic, delay_days: saved.delayDays, saved_by: by };
    await tx
      .insertInto('routing_setting')
      .values({ ...at, ...setting })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'edition_id']).doUpdateSet({
          ...setting,
          version: before.version + 1,
          saved_at: sql<Date>`palabre_now()`,
        }),
      )
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'routing.saved',
      actorId: by,
      subject: { kind: 'edition', id: edition.id },
      detail: {
        editionId: edition.id,
        categories: routes.length,
        without: edition.categories.length - routes.length,
        automatic: saved.automatic,
      },
    });
    return { ok: true };
  });
}

/**
 * A new idea goes to the department of its category, if the edition says so. Asked twice, or after somebody asked,
 * withdrew or answered, nothing more is asked.
 */
export async function routeIdea(
  db: Db,
  organisationId: string,
  edition: Edition,
  idea: { id: string; number: number; categoryId: string },
): Promise<boolean> {
  if (edition.archivedAt !== null) return false;
  return inTransaction(db, async (tx) => {
    await lockAssignments(tx, organisationId, edition.id);
    const { automatic, departments, delayDays } = await findRouting(tx, organisationId, edition.id);
    const departmentId = departments.get(idea.categoryId);
    const open = (await listDepartments(tx, organisationId)).some(({ id }) => id === departmentId);
    if (!automatic || !departmentId || !open) return false;
    if (await wasEverAsked(tx, organisationId, idea.id)) return false;
    if (await isDecided(tx, organisationId, idea.id)) return false;
    const dueOn = usualDueDay(edition, dayInParis(await readNow(tx)), delayDays);
    const { id } = await tx
      .insertInto('opinion')
      .values({
        organisation_id: organisationId,
        edition_id: edition.id,
        idea_id: idea.id,
        department_id: departmentId,
        due_on: dueOn,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await noteAsked(tx, { organisationId, by: null }, edition.id, {
      opinionId: id,
      ideaId: idea.id,
      number: idea.number,
      departmentId,
      dueOn,
    });
    return true;
  });
}

async function wasEverAsked(tx: Tx, organisationId: string, ideaId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('opinion')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('idea_id', '=', ideaId)
    .executeTakeFirst();
  return row !== undefined;
}
